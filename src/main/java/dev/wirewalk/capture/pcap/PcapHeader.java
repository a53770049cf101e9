package dev.wirewalk.capture.pcap;

import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.packet.LinkType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The first 24 bytes of a pcap file (draft-ietf-opsawg-pcap): byte order, resolution of its times, layout of its records.
 *
 * @param unitsPerSecond of the sub-second field
 * @param recordHeader length of the header before each packet, in bytes
 * @param lengths which of the two lengths of a record comes first
 */
record PcapHeader(ByteOrder order, int unitsPerSecond, int recordHeader, Lengths lengths) {
    static final int LENGTH = 24;

    /** tcpdump never writes longer packets; what claims more is damage, unless the file itself announces more. */
    private static final long LONGEST_USUAL = 256L * 1024;

    /** The largest snap length that libpcap knows, for any link type. */
    private static final long LONGEST_POSSIBLE = 128L * 1024 * 1024;

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    /** Written by a patched libpcap of old Linux distributions: its records carry eight bytes more. */
    private static final int MODIFIED = 0xA1B2CD34;

    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1_000_000_000;
    private static final int USUAL_RECORD_HEADER = 16;
    private static final int MODIFIED_RECORD_HEADER = 24;
    /** What patched programs wrote under the usual magic number, told only by the records themselves. */
    private static final int[] OTHER_RECORD_HEADERS = {16, 24, 28, 20};

    private static final int RECORDS_TRIED = 3;

    /** The captured length comes first, except in very old files. */
    enum Lengths {
        CAPTURED_FIRST,
        ORIGINAL_FIRST,
        /** Written in between, by programs of both opinions: the captured one is the smaller. */
        EITHER
    }

    static Optional<PcapHeader> of(MemorySegment file) {
        if (file.byteSize() < 4) {
            return Optional.empty();
        }
        int magic = file.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 0);
        return of(magic, ByteOrder.BIG_ENDIAN).or(() -> of(Integer.reverseBytes(magic), ByteOrder.LITTLE_ENDIAN));
    }

    private static Optional<PcapHeader> of(int magic, ByteOrder order) {
        return switch (magic) {
            case MICROSECONDS ->
                Optional.of(new PcapHeader(order, MICROS, USUAL_RECORD_HEADER, Lengths.CAPTURED_FIRST));
            case NANOSECONDS -> Optional.of(new PcapHeader(order, NANOS, USUAL_RECORD_HEADER, Lengths.CAPTURED_FIRST));
            case MODIFIED -> Optional.of(new PcapHeader(order, MICROS, MODIFIED_RECORD_HEADER, Lengths.CAPTURED_FIRST));
            default -> Optional.empty();
        };
    }

    /** The same, with what the version number and the first records say of the layout. */
    PcapHeader fitted(FileBytes file) {
        PcapHeader versioned = new PcapHeader(order, unitsPerSecond, recordHeader, lengthsOf(file));
        if (unitsPerSecond == NANOS || versioned.fits(file, true)) {
            return versioned;
        }
        for (int length : OTHER_RECORD_HEADERS) {
            PcapHeader other = new PcapHeader(order, unitsPerSecond, length, versioned.lengths);
            if (other.fits(file, false)) {
                return other;
            }
        }
        return versioned;
    }

    private static Lengths lengthsOf(FileBytes file) {
        int major = file.u16(4);
        int minor = file.u16(6);
        if (major == 543 || (major == 2 && minor < 3)) {
            return Lengths.ORIGINAL_FIRST;
        }
        return major == 2 && minor == 3 ? Lengths.EITHER : Lengths.CAPTURED_FIRST;
    }

    /**
     * Whether the first records read as such in this layout, one right behind the other.
     *
     * @param cut whether a file that ends inside of one of them fits too
     */
    private boolean fits(FileBytes file, boolean cut) {
        long at = LENGTH;
        for (int record = 0; record < RECORDS_TRIED; record++) {
            if (at == file.size()) {
                return true;
            }
            if (at + recordHeader > file.size()) {
                return cut;
            }
            long captured = captured(file, at);
            if (captured > longestPacket(file) || captured > original(file, at) || file.u32(at + 4) >= unitsPerSecond) {
                return false;
            }
            if (at + recordHeader + captured > file.size()) {
                return cut;
            }
            at += recordHeader + captured;
        }
        return true;
    }

    long captured(FileBytes file, long record) {
        return switch (lengths) {
            case CAPTURED_FIRST -> file.u32(record + 8);
            case ORIGINAL_FIRST -> file.u32(record + 12);
            case EITHER -> Math.min(file.u32(record + 8), file.u32(record + 12));
        };
    }

    long original(FileBytes file, long record) {
        return switch (lengths) {
            case CAPTURED_FIRST -> file.u32(record + 12);
            case ORIGINAL_FIRST -> file.u32(record + 8);
            case EITHER -> Math.max(file.u32(record + 8), file.u32(record + 12));
        };
    }

    /** The longest captured length that is believed. */
    long longestPacket(FileBytes file) {
        return Math.max(LONGEST_USUAL, Math.min(snapLength(file), LONGEST_POSSIBLE));
    }

    long nanosPerUnit() {
        return NANOS / unitsPerSecond;
    }

    long snapLength(FileBytes file) {
        return file.u32(16);
    }

    /** The low 16 bits; the bits above say whether and how long a frame check sequence is kept. */
    LinkType linkType(FileBytes file) {
        return new LinkType((int) file.u32(20) & 0xFFFF);
    }
}
