package dev.wirewalk.capture.text.ios;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers and fields of one tree, by the names that tshark 2.6 to 4.4 gives them, in small letters; the first of each counts. */
final class DetailFields {
    /** The headers come first; what tshark decodes of an application behind them is of no use here. */
    private static final int FIELDS_KEPT = 500;

    private final TextLine line;
    private final Map<String, String> values = new HashMap<>();
    private String part = "frame";

    DetailFields(TextLine line) {
        this.line = line;
    }

    /** The line of a protocol: {@code Internet Protocol Version 4, Src: …, Dst: …}. */
    void header(String text) {
        part = part(text);
        values.putIfAbsent(part, text);
    }

    private static String part(String text) {
        if (text.startsWith("Ethernet II") || text.startsWith("IEEE 802.3 Ethernet")) {
            return "ethernet";
        } else if (text.startsWith("802.1Q Virtual LAN")) {
            return "vlan";
        } else if (text.startsWith("Internet Protocol Version")) {
            return "ip";
        } else if (text.startsWith("Transmission Control Protocol")) {
            return "tcp";
        } else if (text.startsWith("User Datagram Protocol")) {
            return "udp";
        } else if (text.startsWith("Internet Control Message Protocol")) {
            return "icmp";
        }
        return text.startsWith("Address Resolution Protocol") ? "arp" : "other";
    }

