package dev.wirewalk.capture.text.junos;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.util.Optional;

/** The lines that tell of the packet itself. */
final class TracedPacket {
    private TracedPacket() {}

    /** {@code <A/p->B/p;PROTO[,0xN]> matched filter NAME:} */
    static boolean isFilterMatch(String text) {
        return text.startsWith("<") && text.contains("matched filter");
    }

    static boolean filterMatch(String text, PacketSketch into) {
        LineScanner scanner = new LineScanner(text);
        scanner.accept("<");
        Optional<Pair> pair = Pair.of(scanner);
        if (pair.isEmpty() || !scanner.accept(";")) {
            return false;
        }
        pair.get().into(into, String.valueOf(scanner.number()));
        return true;
    }

    /** {@code A/p-->B/p;PROTO}, of a line that says only that the packet was dropped. */
    static boolean dropped(LineScanner scanner, PacketSketch into) {
        Optional<Pair> pair = Pair.of(scanner);
        if (pair.isEmpty() || !scanner.accept(";")) {
            return false;
        }
        int from = scanner.position();
        int comma = scanner.rest().indexOf(',');
        String protocol = comma < 0 ? scanner.rest() : scanner.rest().substring(0, comma);
        scanner.moveTo(from + protocol.length());
        pair.get().into(into, protocol);
        return true;
    }

    /** {@code packet [64] ipid = 7, @0x433d641c}: the length of the IP packet and its identification. */
    static boolean lengthAndId(String text, PacketSketch into) {
        LineScanner scanner = new LineScanner(text);
        if (!scanner.accept("packet [")) {
            return false;
        }
        long length = scanner.number();
        if (scanner.skipTo("ipid = ")) {
            long id = scanner.number();
            if (id >= 0) {
                into.identification(id);
            }
        }
        if (length >= 20) {
            into.ipLength(length);
        }
        return true;
    }

    /** {@code IF:A/p->B/p, tcp, flag c2 syn}, {@code IF:A->B, icmp, (8/0)}, {@code IF:A/p->B/p, udp}. */
    static boolean isArrival(String text) {
        int colon = text.indexOf(':');
        int arrow = text.indexOf("->");
        return colon > 0
                && arrow > colon
                && text.lastIndexOf(' ', arrow) < 0
                && text.indexOf(',', arrow) > 0
                && text.charAt(0) != '<';
    }

    static boolean arrival(String text, PacketSketch into) {
        int colon = text.indexOf(':');
        LineScanner scanner = new LineScanner(text);
        scanner.moveTo(colon + 1);
        Optional<Pair> pair = Pair.of(scanner);
        if (pair.isEmpty() || !scanner.accept(", ")) {
            return false;
        }
        String name = text.substring(0, colon);
        into.on(name);
        // The router's own packets begin at an interface that is none.
        if (!name.startsWith(".local.")) {
            into.at("in");
        }
        String protocol = scanner.word().replace(",", "");
        pair.get().into(into, protocol);
        if (protocol.equals("tcp") && scanner.skipTo("flag ")) {
            long flags = scanner.hex();
            into.tcp(pair.get().fromPort, pair.get().toPort, flags < 0 ? -1 : (int) flags & 0xFF);
        } else if (protocol.startsWith("icmp") && scanner.skipTo("(")) {
            long type = scanner.number();
            long code = scanner.accept("/") ? scanner.number() : -1;
            if (type >= 0 && code >= 0) {
                into.icmp((int) Math.min(type, 255), (int) Math.min(code, 255));
            }
        }
        return true;
    }

    /** Two addresses with ports behind a slash, or 0. */
    private record Pair(IpAddress from, int fromPort, IpAddress to, int toPort) {
        static Optional<Pair> of(LineScanner scanner) {
            Optional<IpAddress> from = scanner.address();
            int fromPort = port(scanner);
            boolean arrow = scanner.accept("-->") || scanner.accept("->");
            Optional<IpAddress> to = arrow ? scanner.address() : Optional.empty();
            int toPort = port(scanner);
            return from.isPresent() && to.isPresent()
                    ? Optional.of(new Pair(from.get(), fromPort, to.get(), toPort))
                    : Optional.empty();
        }

        private static int port(LineScanner scanner) {
            return scanner.accept("/") ? (int) Math.clamp(scanner.number(), 0, 0xFFFF) : 0;
        }

        /** @param protocol by number or name */
        void into(PacketSketch sketch, String protocol) {
            sketch.addresses(from, to);
            switch (protocol) {
                case "6", "tcp" -> sketch.tcp(fromPort, toPort, -1);
                case "17", "udp" -> sketch.udp(fromPort, toPort);
                case "1", "icmp" -> sketch.protocol(1);
                case "58", "icmp6", "icmpv6" -> sketch.protocol(58);
                default -> {
                    long number = new LineScanner(protocol).number();
                    if (number >= 0) {
                        sketch.protocol((int) Math.min(number, 255)).ports(fromPort, toPort);
                    }
                }
            }
        }
    }
}
