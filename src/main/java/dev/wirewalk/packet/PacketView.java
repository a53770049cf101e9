package dev.wirewalk.packet;

import java.lang.foreign.MemorySegment;

/**
 * A reusable view over the headers of one packet in memory. {@link #place} moves it to the next packet; nothing read from it
 * before is valid afterwards. Not for use by several threads.
 *
 * <p>Decoded: what {@link LinkView} reads before the network header; IPv4, IPv6, ARP and RARP; TCP, UDP, SCTP ports, ICMP and
 * ICMPv6. All of them are the outermost ones; {@link #carried} moves another view to the packet inside of a {@link Tunnel}.
 */
public final class PacketView {
    /** IP protocol numbers of the transports that are decoded. */
    public static final int ICMP = 1;

    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;
    public static final int SCTP = 132;

    private static final int UDP_HEADER = 8;
    private static final int SCTP_HEADER = 12;

    private final Octets octets = new Octets();
    private final LinkView link = new LinkView(octets);
    private final IpView ip = new IpView(octets);
    private final ArpView arp = new ArpView(octets);
    private final TcpView tcp = new TcpView(octets);
    private final IcmpView icmp = new IcmpView(octets);
    private final TunnelDecoder tunnels = new TunnelDecoder(octets);
    private Tunnel carriedBy = Tunnel.NONE;
    private int originalLength;
    private int transport;
    private int payloadOffset;
    private boolean transportCut;

    /**
     * Moves the view to the packet of {@code capturedLength} bytes at {@code offset}; {@code originalLength} is what it had
     * on the wire. A captured length beyond the original one is taken as it is.
     *
     * @throws IndexOutOfBoundsException when those bytes are not inside {@code memory}
     */
    public void place(MemorySegment memory, long offset, int capturedLength, int originalLength, LinkType linkType) {
        octets.place(memory, offset, capturedLength);
        decode(capturedLength, originalLength, linkType);
    }

    /**
     * As {@link #place}, for a packet that a text told in part: at {@code maskOffset} of the same memory lie as many bytes as the
     * packet has, with a bit set for each bit that was told. What was not told reads as -1.
     */
    public void placePartlyTold(
            MemorySegment memory,
            long offset,
            int capturedLength,
            int originalLength,
            LinkType linkType,
            long maskOffset) {
        octets.placePartlyTold(memory, offset, capturedLength, maskOffset);
        decode(capturedLength, originalLength, linkType);
    }

    private void decode(int capturedLength, int originalLength, LinkType linkType) {
        this.originalLength = Math.max(capturedLength, originalLength);
        link.decode(linkType);
        carriedBy = Tunnel.NONE;
        behindLink();
    }

    private void behindLink() {
        ip.decode(link.etherType(), link.networkOffset(), this.originalLength);
        arp.decode(link.etherType(), link.networkOffset());
        transport = ip.transportDue() ? ip.protocol() : -1;
        int transportOffset = ip.transportOffset();
        tcp.decode(transport == TCP, transportOffset);
        icmp.decode(
                transport == ICMP ? 4 : transport == ICMPV6 ? 6 : -1,
                transportOffset,
                ip.endOnWire() < 0 ? octets.length() : ip.endOnWire());
        int headerLength = transportHeaderLength();
        payloadOffset = ip.present() && headerLength >= 0 ? transportOffset + headerLength : -1;
        transportCut =
                headerLength < 0 || (payloadOffset >= 0 && octets.length() < Math.min(payloadOffset, endInCapture()));
    }

    /** Where the packet ends by its header; when that is not told, where what is known of it ends. */
    private int endInCapture() {
        return ip.endOnWire() < 0 ? Math.max(octets.length(), payloadOffset) : ip.endOnWire();
    }

    /** The length of the decoded transport header, 0 for what is not decoded, -1 when its length was cut off. */
    private int transportHeaderLength() {
        return switch (transport) {
            case TCP -> tcp.headerLength();
            case UDP -> UDP_HEADER;
            case SCTP -> SCTP_HEADER;
            case ICMP, ICMPV6 -> IcmpView.HEADER;
            default -> 0;
        };
    }

    public LinkView link() {
        return link;
    }

    public IpView ip() {
        return ip;
    }

    public ArpView arp() {
        return arp;
    }

    public TcpView tcp() {
        return tcp;
    }

    public IcmpView icmp() {
        return icmp;
    }

    /** How many bytes of the packet are in the capture. */
    public int capturedLength() {
        return octets.length();
    }

    /** How many bytes the packet had on the wire, as the capture tells it; never less than the captured ones. */
    public int originalLength() {
        return originalLength;
    }

    /**
     * The transport protocol whose header is due in this packet ({@link #TCP}, …), or -1: not IP, or a fragment behind the
     * first, or the IP header is cut.
     */
    public int transport() {
        return transport;
    }

    /** Source port of TCP, UDP or SCTP, or -1. */
    public int sourcePort() {
        return hasPorts() ? octets.u16(ip.transportOffset()) : -1;
    }

    /** Destination port of TCP, UDP or SCTP, or -1. */
    public int destinationPort() {
        return hasPorts() ? octets.u16(ip.transportOffset() + 2) : -1;
    }

    private boolean hasPorts() {
        return transport == TCP || transport == UDP || transport == SCTP;
    }

