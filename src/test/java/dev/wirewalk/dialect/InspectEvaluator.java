package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an INSPECT program as fw monitor would and decides packets by it. Where the precedence of operators is not documented it
 * refuses: a group joins its members with one word only, and anything but a macro stands in brackets.
 */
final class InspectEvaluator {
    private static final Pattern TOKEN = Pattern.compile("\\s*(>=|<=|[()=<>\\[\\],:;]|[a-z_]+|[0-9.]+)");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private InspectEvaluator(String program) {
        Matcher matcher = TOKEN.matcher(program);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != program.length()) {
            throw new IllegalArgumentException("cannot read " + program.substring(end));
        }
    }

    static Predicate<PacketHeaders> read(String program) {
        return new InspectEvaluator(program).program();
    }

    private Predicate<PacketHeaders> program() {
        expect("accept");
        Predicate<PacketHeaders> condition = peek().equals(";") ? _ -> true : group();
        expect(";");
        if (at != tokens.size()) {
            throw new IllegalArgumentException("text behind the program: " + tokens.subList(at, tokens.size()));
        }
        return packet -> packet.network() == Network.IPV4 && condition.test(packet);
    }

    private Predicate<PacketHeaders> group() {
        if (take("not")) {
            return operand().negate();
        }
        if (peek().equals("[") || (tokens.size() > at + 1 && tokens.get(at + 1).matches("[=<>]=?"))) {
            return comparison();
        }
        Predicate<PacketHeaders> result = operand();
        String word = peek();
        while (word.equals(peek()) && (take("and") || take("or"))) {
            Predicate<PacketHeaders> next = operand();
            result = word.equals("and") ? result.and(next) : result.or(next);
        }
        return result;
    }

    private Predicate<PacketHeaders> operand() {
        if (take("(")) {
            Predicate<PacketHeaders> inner = group();
            expect(")");
            return inner;
        }
        String word = next();
        return switch (word) {
            case "tcp" -> protocol(6);
            case "udp" -> protocol(17);
            case "icmp" -> protocol(1);
            case "host" -> host();
            case "net", "from_net", "to_net" -> network(word);
            case "port" -> port(argument());
            case "tcpport" -> protocol(6).and(port(argument()));
            case "udpport" -> protocol(17).and(port(argument()));
            default -> throw new IllegalArgumentException("no macro " + word);
        };
    }

    private Predicate<PacketHeaders> host() {
        expect("(");
        IpAddress wanted = IpAddress.parse(next()).orElseThrow();
        expect(")");
        return packet -> source(packet).equals(wanted) || destination(packet).equals(wanted);
    }

    private Predicate<PacketHeaders> network(String macro) {
        expect("(");
        IpAddress first = IpAddress.parse(next()).orElseThrow();
        expect(",");
        IpPrefix prefix = new IpPrefix(first, Integer.parseInt(next()));
        expect(")");
        Predicate<PacketHeaders> from = packet -> prefix.contains(source(packet));
        Predicate<PacketHeaders> to = packet -> prefix.contains(destination(packet));
        return macro.equals("net") ? from.or(to) : macro.equals("from_net") ? from : to;
    }

    private int argument() {
        expect("(");
        int value = Integer.parseInt(next());
        expect(")");
        return value;
    }

    private Predicate<PacketHeaders> comparison() {
        ToLongFunction<PacketHeaders> field = field();
        String operator = next();
        String text = next();
        long value = text.contains(".") ? IpAddress.parse(text).orElseThrow().low() : Long.parseLong(text);
        LongPredicate test = switch (operator) {
            case "=" -> read -> read == value;
            case "<" -> read -> read < value;
            case ">" -> read -> read > value;
            case "<=" -> read -> read <= value;
            case ">=" -> read -> read >= value;
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
        return packet -> test.test(field.applyAsLong(packet));
    }

    private ToLongFunction<PacketHeaders> field() {
        String word = next();
        return switch (word) {
            case "src" -> packet -> source(packet).low();
            case "dst" -> packet -> destination(packet).low();
            case "sport" -> packet -> behindHeader(packet, 0);
            case "dport" -> packet -> behindHeader(packet, 2);
            case "ip_p" -> packet -> packet.load(Layer.IP, 9, 1);
            case "[" -> raw();
            default -> throw new IllegalArgumentException("no field " + word);
        };
    }

    private ToLongFunction<PacketHeaders> raw() {
        int offset = Integer.parseInt(next());
        int size = take(":") ? Integer.parseInt(next()) : 4;
        boolean bigEndian = take(",") && take("b");
        expect("]");
        if (size > 1 && !bigEndian) {
            throw new IllegalArgumentException("a field of the network is big endian");
        }
        return packet -> packet.load(Layer.IP, offset, size);
    }

    private static IpAddress source(PacketHeaders packet) {
        return IpAddress.v4(packet.load(Layer.IP, 12, 4));
    }

    private static IpAddress destination(PacketHeaders packet) {
        return IpAddress.v4(packet.load(Layer.IP, 16, 4));
    }

    private static Predicate<PacketHeaders> protocol(int number) {
        return packet -> packet.load(Layer.IP, 9, 1) == number;
    }

    /** The macro reads the two words behind the header whatever the protocol is. */
    private static Predicate<PacketHeaders> port(int number) {
        return packet -> behindHeader(packet, 0) == number || behindHeader(packet, 2) == number;
    }

    private static long behindHeader(PacketHeaders packet, int offset) {
        int header = 4 * (int) (packet.load(Layer.IP, 0, 1) & 0x0F);
        return packet.load(Layer.IP, header + offset, 2);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("the program ends too early");
        }
        return tokens.get(at++);
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException(
                    "'%s' expected at %s".formatted(token, tokens.subList(at, tokens.size())));
        }
    }
}
