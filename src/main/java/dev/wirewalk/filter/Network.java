package dev.wirewalk.filter;

/** What an Ethernet-like frame carries, by its EtherType (IANA, IEEE 802). */
public enum Network {
    IPV4(0x0800),
    IPV6(0x86DD),
    ARP(0x0806),
    RARP(0x8035),
    OTHER(-1);

    private final int etherType;

    Network(int etherType) {
        this.etherType = etherType;
    }

    /** The EtherType, or -1 for {@code OTHER}. */
    public int etherType() {
        return etherType;
    }
}
