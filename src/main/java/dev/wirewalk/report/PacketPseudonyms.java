package dev.wirewalk.report;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.Tunnel;

/**
 * Replaces the addresses in one packet: of the link, ARP, IP, what a tunnel carries and what an ICMP error quotes. A packet with a
 * header that may hold addresses in ways that are not known here is refused rather than passed on.
 */
final class PacketPseudonyms {
    private static final int NO_OPERATION = 1;
    private static final int FRAGMENT_HEADER = 44;
    private static final int GRE = 47;
    private static final int DEEPEST = 8;

    private final Pseudonyms pseudonyms;
    private final PacketBytes bytes;

    PacketPseudonyms(Pseudonyms pseudonyms, PacketBytes bytes) {
        this.pseudonyms = pseudonyms;
        this.bytes = bytes;
    }

    /** @return false when the packet must not be written */
    boolean replace(PacketView packet) {
        return replace(packet, 0, 0);
    }

    private boolean replace(PacketView packet, int base, int depth) {
        if (depth > DEEPEST || !link(packet, base, depth)) {
            return false;
        }
        if (packet.arp().present()) {
            return new NeighbourPseudonyms(pseudonyms, bytes)
                    .arp(base + packet.link().networkOffset());
        }
        PacketView inner = new PacketView();
        if (packet.link().tunnel() != Tunnel.NONE) {
            return packet.carried(inner) && replace(inner, base + inner.beginsAt(), depth + 1);
        }
        if (!packet.ip().present()) {
            return false;
        }
        boolean known = packet.ip().version() == 4 ? addresses4(packet, base) : addresses6(packet, base);
        return known && within(packet, base, depth) && checksums(packet, base);
    }

    /** The header of an outermost link of another type is not written at all. */
    private boolean link(PacketView packet, int base, int depth) {
        if (packet.link().type().equals(LinkType.ETHERNET)) {
            mac(base);
            mac(base + 6);
            return true;
        }
        if (packet.link().type().equals(LinkType.LINUX_COOKED)) {
            return cooked((int) bytes.number(base + 4, 2), base + 6);
        }
        if (packet.link().type().equals(LinkType.LINUX_COOKED_2)) {
            return cooked((int) bytes.number(base + 11, 1), base + 12);
        }
        return depth == 0 || (packet.link().sourceMac() < 0 && packet.link().destinationMac() < 0);
    }

    private boolean cooked(int length, int at) {
        if (length == 6) {
            mac(at);
        }
        bytes.put(length == 6 ? at + 6 : at, length == 6 ? 2 : 8, 0);
        return true;
    }

    private void mac(int at) {
        bytes.put(at, 6, pseudonyms.of(new MacAddress(bytes.number(at, 6))).bits());
    }

    private boolean addresses4(PacketView packet, int base) {
        int at = base + packet.ip().headerOffset();
        for (int field = at + 12; field <= at + 16; field += 4) {
            bytes.put(
                    field,
                    4,
                    pseudonyms.of(IpAddress.v4(bytes.number(field, 4))).low());
        }
        int end = at + 4 * (bytes.one(at) & 0xF);
        // Options record routes and name gateways; none of them matters to what is shown here.
        for (int i = at + 20; i < end; i++) {
            bytes.put(i, 1, NO_OPERATION);
        }
        return true;
    }

    /** Extension headers may hold addresses; that of a fragment does not. */
    private boolean addresses6(PacketView packet, int base) {
        int at = base + packet.ip().headerOffset();
        address6(at + 8);
        address6(at + 24);
        int next = packet.ip().nextHeader();
        return next == packet.ip().protocol() || next == FRAGMENT_HEADER;
    }

    private void address6(int at) {
        new NeighbourPseudonyms(pseudonyms, bytes).address6(at);
    }

    private boolean within(PacketView packet, int base, int depth) {
        PacketView inner = new PacketView();
        if (packet.ip().fragmentOffset() > 0) {
            return true;
        }
        if (packet.carried(inner)) {
            return switch (inner.carriedBy()) {
                case IP_IN_IP, GRE, ETHERNET, MPLS, VXLAN, GTP_U, L2TP, ERSPAN ->
                    replace(inner, base + inner.beginsAt(), depth + 1);
                // Their headers may name addresses of their own.
                case GENEVE, TEREDO, AYIYA, LISP, TZSP, NONE -> false;
            };
        }
        int at = base + packet.ip().transportOffset();
        return switch (packet.transport()) {
            case PacketView.TCP -> options(at);
            case PacketView.UDP -> true;
            case PacketView.ICMP, PacketView.ICMPV6 -> control(packet, base, at, depth);
            default -> false;
        };
    }

    /** Boxes on the way write addresses of clients into options of their own; only the well-known ones are let through. */
    private boolean options(int at) {
        int end = at + 4 * (bytes.one(at + 12) >> 4);
        int option = at + 20;
        while (option < end && bytes.one(option) > 0) {
            int kind = bytes.one(option);
            int length = kind == NO_OPERATION ? 1 : Math.max(2, bytes.one(option + 1));
            boolean harmless = kind <= 5 || kind == 8;
            for (int i = option; !harmless && i < Math.min(end, option + length); i++) {
                bytes.put(i, 1, NO_OPERATION);
            }
            option += length;
        }
        return true;
    }

    private boolean control(PacketView packet, int base, int at, int depth) {
        PacketView quoted = new PacketView();
        if (packet.icmp().error()) {
            return !packet.quoted(quoted) || replace(quoted, base + quoted.beginsAt(), depth + 1);
        }
        if (packet.icmp().neighbourSolicitation() || packet.icmp().neighbourAdvertisement()) {
            new NeighbourPseudonyms(pseudonyms, bytes).discovery(at);
            return true;
        }
        return packet.icmp().echoRequest() || packet.icmp().echoReply();
    }

    private boolean checksums(PacketView packet, int base) {
        int ip = base + packet.ip().headerOffset();
        boolean four = packet.ip().version() == 4;
        long addresses = four ? bytes.change(ip + 12, ip + 20) : bytes.change(ip + 8, ip + 40);
        if (four) {
            bytes.amend(ip + 10, bytes.change(ip, ip + 4 * (bytes.one(ip) & 0xF)), false);
        }
        int at = base + packet.ip().transportOffset();
        if (packet.ip().fragmentOffset() > 0 || packet.ip().transportOffset() < 0) {
            return true;
        }
        long data = bytes.change(at, bytes.length());
        switch (packet.transport()) {
            case PacketView.TCP -> bytes.amend(at + 16, addresses + data, false);
            case PacketView.UDP -> bytes.amend(at + 6, addresses + data, true);
            case PacketView.ICMP -> bytes.amend(at + 2, data, false);
            case PacketView.ICMPV6 -> bytes.amend(at + 2, addresses + data, false);
            case GRE -> bytes.amend(bytes.one(at) >= 0x80 ? at + 4 : -1, data, false);
            default -> {}
        }
        return true;
    }
}
