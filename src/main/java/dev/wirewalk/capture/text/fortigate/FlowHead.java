package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextOutput;
import java.util.Optional;

/**
 * The first message of a trace: {@code vd-VDOM received a packet(proto=P, A:p->B:p)[ tun_id=T] from IF. [flag [F], seq N, ack N, win N |
 * type=T, code=C, id=I, seq=S.]}
 */
final class FlowHead {
    private static final String RECEIVED = "received a packet(";
    private static final int ICMP = 1;
    private static final int ICMP6 = 58;

    private final PacketSketch sketch;
    private final TextOutput output;

    private FlowHead(PacketSketch sketch, TextOutput output) {
        this.sketch = sketch;
        this.output = output;
    }

    static boolean is(String text) {
        return text.contains(RECEIVED);
    }

    /** Whether the packet came out of a tunnel. */
    static boolean fromTunnel(String text) {
        int at = text.indexOf("tun_id=");
        return at >= 0 && !text.startsWith("tun_id=0.0.0.0", at);
    }

    /** @return false when it names no addresses, and so makes no packet */
    static boolean read(String text, PacketSketch into, TextOutput output) {
        return new FlowHead(into, output).read(new LineScanner(text));
    }

    private boolean read(LineScanner scanner) {
        scanner.skipTo(RECEIVED);
        int protocol = scanner.accept("proto=") ? (int) Math.min(255, scanner.number()) : -1;
        scanner.accept(",");
        // A terminal or a document may have broken the line within the addresses.
        String tuple = scanner.upTo(")").map(text -> text.replace(" ", "")).orElse("");
        int arrow = tuple.indexOf('>');
        if (arrow < 1) {
            return false;
        }
        int left = tuple.charAt(arrow - 1) == '-' ? arrow - 1 : arrow;
        End from = End.of(tuple.substring(0, left), output);
        End to = End.of(tuple.substring(arrow + 1), output);
        sketch.addresses(from.address, to.address);
        String details = place(scanner);
        switch (protocol) {
            case 6 -> tcp(from, to, new LineScanner(details));
            case 17 -> sketch.udp(from.port, to.port);
            case ICMP, ICMP6 -> icmp(from, to, details, from.address.version().bits() == 128);
            case -1 -> {}
            default -> sketch.protocol(protocol).ports(from.port, to.port);
        }
        return true;
    }

    /** Reads {@code from IF.}; the name may hold dots itself. Returns what is behind. */
    private String place(LineScanner scanner) {
        if (!scanner.skipTo("from ")) {
            return scanner.rest();
        }
        String rest = scanner.rest();
        int end = rest.indexOf(". ");
        String name =
                end >= 0 ? rest.substring(0, end) : rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
        name = name.strip();
        sketch.on(name);
        if (!name.equals("local")) {
            sketch.at("in");
        }
        return end >= 0 ? rest.substring(end + 2) : "";
    }

    private void tcp(End from, End to, LineScanner details) {
        int flags = -1;
        if (details.skipTo("flag [")) {
            flags = details.upTo("]").map(ShownFlags::ofLetters).orElse(-1);
        }
        sketch.tcp(from.port, to.port, flags);
        number(details, "seq ").ifPresent(sketch::sequence);
        number(details, "ack ").ifPresent(sketch::acknowledgement);
        number(details, "win ").ifPresent(sketch::window);
    }

    /** The ports are the identifier and, as two bytes, type and code; old builds show the type alone. */
    private void icmp(End from, End to, String details, boolean version6) {
        LineScanner scanner = new LineScanner(details);
        Optional<Long> type = number(scanner, "type=");
        Optional<Long> code = number(scanner, "code=");
        Optional<Long> identifier = number(scanner, "id=");
        Optional<Long> sequence = number(scanner, "seq=");
        int shown = type.map(Long::intValue).orElse(to.port > 255 ? to.port >> 8 : to.port);
        sketch.icmp(shown & 0xFF, code.map(Long::intValue).orElse(to.port > 255 ? to.port & 0xFF : 0) & 0xFF);
        boolean echo = version6 ? shown == 128 || shown == 129 : shown == 0 || shown == 8;
        if (echo && identifier.isPresent() && sequence.isPresent()) {
            sketch.echo(identifier.get(), sequence.get());
        }
    }

    private static Optional<Long> number(LineScanner scanner, String label) {
        int before = scanner.position();
        if (scanner.skipTo(label)) {
            long value = scanner.number();
            if (value >= 0) {
                return Optional.of(value);
            }
        }
        scanner.moveTo(before);
        return Optional.empty();
    }

    /** {@code address:port}; the last colon parts them, of IPv6 too. Addresses that were made unreadable get one that stands for them. */
    private record End(IpAddress address, int port) {
        static End of(String text, TextOutput output) {
            int colon = text.lastIndexOf(':');
            long port = colon < 0 ? -1 : new LineScanner(text.substring(colon + 1)).number();
            String name = port < 0 ? text : text.substring(0, colon);
            String plain = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
            IpAddress address = IpAddress.parse(plain).orElseGet(() -> output.standIn(plain));
            return new End(address, (int) Math.clamp(port, 0, 0xFFFF));
        }
    }
}
