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
 * @param nanosPerUnit what one unit of the sub-second field is worth
 * @param recordHeader length of the header before each packet, in bytes
 */
record PcapHeader(ByteOrder order, int nanosPerUnit, int recordHeader) {
    static final int LENGTH = 24;

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    /** Written by a patched libpcap of old Linux distributions: its records carry eight bytes more. */
    private static final int MODIFIED = 0xA1B2CD34;

    private static final int RECORD_HEADER = 16;
    private static final int MODIFIED_RECORD_HEADER = 24;

    static Optional<PcapHeader> of(MemorySegment file) {
        if (file.byteSize() < 4) {
            return Optional.empty();
        }
        int magic = file.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 0);
        return of(magic, ByteOrder.BIG_ENDIAN).or(() -> of(Integer.reverseBytes(magic), ByteOrder.LITTLE_ENDIAN));
    }

    private static Optional<PcapHeader> of(int magic, ByteOrder order) {
        return switch (magic) {
            case MICROSECONDS -> Optional.of(new PcapHeader(order, 1000, RECORD_HEADER));
            case NANOSECONDS -> Optional.of(new PcapHeader(order, 1, RECORD_HEADER));
            case MODIFIED -> Optional.of(new PcapHeader(order, 1000, MODIFIED_RECORD_HEADER));
            default -> Optional.empty();
        };
    }

    long snapLength(FileBytes file) {
        return file.u32(16);
    }

    /** The low 16 bits; the bits above say whether and how long a frame check sequence is kept. */
    LinkType linkType(FileBytes file) {
        return new LinkType((int) file.u32(20) & 0xFFFF);
    }
}
