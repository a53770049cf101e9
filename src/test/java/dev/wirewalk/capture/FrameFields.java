package dev.wirewalk.capture;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.IpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.List;
import java.util.StringJoiner;

/** Writes what our decoder sees in a frame under the field names and in the notation of tshark. */
final class FrameFields {
    static final List<String> NAMES = List.of(
            "frame.number",
            "frame.time_epoch",
            "frame.len",
            "frame.cap_len",
            "frame.interface_id",
            "frame.protocols",
            "eth.src",
            "eth.dst",
            "sll.pkttype",
            "sll.ifindex",
            "ieee8021ad.id",
            "vlan.id",
            "ip.src",
            "ip.dst",
            "ip.ttl",
            "ip.id",
            "ip.proto",
            "ip.frag_offset",
            "ip.flags.df",
            "ipv6.src",
            "ipv6.dst",
            "ipv6.hlim",
            "ipv6.nxt",
            "arp.opcode",
            "arp.src.hw_mac",
            "arp.src.proto_ipv4",
            "arp.dst.proto_ipv4",
            "tcp.srcport",
            "tcp.dstport",
            "tcp.seq_raw",
            "tcp.ack_raw",
            "tcp.flags",
            "tcp.hdr_len",
            "tcp.len",
            "tcp.window_size_value",
            "tcp.options.mss_val",
            "tcp.options.wscale.shift",
            "tcp.options.timestamp.tsval",
            "tcp.options.timestamp.tsecr",
            "tcp.options.sack_le",
            "tcp.options.sack_re",
            "tcp.stream",
            "udp.srcport",
            "udp.dstport",
            "udp.length",
            "icmp.type",
            "icmp.code",
            "icmp.ident",
            "icmp.seq",
            "icmp.mtu",
            "icmpv6.type",
            "icmpv6.code",
            "icmpv6.mtu",
            "icmpv6.echo.identifier",
            "icmpv6.echo.sequence_number",
            "icmpv6.nd.ns.target_address",
            "icmpv6.nd.na.target_address");

    private final FieldRow fields = new FieldRow();
    private final PacketView quoted = new PacketView();

    static FieldRow of(Frame frame) {
        FrameFields fields = new FrameFields();
        fields.frame(frame);
        fields.link(frame.packet());
        fields.network(frame.packet());
        // Of several levels tshark names all; the first TCP and ICMP header is that of the innermost packet.
        PacketView inner = new Innermost().of(frame.packet());
        boolean quotes = inner.quoted(fields.quoted);
        fields.icmp(inner.icmp());
        fields.echo(quotes ? fields.quoted.icmp() : inner.icmp());
        fields.tcp(quotes ? fields.quoted : inner, quotes);
        boolean outerUdp = frame.packet().transport() == PacketView.UDP;
        fields.udp(outerUdp ? frame.packet() : quotes ? fields.quoted : inner);
        return fields.fields;
    }

    private void put(String name, long value) {
        fields.put(name, value < 0 ? "" : Long.toString(value));
    }

    private void mac(String name, long value) {
        String hex = String.format("%012x", value);
        fields.put(name, value < 0 ? "" : hex.replaceAll("(..)(?!$)", "$1:"));
    }

    private void ipv4(String name, long value) {
        fields.put(name, value < 0 ? "" : IpAddress.v4(value).toString());
    }

