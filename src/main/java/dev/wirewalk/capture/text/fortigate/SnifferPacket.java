package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.packet.TcpView;
import java.util.List;
import java.util.Optional;

/**
 * The packet of a sniffer line: {@code A.p -> B.p: syn N ack M}, {@code : udp LEN}, {@code : icmp: …}, {@code arp …}, behind a VLAN tag
 * {@code 802.1Q vlan#N P0 …}. Sequence numbers are those on the wire; lengths are shown for UDP alone.
 */
final class SnifferPacket {
    private static final String ARROW = " -> ";
    private static final List<String> OTHERS = List.of(
            "arp who-has ",
            "arp reply ",
            "arp ",
            "802.1Q vlan",
            "stp ",
            "pppoe ",
            "llc ",
            "lldp ",
            "cdp ",
            "ip-proto-");

    private final PacketSketch sketch;
    private final TextOutput output;

    /** The addresses of the IP header, where the line shows them. */
    private Optional<IpAddress> source = Optional.empty();

    private Optional<IpAddress> destination = Optional.empty();

    SnifferPacket(PacketSketch sketch, TextOutput output) {
        this.sketch = sketch;
        this.output = output;
    }

    /** Whether a line without an interface, from behind the time on, is one of the sniffer. */
    static boolean is(String packet) {
        return hasArrow(packet) || OTHERS.stream().anyMatch(packet::startsWith);
    }

    /** {@code address -> address:} */
    static boolean hasArrow(String packet) {
        int arrow = packet.indexOf(ARROW);
        if (arrow < 2 || arrow > 60 || packet.lastIndexOf(' ', arrow - 1) >= 0) {
            return false;
        }
        int to = arrow + ARROW.length();
        int end = packet.indexOf(' ', to);
        boolean addresses =
                packet.charAt(0) == ':' || Character.digit(packet.charAt(0), 16) >= 0 || packet.charAt(0) == 'X';
        return addresses && (end < 0 || packet.charAt(end - 1) == ':') && packet.indexOf(':', to) >= 0;
    }

    Optional<IpAddress> source() {
        return source;
    }

    Optional<IpAddress> destination() {
        return destination;
    }

    void read(String packet) {
        LineScanner scanner = new LineScanner(packet);
        while (scanner.accept("802.1Q vlan#")) {
            sketch.vlan((int) Math.clamp(scanner.number(), 0, 4095));
            scanner.blanks();
            if (scanner.peek() == 'P' && Character.isDigit(scanner.peek(1))) {
                scanner.word();
                scanner.blanks();
            }
            scanner.accept("-- ");
        }
        if (scanner.accept("arp ")) {
            arp(scanner);
        } else if (hasArrow(scanner.rest())) {
            ip(scanner);
        }
    }

    private void arp(LineScanner scanner) {
        if (scanner.accept("who-has ")) {
            Optional<IpAddress> target = scanner.address();
            scanner.skipTo("tell ");
            Optional<IpAddress> sender = scanner.address();
            sketch.arp(1, -1, -1);
            sender.ifPresent(address -> sketch.addresses(address, address));
            target.ifPresent(sketch::target);
        } else if (scanner.accept("reply ")) {
            Optional<IpAddress> sender = scanner.address();
            long mac = scanner.skipTo("is-at ") ? scanner.mac() : -1;
            sketch.arp(2, mac, -1);
            sender.ifPresent(address -> sketch.addresses(address, address));
        }
    }

    private void ip(LineScanner scanner) {
        End from = End.of(scanner.word(), output);
        scanner.accept(ARROW);
        String second = scanner.word();
        End to = End.of(second.endsWith(":") ? second.substring(0, second.length() - 1) : second, output);
        scanner.blanks();
        source = Optional.of(from.address);
        destination = Optional.of(to.address);
        sketch.addresses(from.address, to.address);
        if (scanner.startsWith("[")) {
            scanner.skipTo("] ");
        }
        transport(scanner, from, to);
        fragment(scanner);
        if (scanner.skipTo("hlim ")) {
            sketch.ttl(Math.max(0, scanner.number()));
        } else if (scanner.skipTo("ttl ")) {
            sketch.ttl(Math.max(0, scanner.number()));
        }
    }

