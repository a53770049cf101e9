package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Journeys;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Measures how long packets took between points, and to their answers at each point. */
final class DelayTable {
    private static final long STEADY_NANOS = 10_000_000L;

    private final Scene scene;
    private final Timeline timeline;
    private final List<Delays.OneWay> oneWay = new ArrayList<>();

    DelayTable(Scene scene, Timeline timeline) {
        this.scene = scene;
        this.timeline = timeline;
    }

    Delays delays(Map<Direction, Journeys> journeys) {
        journeys.forEach(this::measure);
        return new Delays(oneWay, new RoundTrips(scene).list());
    }

    private void measure(Direction direction, Journeys journeys) {
        List<PointTrace> way = scene.way(direction);
        boolean[][] adjacent = new boolean[way.size()][way.size()];
        Samples[][] samples = new Samples[way.size()][way.size()];
        for (int near = 0; near < way.size(); near++) {
            for (int far = near + 1; far < way.size(); far++) {
                adjacent[near][far] = neighbours(way, near, far);
                samples[near][far] = new Samples();
            }
        }
        for (Journey journey : journeys) {
            Journey.Stop near = journey.first();
            for (Journey.Stop far : journey.stops().subList(1, journey.stops().size())) {
                if (far.quality() != PairQuality.AMBIGUOUS && adjacent[near.place()][far.place()]) {
                    samples[near.place()][far.place()].add(
                            near.seen().nanos(), far.seen().nanos());
                }
                near = far;
            }
        }
        for (int near = 0; near < way.size(); near++) {
            for (int far = near + 1; far < way.size(); far++) {
                if (samples[near][far].pairs() > 0) {
                    oneWay.add(row(direction, way.get(near), way.get(far), samples[near][far]));
                }
            }
        }
    }

    /** A packet that a capture missed on the way tells of two stretches at once, and of none of them. */
    private static boolean neighbours(List<PointTrace> way, int near, int far) {
        return way.subList(near + 1, far).stream().noneMatch(PointTrace::captured);
    }

    private Delays.OneWay row(Direction direction, PointTrace near, PointTrace far, Samples samples) {
        boolean known = scene.clockKnown(near, far) && samples.timed() > 0;
        boolean forward = direction == Direction.FORWARD;
        return new Delays.OneWay(
                (forward ? near : far).name(),
                (forward ? far : near).name(),
                direction,
                samples.pairs(),
                known ? OptionalLong.of(Math.ceilDiv(uncertainty(near, far, samples), 1000)) : OptionalLong.empty(),
                known ? List.of(level(near, far, samples).figures(timeline.zero(near))) : List.of());
    }

    /** Without what the clocks are apart, which changes in the course of a capture. */
    private Samples level(PointTrace near, PointTrace far, Samples samples) {
        Samples level = new Samples();
        long asked = Long.MIN_VALUE;
        long offset = 0;
        for (int i = 0; i < samples.timed(); i++) {
            long at = samples.begin(i);
            // Clocks drift by less than a thousandth: within ten milliseconds by less than any stamp tells.
            if (asked == Long.MIN_VALUE || Math.abs(at - asked) > STEADY_NANOS) {
                asked = at;
                offset = scene.clockOffset(near, far, asked);
            }
            level.add(at, at + samples.took(i) - offset);
        }
        return level;
    }

    /** The most that any of them may be off: an interval widens with the time from where the clocks were compared best. */
    private long uncertainty(PointTrace near, PointTrace far, Samples samples) {
        return LongStream.of(samples.begin(0), samples.begin(samples.timed() / 2), samples.begin(samples.timed() - 1))
                .map(moment -> scene.clockUncertainty(near, far, moment))
                .max()
                .orElseThrow();
    }
}
