package dev.wirewalk.inspection.stream;

import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of one side of a TCP connection: 32 bits that wrap around become positions that do not, counted from the first
 * byte, and what the capture holds of them is known before the first is shown.
 */
final class SentBytes {
    /** A number further away than this belongs to no window that TCP can have (RFC 7323, 2.3). */
    private static final long FAR = 1L << 30;

    private long origin = -1;
    private boolean opened;
    private long latest;
    /** Where positions begin that are in the capture, and where they end; these stretches do not touch. */
    private final TreeMap<Long, Long> held = new TreeMap<>();

    private long end = Long.MIN_VALUE;
    private long finish = Long.MAX_VALUE;
    private boolean far;

    /** The side's SYN: its first byte has the next number. */
    void open(long sequence) {
        if (!opened) {
            opened = true;
            origin = sequence + 1 & 0xFFFF_FFFFL;
            latest = 0;
        }
    }

    /** The position of a 32-bit sequence number; {@link #isFar()} tells when it is none. */
    long position(long sequence) {
        if (origin < 0) {
            origin = sequence;
        }
        int step = (int) (sequence - (origin + latest));
        far = Math.abs((long) step) > FAR;
        if (far) {
            return 0;
        }
        latest = Math.max(latest, latest + step);
        return latest - Math.max(0, -(long) step);
    }

    boolean isFar() {
        return far;
    }

    /** The capture holds these positions. */
    void hold(long from, long to) {
        if (from >= to) {
            return;
        }
        long start = from;
        long stop = to;
        Map.Entry<Long, Long> before = held.floorEntry(to);
        while (before != null && before.getValue() >= start) {
            start = Math.min(start, before.getKey());
            stop = Math.max(stop, before.getValue());
            held.remove(before.getKey());
            before = held.floorEntry(to);
        }
        held.put(start, stop);
    }

    /** The side sent everything before this position, whether or not it is in the capture. */
    void sentUntil(long position) {
        end = Math.max(end, position);
    }

    /** The side sends nothing from this position on; its FIN takes a number of its own. */
    void finish(long position) {
        finish = Math.min(finish, position);
    }

    /** The first position to show: that of the first byte, or, when the connection had begun, of the first in the capture. */
    long first() {
        return opened || held.isEmpty() ? 0 : Math.min(0, held.firstKey());
    }

    /** The position itself when the capture holds it, else the next one that it holds, else the largest number. */
    long nextHeld(long position) {
        Map.Entry<Long, Long> before = held.floorEntry(position);
        if (before != null && before.getValue() > position) {
            return position;
        }
        Long later = held.higherKey(position);
        return later == null ? Long.MAX_VALUE : later;
    }

    /** Where what was sent ends, as data or acknowledgements tell; the smallest number when nothing tells it. */
    long end() {
        return Math.min(end, finish);
    }
}
