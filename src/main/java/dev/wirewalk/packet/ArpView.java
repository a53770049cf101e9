package dev.wirewalk.packet;

/** An ARP or RARP message that maps IPv4 to Ethernet addresses (RFC 826, RFC 903). */
public final class ArpView {
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int ETHERTYPE_RARP = 0x8035;
    private static final int FIXED_LENGTH = 8;
    private static final int LENGTH = 28;

    private final Octets octets;
    private int etherType;
    private int offset;

    ArpView(Octets octets) {
        this.octets = octets;
    }

    void decode(int foundEtherType, int at) {
        etherType = foundEtherType;
        offset = at;
    }

    /** Whether this packet is ARP or RARP of any kind. */
    public boolean present() {
        return etherType == ETHERTYPE_ARP || etherType == ETHERTYPE_RARP;
    }

    /** Whether it is RARP rather than ARP. */
    public boolean reverse() {
        return etherType == ETHERTYPE_RARP;
    }

    /** Whether the addresses are 48 bits of Ethernet and 32 bits of IPv4; only then can they be read here. */
    private boolean mapsIpv4() {
        return present()
                && octets.u16(offset + 2) == LinkView.ETHERTYPE_IPV4
                && octets.u8(offset + 4) == 6
                && octets.u8(offset + 5) == 4;
    }

    /** 1 request, 2 reply, 3 reverse request, 4 reverse reply, or -1. */
    public int operation() {
        return present() ? octets.u16(offset + 6) : -1;
    }

    public long senderMac() {
        return mapsIpv4() ? octets.u48(offset + 8) : -1;
    }

    /** The sender's IPv4 address as 32 bits, or -1. */
    public long senderAddress() {
        return mapsIpv4() ? octets.u32(offset + 14) : -1;
    }

    /** The target's hardware address, zero in a request; -1 when absent. */
    public long targetMac() {
        return mapsIpv4() ? octets.u48(offset + 18) : -1;
    }

    /** The IPv4 address asked for (or answered to) as 32 bits, or -1. */
    public long targetAddress() {
        return mapsIpv4() ? octets.u32(offset + 24) : -1;
    }

    boolean truncated() {
        return present() && !octets.has(offset, mapsIpv4() ? LENGTH : FIXED_LENGTH);
    }
}
