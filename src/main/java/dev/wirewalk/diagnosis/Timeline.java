package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.IdentityHashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * The time that the flow took, from its first packet, cut into steps. A point whose clock cannot be compared with that of the first
 * point has a zero of its own: the first packet that it saw.
 */
final class Timeline {
    private static final int STEPS = 60;
    private static final long FINEST_NANOS = 100_000L;

    private final Map<PointTrace, Long> zeros = new IdentityHashMap<>();
    private final Map<PointTrace, String> clocks = new IdentityHashMap<>();
    private final long stepNanos;

    Timeline(Scene scene, LadderClock clock) {
        Map<PointTrace, LongSummaryStatistics> times = new IdentityHashMap<>();
        long begin = Long.MAX_VALUE;
        for (int i = 0; i < scene.points().size(); i++) {
            PointTrace point = scene.points().get(i);
            LongSummaryStatistics seen = point.packets().stream()
                    .mapToLong(Observation::nanos)
                    .filter(nanos -> nanos != Frame.NO_TIME)
                    .summaryStatistics();
            times.put(point, seen);
            if (seen.getCount() > 0 && clock.known(i)) {
                begin = Math.min(begin, clock.common(i, seen.getMin()));
            }
        }
        long longest = 0;
        for (int i = 0; i < scene.points().size(); i++) {
            PointTrace point = scene.points().get(i);
            LongSummaryStatistics seen = times.getOrDefault(point, new LongSummaryStatistics());
            if (seen.getCount() > 0) {
                long zero = clock.known(i) ? begin + seen.getMin() - clock.common(i, seen.getMin()) : seen.getMin();
                zeros.put(point, zero);
                clocks.put(point, clock.known(i) ? clock.point() : point.name());
                longest = Math.max(longest, seen.getMax() - zero);
            }
        }
        stepNanos = round(Math.max(longest / STEPS, FINEST_NANOS));
    }

    /** The next 1, 2 or 5 with zeros behind it. */
    private static long round(long nanos) {
        long unit = 1;
        while (unit * 10 < nanos) {
            unit *= 10;
        }
        return nanos <= unit ? unit : nanos <= 2 * unit ? 2 * unit : nanos <= 5 * unit ? 5 * unit : 10 * unit;
    }

    /** The moment that times of this point count from, by its own clock. */
    long zero(PointTrace point) {
        return zeros.getOrDefault(point, 0L);
    }

    /** Whose clock tells the time of this point. */
    String clockOf(PointTrace point) {
        return clocks.getOrDefault(point, point.name());
    }

    long stepNanos() {
        return stepNanos;
    }

    /** In which step, from 0 on, the packet passed. */
    int step(PointTrace point, long nanos) {
        return (int) Math.max(0, (nanos - zero(point)) / stepNanos);
    }
}
