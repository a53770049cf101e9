package dev.wirewalk.capture.text.ios;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the information column of tshark shows of a packet. Its sequence numbers count from the first of the flow, and its windows are scaled;
 * neither is what was on the wire, so neither is taken (but the window of a SYN, which is never scaled: RFC 7323, 2.2).
 */
final class SummaryInfo {
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECN", "CWR");

    private record Message(String words, int type, int code) {}

    private static final List<Message> ICMP = List.of(
            new Message("Echo (ping) request", 8, 0),
            new Message("Echo (ping) reply", 0, 0),
            new Message("unreachable (Network unreachable", 3, 0),
            new Message("unreachable (Host unreachable", 3, 1),
            new Message("unreachable (Protocol unreachable", 3, 2),
            new Message("unreachable (Port unreachable", 3, 3),
            new Message("unreachable (Fragmentation needed", 3, 4),
            new Message("unreachable (Host administratively", 3, 10),
            new Message("unreachable (Communication administratively", 3, 13),
            new Message("unreachable", 3, -1),
            new Message("exceeded (Fragment reassembly", 11, 1),
            new Message("exceeded", 11, 0),
            new Message("Redirect", 5, -1));

    private static final List<Message> ICMP_6 = List.of(
            new Message("Echo (ping) request", 128, 0),
            new Message("Echo (ping) reply", 129, 0),
            new Message("Neighbor Solicitation", 135, 0),
            new Message("Neighbor Advertisement", 136, 0),
            new Message("Router Solicitation", 133, 0),
            new Message("Router Advertisement", 134, 0),
            new Message("Packet Too Big", 2, 0),
            new Message("unreachable (no route", 1, 0),
            new Message("unreachable (Administratively", 1, 1),
            new Message("unreachable (Port", 1, 4),
            new Message("Unreachable", 1, -1),
            new Message("Time Exceeded", 3, 0));

    private SummaryInfo() {}

    static void read(SummaryLine line, PacketSketch into, boolean version6) {
        switch (line.protocol()) {
            case "ICMP" -> icmp(line.info(), into, ICMP, 1);
            case "ICMPv6" -> icmp(line.info(), into, ICMP_6, 58);
            case "IGMP", "IGMPv2", "IGMPv3" -> into.protocol(2);
            case "GRE" -> into.protocol(47);
            case "ESP" -> into.protocol(50);
            case "EIGRP" -> into.protocol(88);
            case "OSPF" -> into.protocol(89);
            case "PIM", "PIMv2" -> into.protocol(103);
            case "VRRP" -> into.protocol(112);
            default -> ports(line, into);
        }
        if (line.protocol().equals("ICMPv6") && !version6) {
            into.protocol(1);
        }
    }

    private static void icmp(String info, PacketSketch into, List<Message> messages, int protocol) {
        into.protocol(protocol);
        messages.stream()
                .filter(message -> info.contains(message.words))
                .findFirst()
                .ifPresent(message -> into.icmp(message.type, message.code));
        LineScanner scanner = new LineScanner(info);
        long identifier = scanner.skipTo("id=") ? scanner.hex() : -1;
        long sequence = scanner.skipTo("seq=") ? scanner.number() : -1;
        if (identifier >= 0 && sequence >= 0) {
            into.echo(identifier, sequence);
        }
        if (scanner.skipTo("ttl=") || scanner.skipTo("hop limit=")) {
            into.ttl(Math.max(0, scanner.number()));
        }
    }

    /** {@code 49152 -> 443 [SYN, ACK] Seq=0 … Len=0 MSS=1460}, {@code 53 -> 4000 Len=40}. Decoded applications show no ports. */
    private static void ports(SummaryLine line, PacketSketch into) {
        String info = line.info();
        int behind = info.startsWith("[TCP ") ? info.indexOf(']') + 1 : 0;
        LineScanner scanner = new LineScanner(info);
        scanner.moveTo(behind);
        scanner.blanks();
        long from = scanner.number();
        scanner.blanks();
        boolean arrow = scanner.accept("->") || scanner.accept("\u2192") || scanner.accept(">");
        scanner.blanks();
        long to = arrow ? scanner.number() : -1;
        boolean shown = from >= 0 && to >= 0 && from <= 0xFFFF && to <= 0xFFFF;
        scanner.blanks();
        if (scanner.accept("[") || line.protocol().equals("TCP")) {
            String flags = scanner.upTo("]").orElse("");
            into.protocol(6);
            if (shown) {
                tcp(scanner, into.tcp((int) from, (int) to, flags(flags)), flags.contains("SYN"));
            }
        } else if (line.protocol().equals("UDP")) {
            into.protocol(17);
            if (shown) {
                into.udp((int) from, (int) to);
                length(scanner, into);
            }
        }
    }

    private static int flags(String shown) {
        int flags = 0;
        for (String word : shown.split(", ")) {
            int bit = FLAGS.indexOf(word.strip().toUpperCase(Locale.ROOT));
            if (bit < 0) {
                return -1;
            }
            flags |= 1 << bit;
        }
        return flags;
    }

    private static void tcp(LineScanner scanner, PacketSketch into, boolean syn) {
        int before = scanner.position();
        if (syn && scanner.skipTo("Win=")) {
            into.window(Math.max(0, scanner.number()));
        }
        scanner.moveTo(before);
        length(scanner, into);
        if (syn && scanner.skipTo("MSS=")) {
            into.segmentSize(Math.max(0, scanner.number()));
        }
        scanner.moveTo(before);
        if (syn && scanner.skipTo("WS=")) {
            into.windowScale(Long.numberOfTrailingZeros(Math.max(1, scanner.number())));
        }
        scanner.moveTo(before);
        if (syn && scanner.skipTo("SACK_PERM")) {
            into.sackPermitted();
        }
        scanner.moveTo(before);
        long value = scanner.skipTo("TSval=") ? scanner.number() : -1;
        long echo = scanner.skipTo("TSecr=") ? scanner.number() : -1;
        if (value >= 0 && echo >= 0) {
            into.timestamps(value, echo);
        }
    }

    private static void length(LineScanner scanner, PacketSketch into) {
        int before = scanner.position();
        if (scanner.skipTo("Len=")) {
            long length = scanner.number();
            if (length >= 0) {
                into.payloadLength(length);
            }
        }
        scanner.moveTo(before);
    }

    /** {@code Who has 10.0.0.1? Tell 10.0.0.2}, {@code 10.0.0.1 is at 02:00:…}. */
    static void arp(String info, PacketSketch into) {
        LineScanner scanner = new LineScanner(info);
        if (scanner.skipTo("ho has ")) {
            Optional<IpAddress> target = scanner.address();
            scanner.skipTo("ell ");
            scanner.address().ifPresent(sender -> into.addresses(sender, sender));
            target.ifPresent(into::target);
            into.arp(1, -1, -1);
            return;
        }
        Optional<IpAddress> sender = scanner.address();
        if (sender.isPresent() && scanner.accept(" is at ")) {
            into.arp(2, scanner.mac(), -1).addresses(sender.get(), sender.get());
        }
    }
}
