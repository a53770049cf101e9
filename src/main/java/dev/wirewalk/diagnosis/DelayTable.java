package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures how long packets took between points, and to their answers at each point. */
final class DelayTable {
    static final int COURSE = 500;
    private static final long STEADY_NANOS = 10_000_000L;

    private final Scene scene;
    private final Timeline timeline;
    private final List<Delays.OneWay> oneWay = new ArrayList<>();

    DelayTable(Scene scene, Timeline timeline) {
        this.scene = scene;
        this.timeline = timeline;
    }

    Delays delays(Map<Direction, List<Journey>> journeys) {
        journeys.forEach(this::measure);
        return new Delays(oneWay, new RoundTrips(scene).list());
    }

    private record Link(int near, int far) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            return near == other.near ? Integer.compare(far, other.far) : Integer.compare(near, other.near);
        }
    }

    /** A moment and what it took, both in nanoseconds. */
    record Sample(long at, long took) {}

    private void measure(Direction direction, List<Journey> journeys) {
        List<PointTrace> way = scene.way(direction);
        Map<Link, List<Sample>> samples = new TreeMap<>();
        boolean[][] adjacent = new boolean[way.size()][way.size()];
        for (int far = 1; far < way.size(); far++) {
            for (int near = 0; near < far; near++) {
                adjacent[near][far] = neighbours(way, near, far);
            }
        }
        for (Journey journey : journeys) {
            for (int i = 1; i < journey.stops().size(); i++) {
                Journey.Stop near = journey.stops().get(i - 1);
                Journey.Stop far = journey.stops().get(i);
                if (far.quality() != PairQuality.AMBIGUOUS && adjacent[near.place()][far.place()]) {
                    samples.computeIfAbsent(new Link(near.place(), far.place()), unused -> new ArrayList<>())
                            .add(sample(near.seen().nanos(), far.seen().nanos()));
                }
            }
        }
        samples.forEach((link, found) -> oneWay.add(row(direction, way.get(link.near()), way.get(link.far()), found)));
    }

    private static Sample sample(long near, long far) {
        return near == Frame.NO_TIME || far == Frame.NO_TIME
                ? new Sample(Frame.NO_TIME, 0)
                : new Sample(near, far - near);
    }

    /** A packet that a capture missed on the way tells of two stretches at once, and of none of them. */
    private static boolean neighbours(List<PointTrace> way, int near, int far) {
        return way.subList(near + 1, far).stream().noneMatch(PointTrace::captured);
    }

    private Delays.OneWay row(Direction direction, PointTrace near, PointTrace far, List<Sample> samples) {
        List<Sample> timed =
                samples.stream().filter(sample -> sample.at() != Frame.NO_TIME).toList();
        boolean known = scene.clockKnown(near, far) && !timed.isEmpty();
        List<Sample> level = known ? level(near, far, timed) : List.of();
        boolean forward = direction == Direction.FORWARD;
        return new Delays.OneWay(
                (forward ? near : far).name(),
                (forward ? far : near).name(),
                direction,
                samples.size(),
                known ? OptionalLong.of(Math.ceilDiv(uncertainty(near, far, timed), 1000)) : OptionalLong.empty(),
                known ? List.of(figures(level, timeline.zero(near))) : List.of());
    }

    /** Without what the clocks are apart, which changes in the course of a capture. */
    private List<Sample> level(PointTrace near, PointTrace far, List<Sample> timed) {
        List<Sample> level = new ArrayList<>(timed.size());
        long asked = Long.MIN_VALUE;
        long offset = 0;
        for (Sample sample : timed) {
            // Clocks drift by less than a thousandth: within ten milliseconds by less than any stamp tells.
            if (asked == Long.MIN_VALUE || Math.abs(sample.at() - asked) > STEADY_NANOS) {
                asked = sample.at();
                offset = scene.clockOffset(near, far, asked);
            }
            level.add(new Sample(sample.at(), sample.took() - offset));
        }
        return level;
    }

    /** The most that any of them may be off: an interval widens with the time from where the clocks were compared best. */
    private long uncertainty(PointTrace near, PointTrace far, List<Sample> timed) {
        return Stream.of(timed.getFirst(), timed.get(timed.size() / 2), timed.getLast())
                .mapToLong(sample -> scene.clockUncertainty(near, far, sample.at()))
                .max()
                .orElseThrow();
    }

    /**
     * @param samples one at least, in the order of time
     * @param begin the moment that their moments are to count from
     */
    static Delays.Figures figures(List<Sample> samples, long begin) {
        long[] sorted = samples.stream().mapToLong(Sample::took).sorted().toArray();
        List<Delays.Moment> course = new ArrayList<>();
        int stretch = Math.ceilDiv(samples.size(), COURSE);
        for (int i = 0; i < samples.size(); i += stretch) {
            Sample longest = samples.get(i);
            for (Sample sample : samples.subList(i, Math.min(samples.size(), i + stretch))) {
                longest = sample.took() > longest.took() ? sample : longest;
            }
            course.add(new Delays.Moment((longest.at() - begin) / 1000, longest.took() / 1000));
        }
        return new Delays.Figures(
                sorted[0] / 1000,
                sorted[(sorted.length - 1) / 2] / 1000,
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1000,
                sorted[sorted.length - 1] / 1000,
                course);
    }
}
