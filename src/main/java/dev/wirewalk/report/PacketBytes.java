package dev.wirewalk.report;

import java.util.Arrays;

/** The bytes of one packet, before and after addresses in it are replaced; keeps checksums as right or as wrong as they were. */
final class PacketBytes {
    private final byte[] before;
    private final byte[] after;
    private final int length;

    /** @param bytes the packet at their beginning; they stay as they are */
    PacketBytes(byte[] bytes, int length) {
        this.before = Arrays.copyOf(bytes, length);
        this.after = Arrays.copyOf(bytes, length);
        this.length = length;
    }

    byte[] after() {
        return after;
    }

    int length() {
        return length;
    }

    boolean has(int offset, int count) {
        return offset >= 0 && offset + count <= length;
    }

    int one(int offset) {
        return has(offset, 1) ? after[offset] & 0xFF : -1;
    }

    /** Up to eight bytes in network order; those behind the end read as zero. */
    long number(int offset, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | (has(offset + i, 1) ? before[offset + i] & 0xFF : 0);
        }
        return number;
    }

    /** Writes as much of the number as the packet has bytes there. */
    void put(int offset, int count, long number) {
        for (int i = 0; i < count; i++) {
            if (has(offset + i, 1)) {
                after[offset + i] = (byte) (number >>> 8 * (count - 1 - i));
            }
        }
    }

    /** How much the sum of 16-bit words (RFC 1071) from {@code from} to {@code to} has changed. */
    long change(int from, int to) {
        long change = 0;
        for (int i = Math.max(0, from); i < Math.min(to, length); i++) {
            int weight = (i - from & 1) == 0 ? 256 : 1;
            change += (long) ((after[i] & 0xFF) - (before[i] & 0xFF)) * weight;
        }
        return change;
    }

    /** Takes a change of what a checksum is about into the checksum (RFC 1624), when the packet holds it. */
    void amend(int checksum, long change, boolean zeroMeansNone) {
        if (!has(checksum, 2)) {
            return;
        }
        int old = (int) number(checksum, 2);
        if (change == 0 || (zeroMeansNone && old == 0)) {
            return;
        }
        long sum = Math.floorMod((~old & 0xFFFF) + change, 0xFFFFL);
        // The sum of a packet is never the zero of all zeros: that would be a packet of zeros.
        int amended = (int) (~(sum == 0 ? 0xFFFF : sum) & 0xFFFF);
        put(checksum, 2, zeroMeansNone && amended == 0 ? 0xFFFF : amended);
    }
}
