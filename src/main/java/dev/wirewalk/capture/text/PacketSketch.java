package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.LinkType;
import java.util.Optional;

/**
 * What a text told of one packet. Whatever is not set was not told; numbers that were not told are -1, as in {@link
 * dev.wirewalk.packet.PacketView}. A dump of the real bytes ({@link #frame}) outweighs everything but time and place.
 */
public final class PacketSketch extends ToldFields {
    public PacketSketch(TextLine head) {
        super(head.number(), head.offset());
    }

    /** When it was seen, in nanoseconds since 1970-01-01 UTC; where the text shows no date, of that day (see {@link ShownClock}). */
    public PacketSketch time(long shownNanos) {
        nanos = shownNanos;
        return this;
    }

    /** The interface it was seen on. */
    public PacketSketch on(String name) {
        interfaceName = name.isEmpty() ? Optional.empty() : Optional.of(name);
        return this;
    }

    /** The number that the capturing system gave to the interface; it outweighs a name that another machine printed. */
    public PacketSketch onNumber(long index) {
        interfaceIndex = index < 0 || index > Integer.MAX_VALUE ? UNTOLD : (int) index;
        return this;
    }

    /** Where it was seen; see {@link Frame#position()} for the words. */
    public PacketSketch at(String where) {
        position = where.isEmpty() ? Optional.empty() : Optional.of(where);
        return this;
    }

    /** Hardware addresses of 48 bits, -1 for one that is not told. */
    public PacketSketch macs(long from, long to) {
        sourceMac = from;
        destinationMac = to;
        return this;
    }

    /** There is an Ethernet header, even when nothing of it is told. */
    public PacketSketch ethernet() {
        ethernet = true;
        return this;
    }

    /** Adds a VLAN tag behind those told before. */
    public PacketSketch vlan(int id) {
        vlans.add(id & 0x0FFF);
        return this;
    }

    /** The EtherType, for packets that are neither IP nor ARP. */
    public PacketSketch etherType(int type) {
        etherType = type;
        return this;
    }

    /** The length on the wire with link header, in bytes. */
    public PacketSketch frameLength(long bytes) {
        frameLength = limited(bytes);
        return this;
    }

    /** Both of one family; of different ones (a name stands for one) they are both mapped into IPv6. */
    public PacketSketch addresses(IpAddress from, IpAddress to) {
        boolean same = from.version() == to.version();
        source = same ? from : mapped(from);
        destination = same ? to : mapped(to);
        return this;
    }

    private static IpAddress mapped(IpAddress address) {
        return address.version().bits() == 32 ? IpAddress.v6(0, 0xFFFF_0000_0000L | address.low()) : address;
    }

    /** The IP protocol number, for what is neither TCP, UDP nor ICMP. */
    public PacketSketch protocol(int number) {
        protocol = number & 0xFF;
        return this;
    }

    public PacketSketch ttl(long hops) {
        ttl = (int) Math.min(hops, 255);
        return this;
    }

    /** The eight bits of TOS or traffic class. */
    public PacketSketch trafficClass(long bits) {
        trafficClass = (int) bits & 0xFF;
        return this;
    }

    public PacketSketch identification(long id) {
        identification = id;
        return this;
    }

    public PacketSketch dontFragment(boolean set) {
        dontFragment = set ? 1 : 0;
        return this;
    }

    public PacketSketch moreFragments(boolean follow) {
        moreFragments = follow ? 1 : 0;
        return this;
    }

    /** The IPv4 header has options, which are not told. */
    public PacketSketch networkOptions() {
        networkOptions = true;
        return this;
    }

    /** @param offset in bytes */
    public PacketSketch fragment(long offset, boolean more) {
        fragmentOffset = (int) Math.min(offset, 0xFFF8);
        moreFragments = more ? 1 : 0;
        return this;
    }

    /** Total length of IPv4 with its header; of IPv6 with the fixed header of 40 bytes. In bytes; -1 when not told. */
    public PacketSketch ipLength(long bytes) {
        ipLength = bytes < 0 ? UNTOLD : limited(bytes);
        return this;
    }

    /** TCP; flags as in {@link dev.wirewalk.packet.TcpView}, -1 when not told. */
    public PacketSketch tcp(int from, int to, int shownFlags) {
        protocol = 6;
        flags = shownFlags;
        return ports(from, to);
    }

    public PacketSketch udp(int from, int to) {
        protocol = 17;
        return ports(from, to);
    }

    /** Ports of TCP, UDP or SCTP, 0 to 65535; -1 for one that is not told. */
    public PacketSketch ports(int from, int to) {
        sourcePort = from < 0 ? UNTOLD : from & 0xFFFF;
        destinationPort = to < 0 ? UNTOLD : to & 0xFFFF;
        return this;
    }

