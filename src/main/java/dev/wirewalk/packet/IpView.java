package dev.wirewalk.packet;

import dev.wirewalk.address.IpAddress;
import java.util.Optional;

/**
 * The IPv4 or IPv6 header of a packet (RFC 791, RFC 8200). Extension headers of IPv6 are walked up to the transport header;
 * {@link #nextHeader()} and {@link #headerOffset()} keep what the fixed header says, which is all that libpcap looks at.
 */
public final class IpView {
    private static final int FRAGMENT_HEADER = 44;
    private static final int AUTHENTICATION_HEADER = 51;

    private final Octets octets;
    private int version;
    private int offset;
    private int protocol;
    private int transportOffset;
    private int fragmentHeader;
    private int endOnWire;
    private boolean cut;
    private boolean contradictory;

    IpView(Octets octets) {
        this.octets = octets;
    }

    /** Decodes the header at {@code at}; {@code wireLength} is the length of the whole packet on the wire, in bytes. */
    void decode(int etherType, int at, int wireLength) {
        version = -1;
        protocol = -1;
        transportOffset = -1;
        fragmentHeader = -1;
        endOnWire = -1;
        offset = at;
        cut = false;
        contradictory = false;
        if (etherType == LinkView.ETHERTYPE_IPV4) {
            decodeVersion4(wireLength);
        } else if (etherType == LinkView.ETHERTYPE_IPV6) {
            decodeVersion6(wireLength);
        }
    }

    private void decodeVersion4(int wireLength) {
        int first = octets.shape8(offset);
        int headerLength = (first & 0x0F) * 4;
        cut = first < 0 || !octets.has(offset, 20);
        if (cut || first >> 4 != 4 || headerLength < 20) {
            return;
        }
        version = 4;
        protocol = octets.u8(offset + 9);
        transportOffset = offset + headerLength;
        int totalLength = octets.u16(offset + 2);
        contradictory = totalLength > 0 && totalLength < headerLength;
        // Segmentation offload leaves the length to the adapter: it is still zero when the packet is captured.
        if (totalLength >= 0) {
            endOnWire = Math.max(transportOffset, totalLength == 0 ? wireLength : offset + totalLength);
        }
        cut = octets.length() < transportOffset;
        if (protocol == AUTHENTICATION_HEADER && !cut && fragmentOffset() == 0) {
            walkExtension();
        }
    }

    private void decodeVersion6(int wireLength) {
        int first = octets.shape8(offset);
        cut = first < 0 || !octets.has(offset, 40);
        if (cut || first >> 4 != 6) {
            return;
        }
        version = 6;
        int payloadLength = octets.u16(offset + 4);
        if (payloadLength >= 0) {
            endOnWire = Math.max(offset + 40, payloadLength == 0 ? wireLength : offset + 40 + payloadLength);
        }
        protocol = nextHeader();
        transportOffset = offset + 40;
        // Behind the first fragment there are no headers, only the bytes that follow in the original packet.
        while (isExtension(protocol) && !cut && fragmentOffset() == 0) {
            walkExtension();
        }
    }

