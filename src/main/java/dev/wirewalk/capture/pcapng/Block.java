package dev.wirewalk.capture.pcapng;

/** Block types of pcapng (draft-ietf-opsawg-pcapng). */
final class Block {
    static final long SECTION_HEADER = 0x0A0D0D0AL;
    static final long INTERFACE_DESCRIPTION = 1;
    /** The packet block of the first draft, long replaced and still met. */
    static final long OLD_PACKET = 2;

    static final long SIMPLE_PACKET = 3;
    static final long NAME_RESOLUTION = 4;
    static final long INTERFACE_STATISTICS = 5;
    static final long ENHANCED_PACKET = 6;
    static final long SYSTEMD_JOURNAL = 9;
    static final long DECRYPTION_SECRETS = 10;
    static final long CUSTOM = 0x0BADL;
    static final long CUSTOM_NOT_COPIED = 0x4000_0BADL;

    /** Type and length in front, length again behind. */
    static final int OVERHEAD = 12;

    static final int BODY = 8;

    private Block() {}

    static boolean isKnown(long type) {
        return (type >= INTERFACE_DESCRIPTION && type <= DECRYPTION_SECRETS)
                || type == SECTION_HEADER
                || type == CUSTOM
                || type == CUSTOM_NOT_COPIED;
    }

    /** Blocks that Wireshark lists and numbers among the packets although they carry none. */
    static boolean isNumberedLikeAPacket(long type) {
        return type == CUSTOM || type == CUSTOM_NOT_COPIED || type == SYSTEMD_JOURNAL;
    }

    /** The shortest body that a block of this type can have, in bytes. */
    static int shortestBody(long type) {
        if (type == SECTION_HEADER) {
            return 16;
        }
        if (type == INTERFACE_DESCRIPTION) {
            return 8;
        }
        if (type == ENHANCED_PACKET || type == OLD_PACKET) {
            return 20;
        }
        return type == SIMPLE_PACKET ? 4 : 0;
    }
}