    /** The length field of UDP: header and data in bytes, of the whole datagram even in a first fragment; or -1. */
    public int udpLength() {
        return transport == UDP ? octets.u16(ip.transportOffset() + 4) : -1;
    }

    /**
     * Where the data behind the transport header begins (behind the IP header when the transport is not decoded or this is
     * a later fragment), or -1 when there is no IP header or the header before it is cut.
     */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** How many bytes of data the packet carried on the wire, by its IP header and not counting padding; -1 when unknown. */
    public int payloadLength() {
        if (payloadOffset < 0 || (tcp.present() && !tcp.headerLengthKnown())) {
            return -1;
        }
        int udpLength = udpLength();
        if (ip.endOnWire() < 0) {
            return udpLength >= UDP_HEADER ? udpLength - UDP_HEADER : -1;
        }
        int byIp = Math.max(0, ip.endOnWire() - payloadOffset);
        return udpLength >= UDP_HEADER ? Math.min(byIp, udpLength - UDP_HEADER) : byIp;
    }

    /**
     * {@link #payloadLength()}, but not beyond the end of the frame as the capture tells its original length: where a tool
     * shortened the frame and told nobody, this is what Wireshark calls {@code tcp.len}.
     */
    public int payloadLengthInFrame() {
        int length = payloadLength();
        return length < 0 ? -1 : Math.clamp(originalLength - payloadOffset, 0, length);
    }

    /** How many bytes of the data are in the capture, at most {@link #payloadLength()}; -1 when that is unknown. */
    public int capturedPayloadLength() {
        int captured = octets.length() - payloadOffset;
        int length = payloadLength();
        return payloadOffset < 0 ? -1 : Math.clamp(captured, 0, length < 0 ? Math.max(0, captured) : length);
    }

    /** Whether a header that should be read was cut off by the capture. Cut data behind the headers does not count. */
    public boolean truncated() {
        return link.truncated() || ip.truncated() || arp.truncated() || transportCut;
    }

    /** Whether every bit in memory was captured; false where a packet was made from a text that did not tell all of it. */
    public boolean wholeBytes() {
        return octets.whole();
    }

    /** Copies the bytes in memory, told or made up, to the beginning of an array of at least {@link #capturedLength()}. */
    public void copyTo(byte[] target) {
        octets.copyTo(target);
    }

    /** Reads 1, 2 or 4 bytes (network byte order) at an offset from the first byte of the packet, or -1 when not captured. */
    public long load(int offset, int size) {
        return switch (size) {
            case 1 -> octets.u8(offset);
            case 2 -> octets.u16(offset);
            case 4 -> octets.u32(offset);
            default -> throw new IllegalArgumentException("a load is of 1, 2 or 4 bytes, not " + size);
        };
    }

    /**
     * Moves {@code other} to the packet quoted in this ICMP error.
     *
     * @return false when this is not an ICMP error, or nothing of the quoted IP header was captured; then {@code other}
     *     has not moved
     */
    public boolean quoted(PacketView other) {
        int at = icmp.quotedOffset();
        int captured = Math.min(octets.length(), endInCapture()) - at;
        if (at < 0 || captured <= 0) {
            return false;
        }
        LinkType type = transport == ICMP ? LinkType.IPV4 : LinkType.IPV6;
        other.octets.placeWithin(octets, at, captured);
        other.decode(captured, captured, type);
        return other.ip.present();
    }

    /**
     * Moves {@code other} to the packet that this one carries in a tunnel, one level further in; see {@link Innermost} for all
     * of them.
     *
     * @return false when this packet is no tunnel that is known, or nothing of what it carries was captured; then {@code
     *     other} has not moved
     */
    public boolean carried(PacketView other) {
        Tunnel tunnel = findTunnel();
        if (tunnel == Tunnel.NONE) {
            return false;
        }
        boolean inFrame = link.tunnel() != Tunnel.NONE;
        int at = inFrame ? link.networkOffset() : tunnels.start();
        int end = inFrame ? originalLength : endOfData();
        int captured = Math.min(octets.length(), end) - at;
        if (captured <= 0) {
            return false;
        }
        other.octets.placeWithin(octets, at, captured);
        other.originalLength = end - at;
        if (inFrame) {
            other.link.decode(LinkType.ETHERNET);
        } else if (tunnels.etherType() >= 0) {
            other.link.decodeBehind(tunnels.etherType());
        } else {
            other.link.decode(tunnels.linkType());
        }
        other.carriedBy = tunnel;
        other.behindLink();
        return true;
    }

    private Tunnel findTunnel() {
        if (link.tunnel() != Tunnel.NONE) {
            return link.tunnel();
        }
        return switch (transport) {
            case TCP, ICMP, ICMPV6, SCTP, -1 -> Tunnel.NONE;
            case UDP -> tunnels.behindUdp(sourcePort(), destinationPort(), payloadOffset);
            default -> tunnels.behindIp(transport, ip.transportOffset());
        };
    }

    /** Where the data of the transport ends on the wire, as far as the frame had it. */
    private int endOfData() {
        int length = payloadLength();
        return length < 0 ? originalLength : Math.min(originalLength, payloadOffset + length);
    }

    /** The tunnel that {@link #carried} found this packet in; {@link Tunnel#NONE} for one that was placed otherwise. */
    public Tunnel carriedBy() {
        return carriedBy;
    }

    /** Where this packet begins within the one that carries or quotes it; 0 for one that was placed by itself. */
    public int beginsAt() {
        return octets.within();
    }
}
