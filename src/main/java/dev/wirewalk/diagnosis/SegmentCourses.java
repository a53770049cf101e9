package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts over time what became of the packets on each stretch, of packets that are told one by one with what became of them. */
final class SegmentCourses {
    private record Link(Direction direction, int near, int far) {}

    private static final Comparator<Link> ORDER =
            Comparator.comparing(Link::direction).thenComparing(Link::near).thenComparing(Link::far);

    /** Of one step: sent, lost, open. */
    private static final class Tally {
        private final Map<Integer, int[]> steps = new TreeMap<>();
        private String doubt = "";
    }

    private final Scene scene;
    private final Timeline timeline;
    private final Map<Link, Tally> tallies = new TreeMap<>(ORDER);

    SegmentCourses(Scene scene, Timeline timeline) {
        this.scene = scene;
        this.timeline = timeline;
    }

    void add(Journey journey, LadderEndings.End end) {
        if (!Losses.counts(scene, journey.first().seen())) {
            return;
        }
        for (int i = 1; i < journey.stops().size(); i++) {
            Journey.Stop near = journey.stops().get(i - 1);
            Journey.Stop far = journey.stops().get(i);
            if (watched(journey.direction(), near.place()) == far.place()) {
                count(new Link(journey.direction(), near.place(), far.place()), near.seen());
            }
        }
        if (end.ending() == Ladder.Ending.LOST || end.ending() == Ladder.Ending.UNKNOWN) {
            Link link = new Link(journey.direction(), journey.last().place(), end.place());
            int[] step = count(link, journey.last().seen());
            if (end.ending() == Ladder.Ending.LOST) {
                step[1]++;
            } else if (!end.accounted()) {
                step[2]++;
                Tally tally = tally(link);
                tally.doubt = tally.doubt.isEmpty() ? end.note() : tally.doubt;
            }
        }
    }

    /** The next point of the way that has a capture. */
    private int watched(Direction direction, int place) {
        List<PointTrace> way = scene.way(direction);
        int next = place + 1;
        while (next < way.size() && !way.get(next).captured()) {
            next++;
        }
        return next;
    }

    private Tally tally(Link link) {
        return tallies.computeIfAbsent(link, unused -> new Tally());
    }

    private int[] count(Link link, Observation packet) {
        if (packet.nanos() == Frame.NO_TIME) {
            return new int[3];
        }
        int at = timeline.step(scene.way(link.direction()).get(link.near()), packet.nanos());
        int[] step = tally(link).steps.computeIfAbsent(at, unused -> new int[3]);
        step[0]++;
        return step;
    }

    /** Stretches of which no packet has a time are left out. */
    List<SegmentCourse> list() {
        List<SegmentCourse> courses = new ArrayList<>();
        tallies.forEach((link, tally) -> {
            if (!tally.steps.isEmpty()) {
                courses.add(course(link, tally));
            }
        });
        return courses;
    }

    private SegmentCourse course(Link link, Tally tally) {
        PointTrace near = scene.way(link.direction()).get(link.near());
        PointTrace far = scene.way(link.direction()).get(link.far());
        boolean forward = link.direction() == Direction.FORWARD;
        long step = timeline.stepNanos() / 1000;
        List<SegmentCourse.Count> counts = new ArrayList<>();
        tally.steps.forEach(
                (at, count) -> counts.add(new SegmentCourse.Count(at * step, count[0], count[1], count[2])));
        return new SegmentCourse(
                (forward ? near : far).name(),
                (forward ? far : near).name(),
                link.direction(),
                timeline.clockOf(near),
                step,
                counts,
                tally.doubt);
    }
}
