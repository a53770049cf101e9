package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far the clocks of two points are apart. A packet arrives after it was sent, so each forward pair bounds the offset from above
 * and each return pair from below. Few pairs give the tightest bounds (minimum filter both ways); many over a long time give the
 * drift too (lower line with slope). Where no evenly running clock explains all pairs, one was set in between: each piece is fitted
 * for itself. The truth is somewhere between the bounds; no statement finer than that interval is made.
 *
 * @param pieces in order of time; at least one
 */
public record Clocks(List<ClockPiece> pieces) {
    /** No network holds a packet longer than this; a larger difference between two stamps is the clocks'. */
    private static final long LONGEST_TRAVEL_NANOS = 1_000_000_000L;

    /**
     * A stamp says when the kernel took the frame up, not when it passed: interrupts are gathered and processes wait their turn,
     * for tens of microseconds on hosts in use. No offset is known better than this.
     */
    public static final long STAMP_NANOS = 100_000L;

    /** Fewer pairs than this between two steps are no piece but mistaken for one. */
    private static final int FEWEST = 6;

    /** More steps than this in one capture, and it is the pairs that are wrong. */
    private static final int MOST_PIECES = 16;

    public Clocks {
        pieces = List.copyOf(pieces);
    }

    /** Estimates how far {@code to}'s clock is ahead of {@code from}'s; {@code from} is nearer to the client. */
    public static Clocks between(PointTrace from, PointTrace to) {
        return of(from, to, Pairing.of(from, to, Direction.FORWARD), Pairing.of(to, from, Direction.RETURN));
    }

    /** The same from pairs that are known already: those that come from {@code from}, and those that go there. */
    public static Clocks of(PointTrace from, PointTrace to, Pairing there, Pairing back) {
        ClockPairs pairs = new ClockPairs(from, to, there, back);
        return fit(pairs.forward(), pairs.back());
    }

    /** Both sorted by moment. */
    static Clocks fit(long[][] forward, long[][] back) {
        List<ClockPiece> pieces = new ArrayList<>();
        long[][] up = forward;
        long[][] down = back;
        ClockBounds bounds = new ClockBounds(up, down);
        while (pieces.size() < MOST_PIECES && !bounds.consistent()) {
            long end = evenUntil(up, down);
            long[][] upHere = until(up, end);
            long[][] downHere = until(down, end);
            if (upHere.length + downHere.length >= FEWEST) {
                pieces.add(piece(upHere, downHere, new ClockBounds(upHere, downHere)));
            }
            up = after(up, end);
            down = after(down, end);
            bounds = new ClockBounds(up, down);
        }
        if (pieces.isEmpty() || up.length + down.length >= FEWEST) {
            pieces.add(piece(up, down, bounds));
        }
        return new Clocks(pieces);
    }

    /** The last moment up to which one evenly running clock explains all pairs. */
    private static long evenUntil(long[][] up, long[][] down) {
        long[] moments = java.util.stream.Stream.concat(Arrays.stream(up), Arrays.stream(down))
                .mapToLong(pair -> pair[0])
                .sorted()
                .toArray();
        int good = 0;
        int bad = moments.length - 1;
        while (bad - good > 1) {
            int half = (good + bad) >>> 1;
            if (new ClockBounds(until(up, moments[half]), until(down, moments[half])).consistent()) {
                good = half;
            } else {
                bad = half;
            }
        }
        return moments[good];
    }

    private static long[][] until(long[][] pairs, long end) {
        return Arrays.stream(pairs).takeWhile(pair -> pair[0] <= end).toArray(long[][]::new);
    }

    private static long[][] after(long[][] pairs, long end) {
        return Arrays.stream(pairs).dropWhile(pair -> pair[0] <= end).toArray(long[][]::new);
    }

    private static ClockPiece piece(long[][] up, long[][] down, ClockBounds bounds) {
        OptionalLong low = bounds.lowest();
        OptionalLong high = bounds.highest();
        long from =
                Math.min(up.length == 0 ? Long.MAX_VALUE : up[0][0], down.length == 0 ? Long.MAX_VALUE : down[0][0]);
        long offset = low.isPresent() && high.isPresent() ? bounds.best() : oneSided(low, high);
        double[] drifts = bounds.drifts();
        return new ClockPiece(
                from,
                bounds.middle(),
                offset,
                low,
                high,
                bounds.fitted() ? OptionalDouble.of(bounds.drift()) : OptionalDouble.empty(),
                drifts[0],
                drifts[1]);
    }

    /** Where only one bound is known, zero unless that bound excludes it. */
    private static long oneSided(OptionalLong low, OptionalLong high) {
        if (high.isPresent()) {
            return high.getAsLong() < 0 || high.getAsLong() > LONGEST_TRAVEL_NANOS ? high.getAsLong() : 0;
        }
        long bound = low.orElse(0);
        return bound > 0 || bound < -LONGEST_TRAVEL_NANOS ? bound : 0;
    }

    private ClockPiece first() {
        return pieces.getFirst();
    }

    /** The least that the offset can be in the middle of the first piece. */
    public OptionalLong lowNanos() {
        return first().lowNanos();
    }

    public OptionalLong highNanos() {
        return first().highNanos();
    }

    public boolean known() {
        return lowNanos().isPresent() || highNanos().isPresent();
    }

    /** Whether pairs both ways bound the offset. */
    public boolean bounded() {
        return lowNanos().isPresent() && highNanos().isPresent();
    }

    /** The offset in the middle of the first piece. */
    public long offsetNanos() {
        return first().offsetNanos();
    }

    /** How far it may be off, in nanoseconds. */
    public long uncertaintyNanos() {
        return uncertainty(first());
    }

    /** The offset at a moment of the near clock. */
    public long offsetNanos(long at) {
        return at(at).offsetAt(at);
    }

    /** How far the offset at that moment may be off. */
    public long uncertaintyNanos(long at) {
        return uncertainty(at(at)) + at(at).looser(at);
    }

    private ClockPiece at(long nanos) {
        return pieces.reversed().stream()
                .filter(piece -> piece.fromNanos() <= nanos)
                .findFirst()
                .orElse(first());
    }

    private static long uncertainty(ClockPiece piece) {
        if (piece.lowNanos().isEmpty() || piece.highNanos().isEmpty()) {
            return LONGEST_TRAVEL_NANOS;
        }
        long below = piece.offsetNanos() - piece.lowNanos().getAsLong();
        long above = piece.highNanos().getAsLong() - piece.offsetNanos();
        return Math.max(STAMP_NANOS, Math.max(below, above) + 1);
    }

    /** How much the far clock gains, as a ratio; empty when that cannot be told. */
    public OptionalDouble drift() {
        return first().drift();
    }
}
