package dev.wirewalk.packet;

/** The TCP header of a packet (RFC 9293; options of RFC 7323 and RFC 2018). Options are scanned when asked for. */
public final class TcpView {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    private static final int FIXED_LENGTH = 20;
    private static final int OPTION_END = 0;
    private static final int OPTION_PADDING = 1;
    private static final int OPTION_MSS = 2;
    private static final int OPTION_WINDOW_SCALE = 3;
    private static final int OPTION_SACK_PERMITTED = 4;
    private static final int OPTION_SACK = 5;
    private static final int OPTION_TIMESTAMPS = 8;

    private final Octets octets;
    private boolean present;
    private int offset;

    TcpView(Octets octets) {
        this.octets = octets;
    }

    void decode(boolean isTcp, int at) {
        present = isTcp;
        offset = at;
    }

    /** Whether this packet carries a TCP header; parts of it may still be cut off. */
    public boolean present() {
        return present;
    }

    /** The sequence number as on the wire (0 to 2^32-1), or -1. */
    public long sequence() {
        return present ? octets.u32(offset + 4) : -1;
    }

    /** The acknowledgement number as on the wire, whether the ACK flag is set or not, or -1. */
    public long acknowledgement() {
        return present ? octets.u32(offset + 8) : -1;
    }

    /** The eight flags FIN (1) to CWR (0x80), or -1. */
    public int flags() {
        return present ? octets.u8(offset + 13) : -1;
    }

    /** Whether all flags of {@code mask} are set. */
    public boolean has(int mask) {
        int flags = flags();
        return flags >= 0 && (flags & mask) == mask;
    }

    /** A SYN without ACK: the first packet of a connection. */
    public boolean opens() {
        return (flags() & (SYN | ACK | RST)) == SYN;
    }

    /** The window field as on the wire, not yet scaled, or -1. */
    public int window() {
        return present ? octets.u16(offset + 14) : -1;
    }

    public int checksum() {
        return present ? octets.u16(offset + 16) : -1;
    }

    /** Header length in bytes, options included; -1 when absent, cut off, or below 20 and so no TCP header. */
    public int headerLength() {
        int field = present ? octets.shape8(offset + 12) : -1;
        int length = (field >> 4) * 4;
        return field < 0 || length < FIXED_LENGTH ? -1 : length;
    }

    /** Whether {@link #headerLength()} is that of the packet on the wire: a text may show neither options nor lengths. */
    boolean headerLengthKnown() {
        return octets.told(offset + 12, 0x0F);
    }

    /** Whether the input tells which options there are: a text may leave them out, and a capture may cut them off. */
    public boolean optionsKnown() {
        return present && octets.told(offset + 12, 0xF0) && octets.has(offset, Math.max(headerLength(), FIXED_LENGTH));
    }

    /** Maximum segment size announced in a SYN, or -1. */
    public int maximumSegmentSize() {
        int at = option(OPTION_MSS, 4);
        return at < 0 ? -1 : octets.u16(at + 2);
    }

    /** Window scale shift count announced in a SYN, or -1. */
    public int windowScale() {
        int at = option(OPTION_WINDOW_SCALE, 3);
        return at < 0 ? -1 : octets.u8(at + 2);
    }

    public boolean sackPermitted() {
        return option(OPTION_SACK_PERMITTED, 2) >= 0;
    }

    /** The sender's timestamp clock (TSval), or -1. */
    public long timestamp() {
        int at = option(OPTION_TIMESTAMPS, 10);
        return at < 0 ? -1 : octets.u32(at + 2);
    }

    /** The echoed timestamp (TSecr), or -1. */
    public long timestampEcho() {
        int at = option(OPTION_TIMESTAMPS, 10);
        return at < 0 ? -1 : octets.u32(at + 6);
    }

    /** How many SACK blocks the packet carries, 0 to 4. */
    public int sackBlocks() {
        int at = option(OPTION_SACK, 10);
        return at < 0 ? 0 : (octets.u8(at + 1) - 2) / 8;
    }

    /** First sequence number of a SACK block, or -1 when there are not that many. */
    public long sackLeft(int block) {
        return block < 0 || block >= sackBlocks() ? -1 : octets.u32(option(OPTION_SACK, 10) + 2 + 8 * block);
    }

    /** The sequence number behind a SACK block, or -1 when there are not that many. */
    public long sackRight(int block) {
        return block < 0 || block >= sackBlocks() ? -1 : octets.u32(option(OPTION_SACK, 10) + 6 + 8 * block);
    }

    /** Where the option of this kind begins, if it is there with at least {@code size} bytes; else -1. */
    private int option(int kind, int size) {
        int end = Math.min(offset + Math.max(headerLength(), 0), octets.length());
        int at = offset + FIXED_LENGTH;
        while (present && at < end) {
            int found = octets.u8(at);
            if (found == OPTION_END) {
                return -1;
            }
            int length = found == OPTION_PADDING ? 1 : at + 1 < end ? octets.u8(at + 1) : 0;
            if (length < 1 || (length < 2 && found != OPTION_PADDING) || at + length > end) {
                return -1;
            }
            if (found == kind) {
                return length >= size ? at : -1;
            }
            at += length;
        }
        return -1;
    }
}