    /** Absolute, as on the wire; the low 32 bits count. */
    public PacketSketch sequence(long number) {
        sequence = number & 0xFFFF_FFFFL;
        return this;
    }

    /** Absolute, as on the wire; the low 32 bits count. */
    public PacketSketch acknowledgement(long number) {
        acknowledgement = number & 0xFFFF_FFFFL;
        return this;
    }

    /** As on the wire, not scaled; 0 to 65535. */
    public PacketSketch window(long bytes) {
        window = (int) Math.min(bytes, 0xFFFF);
        return this;
    }

    /** The text shows all TCP options that there were, be it none. */
    public PacketSketch optionsTold() {
        optionsTold = true;
        return this;
    }

    /** As {@link #optionsTold()}; {@code bytes} is their length with padding, as the text tells it. */
    public PacketSketch optionsTold(int bytes) {
        optionBytes = bytes;
        return optionsTold();
    }

    public PacketSketch segmentSize(long bytes) {
        segmentSize = (int) Math.min(bytes, 0xFFFF);
        return this;
    }

    public PacketSketch windowScale(long shift) {
        windowScale = (int) Math.min(shift, 255);
        return this;
    }

    public PacketSketch sackPermitted() {
        sackPermitted = true;
        return this;
    }

    public PacketSketch timestamps(long value, long echo) {
        timestamp = value & 0xFFFF_FFFFL;
        timestampEcho = echo & 0xFFFF_FFFFL;
        return this;
    }

    /** At most four are kept; absolute numbers. */
    public PacketSketch sack(long left, long right) {
        if (sacks.size() < 4) {
            sacks.add(new Sack(left & 0xFFFF_FFFFL, right & 0xFFFF_FFFFL));
        }
        return this;
    }

    /** Bytes behind the transport header (behind the IP header, where the transport is not decoded). */
    public PacketSketch payloadLength(long bytes) {
        payloadLength = limited(bytes);
        return this;
    }

    /** The first bytes of the payload, where the text shows them. */
    public PacketSketch payload(byte[] bytes) {
        payload = bytes.clone();
        return this;
    }

    /** ICMP, or ICMPv6 between IPv6 addresses; -1 for what is not told. */
    public PacketSketch icmp(int type, int code) {
        icmpType = type;
        icmpCode = code;
        return this;
    }

    /** Whether this was told to be an ICMP or ICMPv6 message that quotes the packet it is about (RFC 1122, 3.2.2; RFC 4443, 2.1). */
    public boolean isError() {
        IpAddress from = source;
        boolean version6 = from != null && from.version().bits() == 128;
        return version6
                ? icmpType >= 1 && icmpType < 128
                : icmpType == 3 || icmpType == 4 || icmpType == 5 || icmpType == 11 || icmpType == 12;
    }

    /** Of echo messages. */
    public PacketSketch echo(long identifier, long sequenceNumber) {
        icmpIdentifier = (int) identifier & 0xFFFF;
        icmpSequence = (int) sequenceNumber & 0xFFFF;
        return this;
    }

    public PacketSketch nextHopMtu(long mtu) {
        nextHopMtu = mtu;
        return this;
    }

    /** The address asked for, or answered, in neighbour discovery; the one asked for in ARP. */
    public PacketSketch target(IpAddress address) {
        target = address;
        return this;
    }

    /** ARP: 1 request, 2 reply; hardware addresses -1 when not told. Sender and target go into {@link #addresses} and stay IPv4. */
    public PacketSketch arp(int operation, long macOfSender, long macOfTarget) {
        arpOperation = operation;
        senderMac = macOfSender;
        targetMac = macOfTarget;
        return this;
    }

    /** The packet inside this one: quoted by an ICMP error, or carried by a tunnel behind this header of the tunnel. */
    public PacketSketch inside(PacketSketch carried, byte... tunnelHeader) {
        return inside(carried, 0, tunnelHeader);
    }

    /** As above; {@code untold} bytes of the tunnel's header follow that are not told. */
    public PacketSketch inside(PacketSketch carried, int untold, byte... tunnelHeader) {
        inner = carried;
        innerGap = untold;
        innerPrefix = tunnelHeader.clone();
        return this;
    }

    /** The real bytes, from a dump; {@code length} is what the packet had on the wire, or 0 for as many as there are. */
    public PacketSketch frame(LinkType linkType, byte[] bytes, long length) {
        real = bytes.clone();
        realLinkType = linkType;
        realLength = (int) Math.clamp(length, bytes.length, Integer.MAX_VALUE);
        return this;
    }

    /** The real bytes from the network header on, from a dump that leaves the link header out; the latter is as told. */
    public PacketSketch network(byte[] bytes) {
        network = bytes.clone();
        return this;
    }

    private static int limited(long bytes) {
        return (int) Math.clamp(bytes, 0, 0xFFFF + 256L);
    }
}
