package dev.wirewalk.packet;

import dev.wirewalk.address.IpAddress;
import java.util.Optional;

/** The ICMP (RFC 792, RFC 1191) or ICMPv6 (RFC 4443, RFC 4861) header of a packet. */
public final class IcmpView {
    static final int HEADER = 8;
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int OPTION_SOURCE_MAC = 1;
    private static final int OPTION_TARGET_MAC = 2;

    private final Octets octets;
    private int version;
    private int offset;
    private int end;

    IcmpView(Octets octets) {
        this.octets = octets;
    }

    /** {@code ipVersion} is -1 when the packet is not ICMP. */
    void decode(int ipVersion, int at, int endOnWire) {
        version = ipVersion;
        offset = at;
        end = endOnWire;
    }

    /** 4 for ICMP, 6 for ICMPv6, -1 for neither. */
    public int version() {
        return version;
    }

    public boolean present() {
        return version > 0;
    }

    public int type() {
        return present() ? octets.u8(offset) : -1;
    }

    public int code() {
        return present() ? octets.u8(offset + 1) : -1;
    }

    /** An echo request: ICMP type 8, ICMPv6 type 128. */
    public boolean echoRequest() {
        return version == 4 ? type() == 8 : type() == 128;
    }

    /** An echo reply: ICMP type 0, ICMPv6 type 129. */
    public boolean echoReply() {
        return version == 4 ? type() == 0 : type() == 129;
    }

    /** The identifier of echo, timestamp, information and address mask messages, or -1. */
    public int identifier() {
        return hasIdentifier() ? octets.u16(offset + 4) : -1;
    }

    /** The sequence number beside {@link #identifier()}, or -1. */
    public int sequence() {
        return hasIdentifier() ? octets.u16(offset + 6) : -1;
    }

    private boolean hasIdentifier() {
        int type = type();
        return version == 4 ? type == 0 || type == 8 || (type >= 13 && type <= 18) : type == 128 || type == 129;
    }

    /** The MTU that "fragmentation needed" (0: an old router that does not tell) or "packet too big" asks for, or -1. */
    public long nextHopMtu() {
        if (version == 4 && type() == 3 && code() == 4) {
            return octets.u16(offset + 6);
        }
        return version == 6 && type() == 2 ? octets.u32(offset + 4) : -1;
    }

    /** The gateway that an ICMP redirect names, as 32 bits, or -1. */
    public long redirectGateway() {
        return version == 4 && type() == 5 ? octets.u32(offset + 4) : -1;
    }

    /** Whether this message reports on another packet, and so quotes its beginning. */
    public boolean error() {
        return switch (version) {
            case 4 ->
                switch (type()) {
                    case 3, 4, 5, 11, 12 -> true;
                    default -> false;
                };
            case 6 -> type() >= 1 && type() < 128;
            default -> false;
        };
    }

    /** Where the quoted packet begins with its IP header, or -1 when this message quotes none. */
    public int quotedOffset() {
        return error() ? offset + HEADER : -1;
    }

    /** Whether this is a neighbour solicitation: IPv6's "who has". */
    public boolean neighbourSolicitation() {
        return version == 6 && type() == SOLICITATION;
    }

    /** Whether this is a neighbour advertisement: the answer to a solicitation. */
    public boolean neighbourAdvertisement() {
        return version == 6 && type() == ADVERTISEMENT;
    }

    private boolean hasTarget() {
        return (neighbourSolicitation() || neighbourAdvertisement()) && octets.has(offset + HEADER, 16);
    }

    /** First 64 bits of the address asked for or answered in neighbour discovery; 0 when there is none. */
    public long targetHigh() {
        return hasTarget() ? octets.u64(offset + HEADER) : 0;
    }

    /** Last 64 bits of the address asked for or answered in neighbour discovery; 0 when there is none. */
    public long targetLow() {
        return hasTarget() ? octets.u64(offset + HEADER + 8) : 0;
    }

    /** The address asked for or answered in neighbour discovery, as a value. */
    public Optional<IpAddress> targetAddress() {
        return hasTarget() ? Optional.of(IpAddress.v6(targetHigh(), targetLow())) : Optional.empty();
    }

    /** The hardware address told by a solicitation (of the asker) or an advertisement (of the target): 48 bits, or -1. */
    public long neighbourMac() {
        int wanted = neighbourSolicitation() ? OPTION_SOURCE_MAC : OPTION_TARGET_MAC;
        int at = offset + HEADER + 16;
        while (hasTarget() && at + 8 <= Math.min(end, octets.length())) {
            int length = octets.u8(at + 1) * 8;
            if (octets.u8(at) == wanted) {
                return octets.u48(at + 2);
            }
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return -1;
    }
}
