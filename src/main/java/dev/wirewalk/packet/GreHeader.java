package dev.wirewalk.packet;

/** The header of GRE: RFC 2784, RFC 2890, the routing entries of RFC 1701, and version 1 of PPTP (RFC 2637). */
final class GreHeader {
    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGEMENT = 0x0080;
    private static final int VERSION = 0x0007;

    private final Octets octets;

    GreHeader(Octets octets) {
        this.octets = octets;
    }

    /** Whether the header at {@code at} carries a sequence number. */
    boolean numbered(int at) {
        return (octets.u16(at) & SEQUENCE) != 0;
    }

    /** Where the header at {@code at} ends, or -1 when it was cut off. A version that is not known is taken for 0. */
    int end(int at) {
        int flags = octets.u16(at);
        if (flags < 0) {
            return -1;
        }
        int end = at + 4;
        end += (flags & (CHECKSUM | ROUTING)) != 0 ? 4 : 0;
        end += (flags & KEY) != 0 ? 4 : 0;
        end += (flags & SEQUENCE) != 0 ? 4 : 0;
        end += (flags & VERSION) == 1 && (flags & ACKNOWLEDGEMENT) != 0 ? 4 : 0;
        return (flags & ROUTING) != 0 ? behindRouting(end) : end;
    }

    /** Entries of family, offset, length and data; the last has neither family nor length. */
    private int behindRouting(int at) {
        int entry = at;
        while (octets.has(entry, 4)) {
            int length = octets.u8(entry + 3);
            boolean last = octets.u16(entry) == 0 && length == 0;
            entry += 4 + length;
            if (last) {
                return entry;
            }
        }
        return -1;
    }
}