    /** {@code Name: value}; bits stand before their name, {@code .1.. .... = Don't fragment: Set}. */
    void field(String text) {
        int bits = text.indexOf(" = ");
        String named = bits > 0 && (text.charAt(0) == '.' || text.charAt(0) == '0' || text.charAt(0) == '1')
                ? text.substring(bits + 3)
                : text.startsWith("[") ? text.substring(1) : text;
        int colon = named.indexOf(": ");
        if (colon > 0 && values.size() < FIELDS_KEPT) {
            values.putIfAbsent(
                    part + ' ' + named.substring(0, colon).toLowerCase(Locale.ROOT), named.substring(colon + 2));
        }
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The number that a value begins with; -1 when there is none, or the value counts from the first of a flow. */
    private long number(String name) {
        String text = text(name);
        LineScanner scanner = new LineScanner(text);
        return text.contains("relative") ? -1 : text.startsWith("0x") ? scanner.hex() : scanner.number();
    }

    private long number(String name, String otherName) {
        long found = number(name);
        return found < 0 ? number(otherName) : found;
    }

    private interface Setter {
        PacketSketch set(long value);
    }

    private static void set(long value, Setter setter) {
        if (value >= 0) {
            setter.set(value);
        }
    }

    PacketSketch sketch() {
        PacketSketch into = new PacketSketch(line);
        LineScanner epoch = new LineScanner(text("frame epoch time"));
        long seconds = epoch.number();
        if (seconds >= 0 && seconds < 9_000_000_000L) {
            into.time(seconds * 1_000_000_000L + epoch.fraction());
        }
        set(number("frame frame length"), into::frameLength);
        into.macs(mac("Src: "), mac("Dst: "));
        set(number("vlan id"), value -> into.vlan((int) value & 0xFFF));
        if (values.containsKey("arp")) {
            arp(into);
        } else if (values.containsKey("ip")) {
            ip(into);
        } else {
            int type = text("ethernet type").indexOf("(0x");
            set(
                    type < 0 ? -1 : new LineScanner(text("ethernet type").substring(type + 1)).hex(),
                    value -> into.etherType((int) value & 0xFFFF));
        }
        return into;
    }

    /** {@code Src: Name_d7:4c:ff (00:a7:42:d7:4c:ff)}: the address is in the parentheses. */
    private long mac(String label) {
        LineScanner scanner = new LineScanner(text("ethernet"));
        return scanner.skipTo(label) && scanner.skipTo("(") ? scanner.mac() : -1;
    }

    private void arp(PacketSketch into) {
        Optional<IpAddress> sender = IpAddress.parse(text("arp sender ip address"));
        Optional<IpAddress> target = IpAddress.parse(text("arp target ip address"));
        int code = text("arp opcode").lastIndexOf('(');
        long operation = code < 0
                ? number("arp opcode")
                : new LineScanner(text("arp opcode").substring(code + 1)).number();
        sender.ifPresent(address -> into.addresses(address, address));
        target.ifPresent(into::target);
        into.arp(
                (int) Math.clamp(operation, 1, 0xFFFF),
                bracketed("arp sender mac address"),
                bracketed("arp target mac address"));
    }

    private long bracketed(String name) {
        LineScanner scanner = new LineScanner(text(name));
        return scanner.skipTo("(") ? scanner.mac() : -1;
    }

    private void ip(PacketSketch into) {
        LineScanner head = new LineScanner(text("ip"));
        Optional<IpAddress> from = head.skipTo("Src: ") ? head.address() : Optional.empty();
        Optional<IpAddress> to = head.skipTo("Dst: ") ? head.address() : Optional.empty();
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        into.addresses(from.get(), to.get());
        boolean version6 = from.get().version().bits() == 128;
        set(number("ip total length"), into::ipLength);
        set(number("ip payload length"), value -> into.ipLength(value + 40));
        set(number("ip identification"), into::identification);
        set(number("ip time to live", "ip hop limit"), into::ttl);
        set(number("ip differentiated services field", "ip traffic class"), into::trafficClass);
        if (!text("ip don't fragment").isEmpty()) {
            into.dontFragment(text("ip don't fragment").equals("Set"));
        }
        long offset = number("ip fragment offset");
        if (offset >= 0) {
            into.fragment(offset, text("ip more fragments").equals("Set"));
        }
        int protocol = text(version6 ? "ip next header" : "ip protocol").lastIndexOf('(');
        if (protocol >= 0) {
            set(
                    new LineScanner(text(version6 ? "ip next header" : "ip protocol")
                                    .substring(protocol + 1))
                            .number(),
                    value -> into.protocol((int) Math.min(value, 255)));
        }
        transport(into, version6);
    }

    private void transport(PacketSketch into, boolean version6) {
        if (values.containsKey("tcp")) {
            tcp(into, port("tcp source port", "tcp"), port("tcp destination port", "tcp"));
        } else if (values.containsKey("udp")) {
            into.udp(port("udp source port", "udp"), port("udp destination port", "udp"));
            set(number("udp length") < 8 ? -1 : number("udp length") - 8, into::payloadLength);
        } else if (values.containsKey("icmp")) {
            into.protocol(version6 ? 58 : 1);
            long type = number("icmp type");
            if (type >= 0) {
                into.icmp((int) Math.min(type, 255), (int) Math.clamp(number("icmp code"), -1, 255));
            }
            long identifier = number("icmp identifier (be)", "icmp identifier");
            long sequence = number("icmp sequence number (be)", "icmp sequence");
            if (identifier >= 0 && sequence >= 0) {
                into.echo(identifier, sequence);
            }
            set(number("icmp mtu of next hop", "icmp mtu"), into::nextHopMtu);
        }
    }

    /** The field below, or what the protocol's own line shows, where a name may stand before the number: {@code Src Port: https (443)}. */
    private int port(String name, String header) {
        long found = number(name);
        LineScanner scanner = new LineScanner(text(header));
        if (found < 0 && scanner.skipTo(name.contains("source") ? "Src Port: " : "Dst Port: ")) {
            found = scanner.number();
            if (found < 0 && scanner.skipTo("(")) {
                found = scanner.number();
            }
        }
        return (int) Math.clamp(found, 0, 0xFFFF);
    }

    private void tcp(PacketSketch into, int from, int to) {
        long flags = number("tcp flags");
        into.tcp(from, to, flags < 0 ? -1 : (int) flags & 0xFF);
        set(number("tcp sequence number (raw)", "tcp sequence number"), into::sequence);
        set(number("tcp acknowledgment number (raw)", "tcp acknowledgment number"), into::acknowledgement);
        set(number("tcp window size value", "tcp window"), into::window);
        set(number("tcp tcp segment len"), into::payloadLength);
        set(number("tcp tcp option - maximum segment size", "tcp mss value"), into::segmentSize);
        set(number("tcp shift count"), into::windowScale);
        if (number("tcp timestamp value") >= 0 && number("tcp timestamp echo reply") >= 0) {
            into.timestamps(number("tcp timestamp value"), number("tcp timestamp echo reply"));
        }
    }
}
