package dev.wirewalk.filter;

import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads comparisons of packet bytes, such as {@code tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn}: an accessor, optionally
 * masked, on the left and a constant on the right. {@code &} binds tighter than the comparison.
 */
final class RelationParser {
    private static final Map<String, Layer> LAYERS =
            Stream.of(Layer.values()).collect(Collectors.toUnmodifiableMap(Layer::word, layer -> layer));
    private static final Map<String, Integer> OFFSETS =
            Map.of("tcpflags", 13, "icmptype", 0, "icmpcode", 1, "icmp6type", 0, "icmp6code", 1);
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "=", Comparison.EQUAL,
            "==", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.LESS_OR_EQUAL,
            ">", Comparison.GREATER,
            ">=", Comparison.GREATER_OR_EQUAL);
    private static final Map<String, Long> NAMES = Map.ofEntries(
            Map.entry("tcp-fin", 1L),
            Map.entry("tcp-syn", 2L),
            Map.entry("tcp-rst", 4L),
            Map.entry("tcp-push", 8L),
            Map.entry("tcp-ack", 16L),
            Map.entry("tcp-urg", 32L),
            Map.entry("tcp-ece", 64L),
            Map.entry("tcp-cwr", 128L),
            Map.entry("icmp-echoreply", 0L),
            Map.entry("icmp-unreach", 3L),
            Map.entry("icmp-sourcequench", 4L),
            Map.entry("icmp-redirect", 5L),
            Map.entry("icmp-echo", 8L),
            Map.entry("icmp-routeradvert", 9L),
            Map.entry("icmp-routersolicit", 10L),
            Map.entry("icmp-timxceed", 11L),
            Map.entry("icmp-paramprob", 12L),
            Map.entry("icmp-tstamp", 13L),
            Map.entry("icmp-tstampreply", 14L),
            Map.entry("icmp-ireq", 15L),
            Map.entry("icmp-ireqreply", 16L),
            Map.entry("icmp-maskreq", 17L),
            Map.entry("icmp-maskreply", 18L),
            Map.entry("icmp6-destinationunreach", 1L),
            Map.entry("icmp6-packettoobig", 2L),
            Map.entry("icmp6-timeexceeded", 3L),
            Map.entry("icmp6-parameterproblem", 4L),
            Map.entry("icmp6-echo", 128L),
            Map.entry("icmp6-echoreply", 129L),
            Map.entry("icmp6-routersolicit", 133L),
            Map.entry("icmp6-routeradvert", 134L),
            Map.entry("icmp6-neighborsolicit", 135L),
            Map.entry("icmp6-neighboradvert", 136L),
            Map.entry("icmp6-redirect", 137L));

    private record Bytes(Layer layer, int offset, int size, long mask) {
        long full() {
            return size == 4 ? 0xFFFF_FFFFL : (1L << 8 * size) - 1;
        }
    }

    private final FilterTokens tokens;

    RelationParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    /** The relation that starts here, or nothing (and nothing taken) when something else does. */
    Optional<Filter> relation() throws FilterSyntaxException {
        int brackets = 0;
        while (tokens.peek(brackets).is("(")) {
            brackets++;
        }
        Token first = tokens.peek(brackets);
        if (first.kind() != Kind.WORD || !tokens.peek(brackets + 1).is("[")) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        Optional<Bytes> operand = bytes();
        // A '(' may open this operand or the group around the relation; only what follows tells.
        if (operand.isEmpty()
                || (brackets > 0 && !COMPARISONS.containsKey(tokens.peek().text()))) {
            tokens.reset(mark);
            return Optional.empty();
        }
        Token sign = tokens.take();
        Comparison comparison = COMPARISONS.get(sign.text());
        if (comparison == null || sign.kind() != Kind.SIGN) {
            throw new FilterSyntaxException(sign.column(), "expected a comparison such as '!= 0', not " + sign.shown());
        }
        return Optional.of(named(operand.get(), comparison, constant()));
    }

    /** An accessor, perhaps masked and in brackets; nothing when a bracket opened here does not close behind it. */
    private Optional<Bytes> bytes() throws FilterSyntaxException {
        Bytes bytes;
        if (tokens.take("(")) {
            Optional<Bytes> inner = bytes();
            if (inner.isEmpty() || !tokens.take(")")) {
                return Optional.empty();
            }
            bytes = inner.get();
        } else {
            bytes = accessor();
        }
        while (tokens.take("&")) {
            bytes = new Bytes(bytes.layer(), bytes.offset(), bytes.size(), bytes.mask() & constant());
        }
        return Optional.of(bytes);
    }

    private Bytes accessor() throws FilterSyntaxException {
        Token word = tokens.take();
        Layer layer = LAYERS.get(word.text());
        if (layer == null) {
            throw new FilterSyntaxException(
                    word.column(),
                    word.shown() + " has no bytes to read here; ip, ip6, arp, tcp, udp, sctp, icmp and icmp6 have");
        }
        tokens.expect("[", "behind " + word.text());
        Token at = tokens.take();
        Integer named = OFFSETS.get(at.text());
        long offset = named != null ? named : number(at);
        if (offset > 65535) {
            throw new FilterSyntaxException(at.column(), "an offset is 0 to 65535");
        }
        long size = 1;
        if (tokens.take(":")) {
            Token length = tokens.take();
            size = number(length);
            if (size != 1 && size != 2 && size != 4) {
                throw new FilterSyntaxException(length.column(), "1, 2 or 4 bytes can be read, not " + length.text());
            }
        }
        tokens.expect("]", "behind the offset");
        Bytes bytes = new Bytes(layer, (int) offset, (int) size, 0);
        return new Bytes(layer, (int) offset, (int) size, bytes.full());
    }

    private long constant() throws FilterSyntaxException {
        long value = operand();
        while (tokens.peek().is("|") || tokens.peek().is("+")) {
            boolean or = tokens.take().is("|");
            long right = operand();
            value = (or ? value | right : value + right) & 0xFFFF_FFFFL;
        }
        return value;
    }

    private long operand() throws FilterSyntaxException {
        if (tokens.take("(")) {
            long value = constant();
            tokens.expect(")", "to close the bracket");
            return value;
        }
        Token token = tokens.take();
        Long named = NAMES.get(token.text());
        return named != null ? named : number(token);
    }

    private static long number(Token token) throws FilterSyntaxException {
        try {
            long value = token.kind() == Kind.WORD ? Long.decode(token.text()) : -1;
            if (value >= 0 && value <= 0xFFFF_FFFFL) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new FilterSyntaxException(token.column(), "expected a number, not " + token.shown());
    }

    /** The named term that says the same, where there is one. */
    private static Filter named(Bytes left, Comparison comparison, long value) {
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        boolean one = left.size() == 1 && value <= 255;
        if (one && equality && left.layer() == Layer.TCP && left.offset() == 13 && left.mask() > 0) {
            return new Filter.TcpFlags(Families.IPV4, (int) left.mask(), comparison, (int) value);
        }
        boolean whole = one && comparison == Comparison.EQUAL && left.mask() == 255;
        boolean icmp = left.layer() == Layer.ICMP || left.layer() == Layer.ICMP6;
        if (whole && icmp && left.offset() <= 1) {
            Families families = left.layer() == Layer.ICMP ? Families.IPV4 : Families.IPV6;
            return left.offset() == 0
                    ? new Filter.IcmpType(families, (int) value)
                    : new Filter.IcmpCode(families, (int) value);
        }
        return new Filter.ByteTest(left.layer(), left.offset(), left.size(), left.mask(), comparison, value);
    }
}