    private void frame(Frame frame) {
        long nanos = frame.timeNanos();
        put("frame.number", frame.number());
        fields.put(
                "frame.time_epoch",
                frame.hasTime() ? String.format("%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000) : "");
        put("frame.len", frame.originalLength());
        put("frame.cap_len", frame.capturedLength());
    }

    private void link(PacketView packet) {
        mac("eth.src", packet.link().destinationMac() < 0 ? -1 : packet.link().sourceMac());
        mac("eth.dst", packet.link().destinationMac());
        put("sll.pkttype", packet.link().packetType());
        put("sll.ifindex", packet.link().interfaceIndex());
        StringJoiner vlans = new StringJoiner(",");
        for (int tag = 0; tag < packet.link().vlanCount(); tag++) {
            vlans.add(Integer.toString(packet.link().vlanId(tag)));
        }
        fields.put("vlans", vlans.toString());
    }

    private void network(PacketView packet) {
        IpView ip = packet.ip();
        String version = ip.version() == 6 ? "ipv6" : "ip";
        fields.put(version + ".src", ip.sourceAddress().map(IpAddress::toString).orElse(""));
        fields.put(
                version + ".dst",
                ip.destinationAddress().map(IpAddress::toString).orElse(""));
        if (ip.version() == 4) {
            put("ip.ttl", ip.ttl());
            put("ip.proto", ip.nextHeader());
            fields.put("ip.id", String.format("0x%04x", ip.identification()));
            put("ip.frag_offset", ip.fragmentOffset() / 8); // tshark 4.0 prints the field, not the bytes
            put("ip.flags.df", ip.dontFragment() ? 1 : 0);
        } else if (ip.version() == 6) {
            put("ipv6.hlim", ip.ttl());
            put("ipv6.nxt", ip.nextHeader());
        }
        put("arp.opcode", packet.arp().operation());
        mac("arp.src.hw_mac", packet.arp().senderMac());
        ipv4("arp.src.proto_ipv4", packet.arp().senderAddress());
        ipv4("arp.dst.proto_ipv4", packet.arp().targetAddress());
    }

    private void icmp(IcmpView icmp) {
        String version = icmp.version() == 6 ? "icmpv6" : "icmp";
        put(version + ".type", icmp.type());
        put(version + ".code", icmp.code());
        put(version + ".mtu", icmp.nextHopMtu());
        String target = icmp.targetAddress().map(IpAddress::toString).orElse("");
        fields.put("icmpv6.nd.ns.target_address", icmp.neighbourSolicitation() ? target : "");
        fields.put("icmpv6.nd.na.target_address", icmp.neighbourAdvertisement() ? target : "");
    }

    private void echo(IcmpView icmp) {
        boolean version6 = icmp.version() == 6;
        put(version6 ? "icmpv6.echo.sequence_number" : "icmp.seq", icmp.sequence());
        put("icmp.ident", version6 ? -1 : icmp.identifier());
        boolean echo6 = version6 && icmp.identifier() >= 0;
        fields.put("icmpv6.echo.identifier", echo6 ? String.format("0x%04x", icmp.identifier()) : "");
    }

    private void udp(PacketView packet) {
        put("udp.srcport", packet.transport() == PacketView.UDP ? packet.sourcePort() : -1);
        put("udp.dstport", packet.transport() == PacketView.UDP ? packet.destinationPort() : -1);
        put("udp.length", packet.udpLength());
    }

    private void tcp(PacketView packet, boolean inQuote) {
        TcpView tcp = packet.tcp();
        put("tcp.srcport", tcp.present() ? packet.sourcePort() : -1);
        put("tcp.dstport", tcp.present() ? packet.destinationPort() : -1);
        if (inQuote) {
            return;
        }
        put("tcp.seq_raw", tcp.sequence());
        put("tcp.ack_raw", tcp.acknowledgement());
        fields.put("tcp.flags", tcp.present() && tcp.flags() >= 0 ? String.format("0x%04x", flags(packet)) : "");
        put("tcp.hdr_len", tcp.headerLength());
        put("tcp.len", tcp.present() ? packet.payloadLengthInFrame() : -1);
        put("tcp.window_size_value", tcp.window());
        put("tcp.options.mss_val", tcp.maximumSegmentSize());
        put("tcp.options.wscale.shift", tcp.windowScale());
        put("tcp.options.timestamp.tsval", tcp.timestamp());
        put("tcp.options.timestamp.tsecr", tcp.timestampEcho());
        sack(tcp);
    }

    /** tshark prints twelve bits: the eight flags and the four reserved ones in front of them. */
    private static long flags(PacketView packet) {
        return packet.load(packet.ip().transportOffset() + 12, 2) & 0x0FFF;
    }

    private void sack(TcpView tcp) {
        StringJoiner left = new StringJoiner(",");
        StringJoiner right = new StringJoiner(",");
        for (int block = 0; block < tcp.sackBlocks(); block++) {
            left.add(Long.toString(tcp.sackLeft(block)));
            right.add(Long.toString(tcp.sackRight(block)));
        }
        fields.put("tcp.options.sack_le", left.toString());
        fields.put("tcp.options.sack_re", right.toString());
    }
}
