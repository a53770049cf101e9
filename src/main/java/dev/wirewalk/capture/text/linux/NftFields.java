package dev.wirewalk.capture.text.linux;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.packet.TcpView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a packet as nft prints them: protocol, name and value in turn, {@code ip saddr 10.0.0.1 tcp dport 80}. */
final class NftFields {
    private static final List<String> PROTOCOLS = List.of(
            "ether", "vlan", "ip", "ip6", "arp", "tcp", "udp", "udplite", "sctp", "dccp", "icmp", "icmpv6", "esp", "ah",
            "meta", "th");
    private static final Map<String, Integer> FLAGS = Map.of(
            "fin", TcpView.FIN,
            "syn", TcpView.SYN,
            "rst", TcpView.RST,
            "psh", TcpView.PSH,
            "ack", TcpView.ACK,
            "urg", TcpView.URG,
            "ecn", TcpView.ECE,
            "cwr", TcpView.CWR);

    private static final Map<String, Integer> ICMP = Map.of(
            "echo-reply", 0,
            "destination-unreachable", 3,
            "source-quench", 4,
            "redirect", 5,
            "echo-request", 8,
            "router-advertisement", 9,
            "router-solicitation", 10,
            "time-exceeded", 11,
            "parameter-problem", 12);

    private static final Map<String, Integer> ICMP_6 = Map.of(
            "destination-unreachable", 1,
            "packet-too-big", 2,
            "time-exceeded", 3,
            "parameter-problem", 4,
            "echo-request", 128,
            "echo-reply", 129,
            "nd-router-solicit", 133,
            "nd-router-advert", 134,
            "nd-neighbor-solicit", 135,
            "nd-neighbor-advert", 136);

    private static final Map<String, Integer> CODES = Map.of(
            "net-unreachable", 0,
            "host-unreachable", 1,
            "prot-unreachable", 2,
            "port-unreachable", 3,
            "frag-needed", 4,
            "net-prohibited", 9,
            "host-prohibited", 10,
            "admin-prohibited", 13);

    private final Map<String, String> values = new HashMap<>();

    NftFields(String text) {
        String protocol = "";
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.equals("iif") || word.equals("oif") || word.equals("iifname") || word.equals("oifname")) {
                values.put(word.substring(0, 3), i + 1 < words.length ? words[++i].replace("\"", "") : "");
            } else if (PROTOCOLS.contains(word) && !isValue(words, i)) {
                protocol = word;
            } else if (!protocol.isEmpty() && i + 1 < words.length) {
                int value = words[i + 1].equals("==") ? i + 2 : i + 1;
                StringBuilder shown = new StringBuilder(value < words.length ? words[value] : "");
                while (value + 2 < words.length && words[value + 1].equals("|")) {
                    value += 2;
                    shown.append(',').append(words[value]);
                }
                values.putIfAbsent(protocol + ' ' + word, shown.toString());
                i = value;
            }
        }
    }

    /** {@code ip protocol tcp}: a protocol's name behind the word that asks for it. */
    private static boolean isValue(String[] words, int at) {
        return at > 0
                && (words[at - 1].equals("protocol")
                        || words[at - 1].equals("nexthdr")
                        || words[at - 1].equals("l4proto"));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    long number(String name) {
        String text = text(name);
        LineScanner scanner = new LineScanner(text);
        return text.startsWith("0x") ? scanner.hex() : scanner.number();
    }

    private String either(String name) {
        String version4 = text("ip " + name);
        return version4.isEmpty() ? text("ip6 " + name) : version4;
    }

    private String transport() {
        return List.of("tcp", "udp", "sctp", "icmp", "icmpv6").stream()
                .filter(name -> values.keySet().stream().anyMatch(key -> key.startsWith(name + ' ')))
                .findFirst()
                .orElse("");
    }

    long hops() {
        return Math.max(number("ip ttl"), number("ip6 hoplimit"));
    }

    String ends() {
        String transport = transport();
        return either("saddr") + port(transport, "sport") + " > " + either("daddr") + port(transport, "dport");
    }

    private String port(String transport, String name) {
        String port = text(transport + ' ' + name);
        return port.isEmpty() ? "" : " port " + port;
    }

    void place(PacketSketch sketch) {
        if (!text("iif").isEmpty()) {
            sketch.on(text("iif")).at("in");
        } else if (!text("oif").isEmpty()) {
            sketch.on(text("oif")).at("out");
        }
    }

    boolean read(PacketSketch into) {
        Optional<IpAddress> from = IpAddress.parse(either("saddr"));
        Optional<IpAddress> to = IpAddress.parse(either("daddr"));
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        into.addresses(from.get(), to.get());
        long source = new LineScanner(text("ether saddr")).mac();
        long destination = new LineScanner(text("ether daddr")).mac();
        if (source >= 0 || destination >= 0) {
            into.macs(source, destination);
        }
        set(number("vlan id"), value -> into.vlan((int) value & 0xFFF));
        set(hops(), into::ttl);
        set(number("ip id"), into::identification);
        set(number("ip length"), into::ipLength);
        set(number("ip6 length"), value -> into.ipLength(value + 40));
        transport(into, from.get().version().bits() == 128);
        return true;
    }

    private interface Setter {
        PacketSketch set(long value);
    }

    private static void set(long value, Setter setter) {
        if (value >= 0) {
            setter.set(value);
        }
    }

    private void transport(PacketSketch into, boolean version6) {
        String name = transport();
        int from = (int) Math.clamp(number(name + " sport"), 0, 0xFFFF);
        int to = (int) Math.clamp(number(name + " dport"), 0, 0xFFFF);
        switch (name) {
            case "tcp" -> {
                into.tcp(from, to, flags(text("tcp flags")));
                set(number("tcp sequence"), into::sequence);
                set(number("tcp ackseq"), into::acknowledgement);
                set(number("tcp window"), into::window);
            }
            case "udp" -> {
                into.udp(from, to);
                set(number("udp length") < 8 ? -1 : number("udp length") - 8, into::payloadLength);
            }
            case "sctp" -> into.protocol(132).ports(from, to);
            case "icmp", "icmpv6" -> icmp(into, name, version6);
            default ->
                set(Math.max(number("ip protocol"), number("ip6 nexthdr")), value -> into.protocol((int) value & 0xFF));
        }
    }

    /** {@code syn}, {@code syn,ack}, {@code syn | ack} or {@code 0x12}; -1 when one of them is not known. */
    private static int flags(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        if (text.startsWith("0x")) {
            return (int) new LineScanner(text).hex() & 0xFF;
        }
        int flags = 0;
        for (String word : text.split(",")) {
            int flag = FLAGS.getOrDefault(word, -1);
            if (flag < 0) {
                return -1;
            }
            flags |= flag;
        }
        return flags;
    }

    private void icmp(PacketSketch into, String name, boolean version6) {
        into.protocol(version6 ? 58 : 1);
        String shown = text(name + " type");
        int type = (version6 ? ICMP_6 : ICMP).getOrDefault(shown, (int) Math.clamp(number(name + " type"), -1, 255));
        if (type < 0) {
            return;
        }
        String code = text(name + " code");
        into.icmp(
                type,
                version6
                        ? (int) Math.clamp(number(name + " code"), -1, 255)
                        : CODES.getOrDefault(code, (int) Math.clamp(number(name + " code"), -1, 255)));
        if (number(name + " id") >= 0 && number(name + " sequence") >= 0) {
            into.echo(number(name + " id"), number(name + " sequence"));
        }
    }
}
