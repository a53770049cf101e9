package dev.wirewalk.inspection.plot;

/**
 * The segments of one direction that wait for their acknowledgement, oldest first, in a ring of numbers. When more wait than
 * the ring holds, the oldest is forgotten and tells no round-trip time.
 */
final class UnacknowledgedSegments {
    private static final int MOST = 4096;

    private final long[] ends = new long[MOST];
    private final long[] times = new long[MOST];
    private long first;
    private long next;
    private long highest = -1;
    private long acknowledged = -1;

    /** @param numbers how many sequence numbers it takes */
    void send(long sequence, int numbers, long nanos) {
        long end = sequence + numbers & 0xFFFF_FFFFL;
        if (highest >= 0 && (int) (end - highest) <= 0) {
            // Sent again: what waits now cannot be told apart from it.
            first = next;
            return;
        }
        highest = end;
        if (acknowledged < 0) {
            acknowledged = sequence;
        }
        if (next - first == MOST) {
            first++;
        }
        ends[(int) (next % MOST)] = end;
        times[(int) (next++ % MOST)] = nanos;
    }

    /** @return nanoseconds that the last segment covered waited, or 0 when this covers none */
    long acknowledge(long number, long nanos) {
        if (highest < 0 || (int) (number - highest) > 0) {
            return 0;
        }
        if (acknowledged < 0 || (int) (number - acknowledged) > 0) {
            acknowledged = number;
        }
        long waited = 0;
        while (first < next && (int) (number - ends[(int) (first % MOST)]) >= 0) {
            waited = Math.max(0, nanos - times[(int) (first++ % MOST)]);
        }
        return waited;
    }

    /** Bytes sent and not acknowledged. */
    long outstanding() {
        return highest < 0 ? 0 : Math.max(0, (int) (highest - acknowledged));
    }
}
