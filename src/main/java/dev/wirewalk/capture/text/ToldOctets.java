package dev.wirewalk.capture.text;

import java.util.Arrays;

/** Bytes of a packet under construction, and beside each a mask of the bits that were told. */
class ToldOctets {
    /** The bytes, network byte order, from the link header on. */
    byte[] bytes = new byte[2048];
    /** A bit is set for each bit of {@link #bytes} that was told. */
    byte[] mask = new byte[2048];

    int length;

    /** Bytes that were told; -1 stands for as many that were not. */
    final void number(long value, int size) {
        // -1 is a value of eight bytes: no address that is told ends with 64 ones.
        put(value < 0 && size < 8 ? 0 : value, size, value < 0 && size < 8 ? 0 : -1L);
    }

    final void shape(long value, int size) {
        put(value, size, 0);
    }

    final void bits(long value, int size, long told) {
        put(value, size, told);
    }

    private void put(long value, int size, long told) {
        grow(size);
        for (int i = size - 1; i >= 0; i--) {
            bytes[length] = (byte) (value >>> 8 * i);
            mask[length++] = (byte) (told >>> 8 * i);
        }
    }

    final void raw(byte[] told) {
        grow(told.length);
        System.arraycopy(told, 0, bytes, length, told.length);
        Arrays.fill(mask, length, length + told.length, (byte) -1);
        length += told.length;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            int wanted = Math.max(bytes.length * 2, length + more);
            bytes = Arrays.copyOf(bytes, wanted);
            mask = Arrays.copyOf(mask, wanted);
        }
    }

    final void append(ToldOctets other) {
        grow(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        System.arraycopy(other.mask, 0, mask, length, other.length);
        length += other.length;
    }
}
