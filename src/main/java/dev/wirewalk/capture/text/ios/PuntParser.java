package dev.wirewalk.capture.text.ios;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.ShownClock;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the blocks of packets that a switch hands to its processor, or the processor to it: a header a line, {@code ipv4 hdr : dest ip: A, …}. */
final class PuntParser implements TextParser {
    private static final int FIELDS_KEPT = 200;

    private final TextOutput output;
    private Optional<TextLine> head = Optional.empty();
    private final Map<String, String> values = new HashMap<>();
    private long miscLine;

    PuntParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        if (PuntFormat.isPacket(text)) {
            end();
            head = Optional.of(line);
            return LineKind.PACKET;
        }
        if (line.blank()) {
            return LineKind.NOISE;
        }
        int colon = text.indexOf(" : ");
        if (head.isEmpty() || colon < 0) {
            return head.isPresent() && isDump(text) ? LineKind.PACKET : LineKind.UNKNOWN;
        }
        String part = text.substring(0, colon).replace(" ", "").toLowerCase(Locale.ROOT);
        if (part.equals("miscinfo")) {
            values.putIfAbsent(part, text.substring(colon + 3));
            miscLine = line.number();
        }
        for (String pair : text.substring(colon + 3).split(",")) {
            int value = pair.indexOf(": ");
            if (value > 0 && values.size() < FIELDS_KEPT) {
                String name = pair.substring(0, value).strip().toLowerCase(Locale.ROOT);
                values.putIfAbsent(part + ' ' + name, pair.substring(value + 2).strip());
            }
        }
        return LineKind.PACKET;
    }

    /** {@code detailed} shows the bytes as well: {@code Packet Data Hex-Dump …} and rows. */
    private static boolean isDump(String text) {
        return text.startsWith("Packet Data") || text.startsWith("Doppler Frame") || new LineScanner(text).hex() >= 0;
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private long number(String name) {
        return new LineScanner(text(name)).number();
    }

    @Override
    public void end() {
        head.ifPresent(this::hand);
        head = Optional.empty();
        values.clear();
    }

    private void hand(TextLine line) {
        PacketSketch sketch = new PacketSketch(line).time(time(line.text()));
        String name = text("interface phy").isEmpty() ? text("interface physical") : text("interface phy");
        int number = name.indexOf('[');
        sketch.on((number < 0 ? name : name.substring(0, number)).strip());
        sketch.at(line.text().contains("Inject") ? "out" : "in");
        sketch.macs(new LineScanner(text("etherhdr src mac")).mac(), new LineScanner(text("etherhdr dest mac")).mac());
        if (number("etherhdr vlan") > 0) {
            sketch.vlan((int) number("etherhdr vlan") & 0xFFF);
        }
        boolean version6 = text("ipv4hdr src ip").isEmpty();
        network(sketch, version6 ? "ipv6hdr " : "ipv4hdr ", version6);
        long frame = output.packet(sketch);
        if (!text("miscinfo").isEmpty()) {
            output.event(miscLine, frame, Kind.NOTE, text("miscinfo").strip());
        }
    }

    private void network(PacketSketch sketch, String part, boolean version6) {
        Optional<IpAddress> from = IpAddress.parse(text(part + "src ip"));
        Optional<IpAddress> to = IpAddress.parse(text(part + "dest ip"));
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        sketch.addresses(from.get(), to.get());
        if (number(part + "packet len") >= 20) {
            sketch.ipLength(number(part + "packet len") + (version6 ? 40 : 0));
        }
        if (number(part + "ttl") >= 0) {
            sketch.ttl(number(part + "ttl"));
        }
        if (number(part + "protocol") >= 0) {
            sketch.protocol((int) Math.min(255, number(part + "protocol")));
        }
        transport(sketch);
    }

    private void transport(PacketSketch sketch) {
        if (number("tcphdr src port") >= 0) {
            sketch.tcp(port("tcphdr src port"), port("tcphdr dest port"), -1);
        } else if (number("udphdr src port") >= 0) {
            sketch.udp(port("udphdr src port"), port("udphdr dest port"));
        } else if (number("icmphdr icmp type") >= 0) {
            sketch.icmp(
                    (int) Math.min(255, number("icmphdr icmp type")), (int) Math.clamp(number("icmphdr code"), 0, 255));
        }
    }

    private int port(String name) {
        return (int) Math.clamp(number(name), 0, 0xFFFF);
    }

    /** {@code Timestamp: 2024/06/25 16:07:00.656}. */
    private static long time(String text) {
        LineScanner scanner = new LineScanner(text);
        scanner.skipTo("Timestamp: ");
        long year = scanner.number();
        long month = scanner.accept("/") ? scanner.number() : -1;
        long day = scanner.accept("/") ? scanner.number() : -1;
        scanner.blanks();
        long time = day > 0 ? scanner.timeOfDay() : -1;
        return year > 1000 && month > 0 && time >= 0 ? ShownClock.date(year, month, day, time) : Frame.NO_TIME;
    }
}
