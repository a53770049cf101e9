package dev.wirewalk.capture.text.linux;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a packet as the kernel logs them ({@code nf_log_ipv4}, {@code nf_log_ipv6}) and xtables-monitor prints them: {@code
 * KEY=VALUE} and single words. {@code LEN} and {@code ID} come once for IP and once for UDP or ICMP.
 */
final class KernelFields {
    private static final String[] FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private String quoted = "";
    private int fragmentUnits = -1;

    KernelFields(String text) {
        int open = text.indexOf("[SRC=");
        int close = open < 0 ? -1 : text.lastIndexOf(']');
        if (close > open) {
            quoted = text.substring(open + 1, close);
        }
        for (String token : (open < 0 ? text : text.substring(0, open)).split(" ")) {
            add(token);
        }
        if (text.contains("OPT (")) {
            String options = text.substring(text.indexOf("OPT (") + 5);
            int end = options.indexOf(')');
            values.put("OPT", end < 0 ? options : options.substring(0, end));
        }
    }

    private void add(String token) {
        int equals = token.indexOf('=');
        if (equals > 0) {
            String key = token.substring(0, equals);
            String value = token.substring(equals + 1);
            if (values.putIfAbsent(key, value) != null) {
                values.putIfAbsent(key + ".2", value);
            }
        } else if (token.startsWith("FRAG:")) {
            fragmentUnits = (int) Math.max(-1, new LineScanner(token.substring(5)).number());
        } else if (!token.isEmpty()) {
            words.add(token);
        }
    }

    /** Empty where there is no such key, or no value behind it. */
    String text(String key) {
        return values.getOrDefault(key, "");
    }

    private long number(String key) {
        String text = text(key);
        LineScanner scanner = new LineScanner(text);
        return text.startsWith("0x") ? scanner.hex() : scanner.number();
    }

    private long number(String key, String otherKey) {
        long found = number(key);
        return found < 0 ? number(otherKey) : found;
    }

    /** Source and destination with their ports, as they are at this point of the way. */
    String ends() {
        return text("SRC") + port("SPT", "SPORT") + " > " + text("DST") + port("DPT", "DPORT");
    }

    private String port(String key, String otherKey) {
        long port = number(key, otherKey);
        return port < 0 ? "" : " port " + port;
    }

    /** What stays the same of a packet on its way, translated or not; packets without an identification are known by their ends. */
    String identity() {
        boolean named = number("ID") > 0 || number("SEQ") > 0;
        return text("ID")
                + ' '
                + text("PROTO")
                + ' '
                + text("LEN")
                + ' '
                + text("SEQ")
                + ' '
                + text("ACK")
                + ' '
                + text("ID.2")
                + (named ? "" : ' ' + ends());
    }

    /** @return false when there are no addresses, and so no packet */
    boolean read(PacketSketch into) {
        Optional<IpAddress> from = IpAddress.parse(text("SRC"));
        Optional<IpAddress> to = IpAddress.parse(text("DST"));
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        into.addresses(from.get(), to.get());
        hardware(into);
        network(into);
        transport(into, from.get().version().bits() == 128);
        if (!quoted.isEmpty()) {
            PacketSketch inner = new PacketSketch(new TextLine(0, 0, ""));
            if (new KernelFields(quoted).read(inner)) {
                into.inside(inner);
            }
        }
        return true;
    }

    /** Enters at {@code IN}; what the host itself sends has only {@code OUT}. */
    void place(PacketSketch sketch) {
        if (!text("IN").isEmpty()) {
            sketch.on(text("IN")).at("in");
        } else if (!text("OUT").isEmpty()) {
            sketch.on(text("OUT")).at("out");
        }
    }

    /** {@code MAC=} shows destination, source and type in a row. */
    private void hardware(PacketSketch into) {
        LineScanner scanner = new LineScanner(text("MAC"));
        long destination = scanner.mac();
        long source = destination >= 0 && scanner.accept(":") ? scanner.mac() : -1;
        if (source < 0) {
            destination = new LineScanner(text("MACDST")).mac();
            source = new LineScanner(text("MACSRC")).mac();
        }
        if (source >= 0 || destination >= 0) {
            into.macs(source, destination);
        }
    }

    private void network(PacketSketch into) {
        set(number("LEN"), into::ipLength);
        set(number("TTL", "HOPLIMIT"), into::ttl);
        set(number("ID"), into::identification);
        long service = number("TOS");
        set(service < 0 ? number("TC") : service | Math.max(0, number("PREC")), into::trafficClass);
        into.dontFragment(words.contains("DF"));
        into.fragment(Math.max(0, fragmentUnits) * 8L, words.contains("MF"));
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
        int from = (int) Math.clamp(number("SPT", "SPORT"), -1, 0xFFFF);
        int to = (int) Math.clamp(number("DPT", "DPORT"), -1, 0xFFFF);
        // xtables-monitor names no protocol, but shows flags of TCP alone.
        String protocol = text("PROTO").isEmpty() && flags() > 0 ? "TCP" : text("PROTO");
        switch (protocol) {
            case "TCP", "6" -> tcp(into, from, to);
            case "UDP", "17" -> {
                into.protocol(17);
                if (from >= 0) {
                    into.udp(from, to);
                }
                set(number("LEN.2") < 8 ? -1 : number("LEN.2") - 8, into::payloadLength);
            }
            case "ICMP", "ICMPv6", "1", "58" -> icmp(into, version6);
            case "ESP" -> into.protocol(50);
            case "AH" -> into.protocol(51);
            case "SCTP" -> into.protocol(132).ports(from, to);
            case "UDPLITE" -> into.protocol(136);
            default -> set(number("PROTO"), value -> into.protocol((int) Math.min(255, value)));
        }
    }

    private int flags() {
        int flags = 0;
        for (int bit = 0; bit < FLAGS.length; bit++) {
            flags |= words.contains(FLAGS[bit]) ? 1 << bit : 0;
        }
        return flags;
    }

    private void tcp(PacketSketch into, int from, int to) {
        if (from < 0) {
            into.protocol(6);
            return;
        }
        into.tcp(from, to, flags() == 0 ? -1 : flags());
        set(number("SEQ"), into::sequence);
        set(number("ACK"), into::acknowledgement);
        set(number("WINDOW"), into::window);
        // A trace asks the kernel for the options, so that none are shown where none were; only with numbers is it a
        // trace's form.
        if (number("SEQ") >= 0) {
            TcpOptionBytes.read(text("OPT"), into.optionsTold());
        }
    }

    private void icmp(PacketSketch into, boolean version6) {
        into.protocol(version6 ? 58 : 1);
        long type = number("TYPE");
        if (type >= 0) {
            into.icmp((int) type & 0xFF, (int) Math.max(0, number("CODE")) & 0xFF);
        }
        long identifier = number("ID.2") < 0 && version6 ? number("ID") : number("ID.2");
        if (identifier >= 0 && number("SEQ") >= 0) {
            into.echo(identifier, number("SEQ"));
        }
        set(number("MTU"), into::nextHopMtu);
    }
}
