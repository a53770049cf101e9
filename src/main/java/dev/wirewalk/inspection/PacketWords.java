package dev.wirewalk.inspection;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.ArpView;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** One packet in one line, as packet lists show it. What is not known is left out. */
public final class PacketWords {
    private static final String[] TCP_FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

    private PacketWords() {}

    /**
     * @param forwardBase the sequence number that the sender's first byte counts from; -1 when not known, then numbers are
     *     shown as they are on the wire
     * @param backwardBase likewise of the receiver, for the acknowledgement
     */
    public static String summary(PacketView packet, long forwardBase, long backwardBase) {
        if (packet.arp().present()) {
            return arp(packet.arp());
        }
        if (packet.tcp().present()) {
            return tcp(packet, forwardBase, backwardBase);
        }
        if (packet.icmp().present()) {
            return icmp(packet.icmp());
        }
        if (packet.ip().fragmentOffset() > 0) {
            return "fragment at byte " + packet.ip().fragmentOffset();
        }
        int length = packet.payloadLength();
        String bytes = length < 0 ? "" : ", " + length + " bytes";
        return switch (packet.transport()) {
            case PacketView.UDP -> "UDP" + bytes;
            case PacketView.SCTP -> "SCTP" + bytes;
            default -> packet.ip().present() ? "IP protocol " + packet.ip().protocol() + bytes : "no IP packet";
        };
    }

    private static String tcp(PacketView packet, long forwardBase, long backwardBase) {
        TcpView tcp = packet.tcp();
        StringJoiner words = new StringJoiner("  ");
        if (tcp.flags() >= 0) {
            words.add(flags(tcp.flags()));
        }
        number(words, "seq", tcp.sequence(), forwardBase);
        if (tcp.has(TcpView.ACK)) {
            number(words, "ack", tcp.acknowledgement(), backwardBase);
        }
        if (packet.payloadLength() >= 0) {
            words.add("len " + packet.payloadLength());
        }
        if (tcp.window() >= 0) {
            words.add("win " + tcp.window());
        }
        if (tcp.maximumSegmentSize() >= 0) {
            words.add("mss " + tcp.maximumSegmentSize());
        }
        return words.toString();
    }

    private static void number(StringJoiner words, String name, long number, long base) {
        if (number >= 0) {
            words.add(name + " " + (base < 0 ? number : number - base & 0xFFFF_FFFFL));
        }
    }

    private static String flags(int flags) {
        StringJoiner names = new StringJoiner(",", "[", "]");
        for (int bit = 0; bit < TCP_FLAGS.length; bit++) {
            if ((flags & 1 << bit) != 0) {
                names.add(TCP_FLAGS[bit]);
            }
        }
        return names.toString();
    }

    private static String icmp(IcmpView icmp) {
        String family = icmp.version() == 6 ? "ICMPv6 " : "ICMP ";
        if (icmp.echoRequest() || icmp.echoReply()) {
            return family + (icmp.echoRequest() ? "echo request" : "echo reply") + "  id " + icmp.identifier()
                    + "  seq " + icmp.sequence();
        }
        if (icmp.neighbourSolicitation() || icmp.neighbourAdvertisement()) {
            return (icmp.neighbourSolicitation() ? "who has " : "here is ")
                    + icmp.targetAddress().map(Object::toString).orElse("?");
        }
        return family + "type " + icmp.type() + ", code " + icmp.code();
    }

    private static String arp(ArpView arp) {
        return switch (arp.operation()) {
            case ArpView.REQUEST -> "ARP who has" + address(arp.targetAddress());
            case ArpView.REPLY -> "ARP reply" + address(arp.senderAddress());
            default -> "ARP";
        };
    }

    /** @param bits of an IPv4 address, -1 when it is not known */
    private static String address(long bits) {
        return bits < 0 ? "" : " " + IpAddress.v4(bits);
    }

    /** What the sequence analysis says, in words: {@code retransmission, fast retransmission}; empty for nothing. */
    public static String analysis(int flags) {
        return SequenceFlag.of(flags).stream()
                .map(flag -> flag.label().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
