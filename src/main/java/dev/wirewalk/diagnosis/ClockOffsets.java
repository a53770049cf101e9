package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ClockPiece;
import dev.wirewalk.match.Clocks;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How far the clocks of neighbouring captured points are apart, in the units of the result. */
final class ClockOffsets {
    private static final long ACCURATE_NANOS = 10_000_000;
    private static final long MICRO = 1000;
    private static final double MILLIONTH = 1e-6;

    private final Scene scene;

    ClockOffsets(Scene scene) {
        this.scene = scene;
    }

    List<ClockOffset> list() {
        List<ClockOffset> offsets = new ArrayList<>();
        List<PointTrace> captured = scene.way(Direction.FORWARD).stream()
                .filter(PointTrace::captured)
                .toList();
        for (int i = 0; i + 1 < captured.size(); i++) {
            offsets.add(offset(captured.get(i), captured.get(i + 1)));
        }
        return offsets;
    }

    private ClockOffset offset(PointTrace from, PointTrace to) {
        Clocks clocks = scene.clocks(from, to);
        long offset = clocks.offsetNanos();
        long low = offset - clocks.uncertaintyNanos();
        long high = offset + clocks.uncertaintyNanos();
        if (clocks.bounded()) {
            low = Math.min(clocks.lowNanos().getAsLong(), offset - Clocks.STAMP_NANOS);
            high = Math.max(clocks.highNanos().getAsLong(), offset + Clocks.STAMP_NANOS);
        } else {
            low = clocks.lowNanos().orElse(low);
            high = clocks.highNanos().orElse(high);
        }
        return new ClockOffset(
                from.name(),
                to.name(),
                offset / MICRO,
                Math.floorDiv(low, MICRO),
                Math.ceilDiv(high, MICRO),
                quality(clocks, high - low),
                clocks.drift().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.round(clocks.drift().getAsDouble() / MILLIONTH * 10) / 10.0),
                steps(clocks));
    }

    private static ClockOffset.Quality quality(Clocks clocks, long width) {
        if (!clocks.known()) {
            return ClockOffset.Quality.ABSENT;
        }
        return clocks.bounded() && width <= 2 * ACCURATE_NANOS
                ? ClockOffset.Quality.ACCURATE
                : ClockOffset.Quality.APPROXIMATE;
    }

    private static List<ClockOffset.Step> steps(Clocks clocks) {
        List<ClockOffset.Step> steps = new ArrayList<>();
        for (int i = 1; i < clocks.pieces().size(); i++) {
            ClockPiece before = clocks.pieces().get(i - 1);
            ClockPiece after = clocks.pieces().get(i);
            steps.add(new ClockOffset.Step(
                    Guard.time(after.fromNanos()), (after.offsetNanos() - before.offsetNanos()) / MICRO));
        }
        return steps;
    }
}