    private void transport(LineScanner scanner, End from, End to) {
        boolean version6 = from.address.version().bits() == 128;
        if (scanner.accept("udp ")) {
            sketch.udp(from.port, to.port);
            length(scanner.number());
        } else if (scanner.accept("icmp: ") || scanner.accept("icmp6: ")) {
            SnifferIcmp.read(scanner, sketch, version6);
        } else if (scanner.startsWith("ESP(") || scanner.accept("esp")) {
            sketch.protocol(50);
        } else if (scanner.startsWith("AH(")) {
            sketch.protocol(51);
        } else if (scanner.startsWith("gre")) {
            sketch.protocol(47);
        } else if (scanner.accept("ip-proto-")) {
            sketch.protocol((int) Math.clamp(scanner.number(), 0, 255));
            scanner.blanks();
            length(scanner.number());
        } else if (from.port >= 0 && to.port >= 0) {
            tcp(scanner, from, to);
        }
    }

    private void length(long bytes) {
        if (bytes >= 0) {
            sketch.payloadLength(bytes);
        }
    }

    /** {@code syn N}, {@code syn N ack M}, {@code ack M}, {@code psh N ack M}, {@code N ack M}: a number before {@code ack} is the sequence's. */
    private void tcp(LineScanner scanner, End from, End to) {
        int flags = 0;
        boolean shown = false;
        long sequence = -1;
        while (!scanner.atEnd()) {
            int before = scanner.position();
            long number = scanner.number();
            if (number >= 0) {
                sequence = number;
                shown = true;
            } else if (scanner.accept("ack ")) {
                flags |= TcpView.ACK;
                shown = true;
                number = scanner.number();
                if (number >= 0) {
                    sketch.acknowledgement(number);
                }
            } else {
                int flag = ShownFlags.ofWord(scanner.word());
                shown |= flag != 0;
                if (flag == 0) {
                    scanner.moveTo(before);
                    break;
                }
                flags |= flag;
            }
            scanner.blanks();
        }
        // Another protocol with ports, which the sniffer decodes further, shows words of its own here.
        if (shown) {
            sketch.tcp(from.port, to.port, flags);
            if (sequence >= 0) {
                sketch.sequence(sequence);
            }
        }
    }

    /** {@code (frag 123:1480@2960+)}: identification, length and offset in bytes, and whether more follow. */
    private void fragment(LineScanner scanner) {
        int before = scanner.position();
        if (scanner.skipTo("(frag ")) {
            long id = scanner.number();
            scanner.accept(":");
            long length = scanner.number();
            scanner.accept("@");
            long offset = scanner.number();
            if (id >= 0 && length >= 0 && offset >= 0) {
                sketch.identification(id)
                        .fragment(offset, scanner.peek() == '+')
                        .ipLength(20 + length);
            }
        }
        scanner.moveTo(before);
    }

    /** {@code 10.0.0.1}, {@code 10.0.0.1.80}, {@code fe80::1}, {@code fe80::1.546}; the port is -1 where none is shown. */
    private record End(IpAddress address, int port) {
        static End of(String text, TextOutput output) {
            Optional<IpAddress> alone = IpAddress.parse(text);
            if (alone.isPresent()) {
                return new End(alone.get(), -1);
            }
            int dot = text.lastIndexOf('.');
            long port = dot < 0 ? -1 : new LineScanner(text.substring(dot + 1)).number();
            boolean names = port >= 0
                    && (text.indexOf(':') >= 0
                            || text.chars().filter(c -> c == '.').count() > 3);
            String name = names ? text.substring(0, dot) : text;
            IpAddress address = IpAddress.parse(name).orElseGet(() -> output.standIn(name));
            return new End(address, names ? (int) Math.min(port, 0xFFFF) : -1);
        }
    }
}
