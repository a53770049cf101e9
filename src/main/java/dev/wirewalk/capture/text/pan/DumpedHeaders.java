package dev.wirewalk.capture.text.pan;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import java.util.Optional;

/**
 * The headers of a packet as a block shows them: {@code Packet info: … interface N …}, {@code L2: mac->mac, type 0x0800}, {@code IP:
 * A->B, protocol N}, {@code TCP: sport N, dport N, seq N, ack N,}, and {@code name value} pairs in the lines below.
 */
final class DumpedHeaders {
    private Optional<PacketSketch> sketch = Optional.empty();
    private final StringBuilder identity = new StringBuilder();
    private String part = "";
    private int sourcePort;
    private int destinationPort;
    private int icmpType = -1;
    private long icmpIdentifier = -1;
    private boolean addressed;

    void begin(TextLine line, long nanos) {
        sketch = Optional.of(new PacketSketch(line).time(nanos));
        if (line.text().contains(" ingress ")) {
            sketch.get().at("in");
        }
    }

    boolean begun() {
        return sketch.isPresent();
    }

    boolean complete() {
        return sketch.isPresent() && addressed;
    }

    PacketSketch sketch() {
        return sketch.orElseThrow();
    }

    /** What stays the same of a packet from stage to stage. */
    String identity() {
        return identity.toString();
    }

    /** @return whether the line tells something of the headers */
    boolean read(String text) {
        if (sketch.isEmpty()) {
            return false;
        }
        LineScanner scanner = new LineScanner(text);
        if (text.startsWith("Packet info:")) {
            if (scanner.skipTo(" interface ")) {
                sketch().on("interface " + scanner.word());
            }
            return true;
        }
        if (text.startsWith("Packet decoded dump") || text.startsWith("wqe index ")) {
            return true;
        }
        for (String header : new String[] {"L2:", "IP:", "IPv6:", "TCP:", "UDP:", "ICMP:", "ICMPv6:", "ARP:"}) {
            if (scanner.accept(header)) {
                part = header;
                scanner.blanks();
                beginning(scanner);
                pairs(scanner.rest());
                return true;
            }
        }
        boolean known = !part.isEmpty() && pairs(text);
        return known || (!part.isEmpty() && isDump(text));
    }

    private void beginning(LineScanner scanner) {
        if (part.equals("L2:")) {
            long source = scanner.mac();
            scanner.accept("->");
            long destination = scanner.mac();
            sketch().macs(source, destination);
        } else if (part.equals("IP:") || part.equals("IPv6:")) {
            Optional<IpAddress> from = scanner.address();
            scanner.accept("->");
            Optional<IpAddress> to = scanner.address();
            if (from.isPresent() && to.isPresent()) {
                sketch().addresses(from.get(), to.get());
                identity.append(from.get()).append(' ').append(to.get());
                addressed = true;
            }
        }
    }

    /** {@code name value, name value}; true when one of the names is known. */
    private boolean pairs(String text) {
        boolean known = false;
        for (String pair : text.split(",")) {
            String[] words = pair.strip().split(" ", 3);
            if (words.length >= 2) {
                LineScanner value = new LineScanner(words[1]);
                long number = words[1].startsWith("0x") ? value.hex() : value.number();
                known |= number >= 0 && (value.atEnd() || value.peek() == '(') && field(words[0], number);
            }
        }
        return known;
    }

    private boolean field(String name, long value) {
        PacketSketch packet = sketch();
        switch (part + name) {
            case "IP:protocol", "IPv6:protocol", "IPv6:nexthdr" -> packet.protocol((int) Math.min(value, 255));
            case "IP:len" -> packet.ipLength(value);
            case "IP:tos" -> packet.trafficClass(value);
            case "IP:id" -> {
                packet.identification(value);
                identity.append(" id ").append(value);
            }
            case "IP:frag_off" ->
                packet.dontFragment((value & 0x4000) != 0).fragment((value & 0x1FFF) * 8, (value & 0x2000) != 0);
            case "IP:ttl", "IPv6:hlimit" -> packet.ttl(value);
            case "TCP:sport", "UDP:sport" -> sourcePort = (int) Math.min(value, 0xFFFF);
            case "TCP:dport", "UDP:dport" -> ports((int) Math.min(value, 0xFFFF));
            case "TCP:seq" -> {
                packet.sequence(value);
                identity.append(" seq ").append(value);
            }
            case "TCP:ack" -> packet.acknowledgement(value);
            case "TCP:window" -> packet.window(value);
            case "TCP:flags" -> packet.tcp(sourcePort, destinationPort, (int) value & 0xFF);
            case "UDP:len" -> packet.payloadLength(Math.max(0, value - 8));
            case "ICMP:type", "ICMPv6:type" -> icmpType = (int) Math.min(value, 255);
            case "ICMP:code", "ICMPv6:code" -> packet.icmp(icmpType, (int) Math.min(value, 255));
            case "ICMP:id", "ICMPv6:id" -> icmpIdentifier = value;
            case "ICMP:seq", "ICMPv6:seq" -> {
                packet.echo(icmpIdentifier, value);
                identity.append(" icmp ").append(icmpIdentifier).append(' ').append(value);
            }
            default -> {
                return isOther(name);
            }
        }
        return true;
    }

    private static boolean isOther(String name) {
        return switch (name) {
            case "version", "ihl", "checksum", "reserved", "offset", "urgent", "type" -> true;
            default -> false;
        };
    }

    private void ports(int destination) {
        destinationPort = destination;
        identity.append(" ports ").append(sourcePort).append(' ').append(destination);
        if (part.equals("TCP:")) {
            sketch().tcp(sourcePort, destination, -1);
        } else {
            sketch().udp(sourcePort, destination);
        }
    }

    /** {@code TCP option:}, and the rows of hex behind it. */
    private static boolean isDump(String text) {
        return text.startsWith("TCP option")
                || (text.length() > 9 && text.charAt(8) == ':' && new LineScanner(text.substring(0, 8)).hex() >= 0);
    }
}