    private static boolean isExtension(int nextHeader) {
        return switch (nextHeader) {
            case 0, 43, FRAGMENT_HEADER, AUTHENTICATION_HEADER, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    private void walkExtension() {
        int next = octets.u8(transportOffset);
        int units = octets.u8(transportOffset + 1);
        if (!octets.has(transportOffset, 8)) {
            cut = true;
            return;
        }
        int length =
                protocol == FRAGMENT_HEADER ? 8 : protocol == AUTHENTICATION_HEADER ? (units + 2) * 4 : (units + 1) * 8;
        if (protocol == FRAGMENT_HEADER) {
            fragmentHeader = transportOffset;
        }
        protocol = next;
        transportOffset += length;
    }

    /** 4, 6, or -1 when the packet carries no readable IP header. */
    public int version() {
        return version;
    }

    /** Whether there is an IP header whose fixed part was captured. */
    public boolean present() {
        return version > 0;
    }

    /** Where the IP header begins. */
    public int headerOffset() {
        return offset;
    }

    /** What follows the last extension header of IPv6, or the authentication header of either version (0 to 255), or -1. */
    public int protocol() {
        return protocol;
    }

    /** The protocol field of IPv4, or the next-header field of the fixed IPv6 header, or -1. */
    public int nextHeader() {
        return version == 4 ? octets.u8(offset + 9) : version == 6 ? octets.u8(offset + 6) : -1;
    }

    /** Where the header behind IP options or extension headers begins, or -1. */
    public int transportOffset() {
        return transportOffset;
    }

    /** First 64 bits of an IPv6 source address; 0 for IPv4. */
    public long sourceHigh() {
        return version == 6 ? octets.u64(offset + 8) : 0;
    }

    /** Last 64 bits of an IPv6 source address, the 32 bits of an IPv4 one, or -1 when {@link #present()} says no. */
    public long sourceLow() {
        return version == 6 ? octets.u64(offset + 16) : version == 4 ? octets.u32(offset + 12) : -1;
    }

    public long destinationHigh() {
        return version == 6 ? octets.u64(offset + 24) : 0;
    }

    public long destinationLow() {
        return version == 6 ? octets.u64(offset + 32) : version == 4 ? octets.u32(offset + 16) : -1;
    }

    /** The source as a value; makes an object, so not for every packet of a large file. */
    public Optional<IpAddress> sourceAddress() {
        return address(sourceHigh(), sourceLow());
    }

    public Optional<IpAddress> destinationAddress() {
        return address(destinationHigh(), destinationLow());
    }

    private Optional<IpAddress> address(long high, long low) {
        return switch (version) {
            case 4 -> Optional.of(IpAddress.v4(low));
            case 6 -> Optional.of(IpAddress.v6(high, low));
            default -> Optional.empty();
        };
    }

    /** Time to live or hop limit, or -1. */
    public int ttl() {
        return version == 4 ? octets.u8(offset + 8) : version == 6 ? octets.u8(offset + 7) : -1;
    }

    /** Identification: 16 bits of IPv4, 32 bits of an IPv6 fragment header, or -1. */
    public long identification() {
        return version == 4 ? octets.u16(offset + 4) : fragmentHeader < 0 ? -1 : octets.u32(fragmentHeader + 4);
    }

    /** The "don't fragment" bit of IPv4; see {@link #dontFragmentKnown()}. */
    public boolean dontFragment() {
        return version == 4 && (octets.shape16(offset + 6) & 0x4000) != 0;
    }

    /** Whether the input tells the "don't fragment" bit: a text may leave it out. */
    public boolean dontFragmentKnown() {
        return version == 4 && octets.told(offset + 6, 0x40);
    }

    /** Whether the input tells if this packet is a fragment: a text may leave it out, and then it is taken for whole. */
    public boolean fragmentationKnown() {
        return version == 6 || (version == 4 && octets.told(offset + 6, 0x3F) && octets.told(offset + 7, 0xFF));
    }

    public boolean moreFragments() {
        return version == 4
                ? (octets.shape16(offset + 6) & 0x2000) != 0
                : fragmentHeader >= 0 && (octets.u16(fragmentHeader + 2) & 1) != 0;
    }

    /** Where this fragment belongs in the whole packet, in bytes; 0 for a first fragment or a whole packet, -1 without IP. */
    public int fragmentOffset() {
        if (version == 4) {
            return (octets.shape16(offset + 6) & 0x1FFF) * 8;
        }
        return version != 6 ? -1 : fragmentHeader < 0 ? 0 : octets.u16(fragmentHeader + 2) & 0xFFF8;
    }

    /** Where the data of this fragment begins: behind the IPv4 header or the IPv6 fragment header; -1 without one. */
    public int fragmentDataOffset() {
        return version == 4 ? transportOffset : fragmentHeader < 0 ? -1 : fragmentHeader + 8;
    }

    /** The protocol at the beginning of the data that the fragments make up, or -1; see {@link #fragmentDataOffset()}. */
    public int fragmentProtocol() {
        return version == 4 ? protocol : fragmentHeader < 0 ? -1 : octets.u8(fragmentHeader);
    }

    /** Whether this packet is one of several fragments, the first included. */
    public boolean fragment() {
        return moreFragments() || fragmentOffset() > 0;
    }

    /**
     * Where the packet ends on the wire by its own header, without Ethernet padding and trailers; -1 without IP, or when the
     * input does not tell the length.
     */
    public int endOnWire() {
        return endOnWire;
    }

    /**
     * Whether a transport header is due at {@link #transportOffset()}: not in fragments behind the first, nor behind a header
     * that says that the whole packet is shorter than itself.
     */
    boolean transportDue() {
        return version > 0 && !cut && !contradictory && fragmentOffset() == 0;
    }

    boolean truncated() {
        return cut;
    }
}
