package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.packet.TcpView;
import java.util.Optional;

/** Reads what the two lines of fw monitor show of a packet. */
final class MonitorPacket {
    private static final String FLAG_LETTERS = "FSRPAUEC";
    private static final int[] FLAGS = {
        TcpView.FIN, TcpView.SYN, TcpView.RST, TcpView.PSH, TcpView.ACK, TcpView.URG, TcpView.ECE, TcpView.CWR
    };
    private static final int IPV6_HEADER = 40;
    private static final int HEX_DIGITS = 8;

    private MonitorPacket() {}

    /** {@code SRC -> DST (PROTO) len=L id=ID}; empty when addresses or protocol are missing. */
    static Optional<PacketSketch> sketch(TextLine at, MonitorHead head, TextOutput output) {
        LineScanner line = new LineScanner(head.rest());
        Endpoint source = Endpoint.plain(line.word());
        line.blanks();
        boolean arrow = line.accept("->");
        line.blanks();
        Endpoint destination = Endpoint.plain(line.word());
        line.blanks();
        Optional<String> protocol = arrow && line.accept("(") ? line.upTo(")") : Optional.empty();
        if (protocol.isEmpty()
                || source.address().isEmpty()
                || destination.address().isEmpty()) {
            return Optional.empty();
        }
        IpAddress from = source.address().get();
        PacketSketch sketch = new PacketSketch(at)
                .on(head.interfaceName())
                .at(head.point())
                .addresses(from, destination.address().get());
        if (head.nanos() != Frame.NO_TIME) {
            sketch.time(head.nanos());
        }
        int number = ProtocolName.number(protocol.get().strip());
        if (number >= 0) {
            sketch.protocol(number);
        } else {
            output.warn(at, "the protocol " + protocol.get() + " is not known");
        }
        if (source.port() >= 0 && destination.port() >= 0) {
            sketch.ports(source.port(), destination.port());
        }
        lengths(line, head, from.version(), sketch);
        return Optional.of(sketch);
    }

    /** For IPv6 the length may be that of the payload, as the header has it; the captured length tells. */
    private static void lengths(LineScanner line, MonitorHead head, IpVersion version, PacketSketch sketch) {
        while (line.blanks()) {
            String word = line.word();
            int value = Decimal.parse(word.substring(word.indexOf('=') + 1), Integer.MAX_VALUE);
            if (value >= 0 && word.startsWith("len=")) {
                boolean payload = version == IpVersion.V6 && head.captured() == value + IPV6_HEADER;
                sketch.ipLength(payload ? value + IPV6_HEADER : value);
            } else if (value >= 0 && word.startsWith("id=") && version == IpVersion.V4) {
                sketch.identification(value & 0xFFFF);
            }
        }
    }

    /** The second line: {@code TCP: 54816 -> 80 .S.... seq=04a5a3d4 ack=00000000}. False when it is no such line. */
    static boolean readDetail(String text, PacketSketch sketch, EchoOrder echoOrder) {
        LineScanner line = new LineScanner(text);
        line.blanks();
        if (line.accept("TCP:")) {
            return readTcp(line, sketch);
        }
        if (line.accept("UDP:")) {
            Optional<Ports> ports = readPorts(line);
            ports.ifPresent(shown -> sketch.udp(shown.source(), shown.destination()));
            return ports.isPresent();
        }
        return (line.accept("ICMP:") || line.accept("ICMPv6:") || line.accept("ICMP6:"))
                && readIcmp(line, sketch, echoOrder);
    }

    private record Ports(int source, int destination) {}

    private static Optional<Ports> readPorts(LineScanner line) {
        line.blanks();
        long from = line.number();
        line.blanks();
        boolean arrow = line.accept("->");
        line.blanks();
        long to = line.number();
        boolean inRange = from >= 0 && from <= 0xFFFF && to >= 0 && to <= 0xFFFF;
        return arrow && inRange ? Optional.of(new Ports((int) from, (int) to)) : Optional.empty();
    }

    private static boolean readTcp(LineScanner line, PacketSketch sketch) {
        Optional<Ports> ports = readPorts(line);
        if (ports.isEmpty()) {
            return false;
        }
        line.blanks();
        int flags = line.peek(3) == '=' ? -1 : flags(line.word());
        sketch.tcp(ports.get().source(), ports.get().destination(), flags);
        String values = line.rest();
        String sequence = value(values, "seq=");
        String acknowledgement = value(values, "ack=");
        boolean decimal = isDecimal(sequence) || isDecimal(acknowledgement);
        long seq = number(sequence, decimal);
        if (seq >= 0) {
            sketch.sequence(seq);
        }
        long ack = number(acknowledgement, decimal);
        if (ack >= 0) {
            sketch.acknowledgement(ack);
        }
        int window = Decimal.parse(value(values, "win="), 0xFFFF);
        if (window >= 0) {
            sketch.window(window);
        }
        return true;
    }

    /** Six places {@code F S R P A U}, a dot for a flag that is not set; -1 for anything else. */
    private static int flags(String word) {
        int flags = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = FLAG_LETTERS.indexOf(word.charAt(i));
            if (letter < 0 && word.charAt(i) != '.') {
                return -1;
            }
            flags |= letter < 0 ? 0 : FLAGS[letter];
        }
        return word.isEmpty() ? -1 : flags;
    }

    private static String value(String text, String key) {
        int at = text.indexOf(key);
        if (at < 0 || (at > 0 && text.charAt(at - 1) != ' ')) {
            return "";
        }
        int end = text.indexOf(' ', at);
        return text.substring(at + key.length(), end < 0 ? text.length() : end);
    }

    /** The tool prints eight hexadecimal digits; numbers of another length were typed by people, who think in decimal. */
    private static boolean isDecimal(String value) {
        return !value.isEmpty() && value.length() != HEX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long number(String value, boolean decimal) {
        LineScanner digits = new LineScanner(value);
        long number = decimal ? digits.number() : digits.hex();
        return digits.atEnd() && number <= 0xFFFF_FFFFL ? number : -1;
    }

    private static boolean readIcmp(LineScanner line, PacketSketch sketch, EchoOrder echoOrder) {
        String values = line.rest();
        int type = Decimal.parse(value(values, "type="), 255);
        if (type < 0) {
            return false;
        }
        sketch.icmp(type, Decimal.parse(value(values, "code="), 255));
        int id = Decimal.parse(value(values, "id="), 0xFFFF);
        int sequence = Decimal.parse(value(values, "seq="), 0xFFFF);
        if (id >= 0 && sequence >= 0) {
            sketch.echo(id, echoOrder.sequence(sequence));
        }
        return true;
    }

    /** A row of a dump made by {@code -x}: numbers of two to eight hexadecimal digits, with or without an offset before. */
    static boolean isHexRow(String text) {
        LineScanner line = new LineScanner(text);
        line.blanks();
        int groups = 0;
        while (line.hex() >= 0 && (line.accept(":") || line.atEnd() || line.peek() == ' ')) {
            groups++;
            line.blanks();
        }
        return groups > 1;
    }
}
