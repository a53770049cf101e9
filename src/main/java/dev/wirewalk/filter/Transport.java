package dev.wirewalk.filter;

/** Which protocols a port term speaks of. {@code ANY} is TCP, UDP or SCTP, as the bare word {@code port} of pcap-filter. */
public enum Transport {
    ANY(-1),
    TCP(6),
    UDP(17),
    SCTP(132);

    private final int number;

    Transport(int number) {
        this.number = number;
    }

    /** The IANA protocol number, or -1 for {@code ANY}. */
    public int number() {
        return number;
    }

    /** Whether packets of this IP protocol number (0 to 255) carry ports in the sense of this transport. */
    public boolean covers(int protocol) {
        return this == ANY
                ? protocol == TCP.number || protocol == UDP.number || protocol == SCTP.number
                : protocol == number;
    }
}
