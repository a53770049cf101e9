package dev.wirewalk.filter;

import dev.wirewalk.filter.Arithmetic.Constant;
import dev.wirewalk.filter.Arithmetic.FrameLength;
import dev.wirewalk.filter.Arithmetic.Load;
import dev.wirewalk.filter.Arithmetic.Operation;
import dev.wirewalk.filter.Arithmetic.Operator;
import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.Map;
import java.util.Optional;

/**
 * Reads relations such as {@code tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn} or {@code len > 100}. Those that compare bytes of a
 * header with a constant become the term that says so; the others stay arithmetic.
 */
final class RelationParser {
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "=", Comparison.EQUAL,
            "==", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.LESS_OR_EQUAL,
            ">", Comparison.GREATER,
            ">=", Comparison.GREATER_OR_EQUAL);

    private final FilterTokens tokens;

    RelationParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    /** The relation that starts here, or nothing (and nothing taken) when something else does. */
    Optional<Filter> relation() throws FilterSyntaxException {
        int mark = tokens.mark();
        ArithmeticParser arithmetic = new ArithmeticParser(tokens);
        boolean certain = arithmetic.atAccessor()
                || tokens.peek().is("len")
                || tokens.peek().is("-");
        Optional<Arithmetic> left = arithmetic.number();
        Token sign = tokens.peek();
        Optional<Comparison> comparison =
                sign.kind() == Kind.SIGN ? Optional.ofNullable(COMPARISONS.get(sign.text())) : Optional.empty();
        if (left.isEmpty() || comparison.isEmpty()) {
            if (certain) {
                throw new FilterSyntaxException(
                        sign.column(), "expected a comparison such as '!= 0', not " + sign.shown());
            }
            tokens.reset(mark);
            return Optional.empty();
        }
        tokens.take();
        Token value = tokens.peek();
        Arithmetic right = new ArithmeticParser(tokens)
                .number()
                .orElseThrow(
                        () -> new FilterSyntaxException(value.column(), "expected a number, not " + value.shown()));
        return Optional.of(named(left.get(), comparison.get(), right));
    }

    private static Filter named(Arithmetic left, Comparison comparison, Arithmetic right) {
        if (left instanceof Constant(var one) && right instanceof Constant(var other)) {
            return comparison.holds(one, other) ? Filter.ANY : new Filter.Relation(left, comparison, right);
        }
        if (left instanceof Constant) {
            return named(right, comparison.turned(), left);
        }
        if (!(right instanceof Constant(var value))) {
            return new Filter.Relation(left, comparison, right);
        }
        if (left instanceof FrameLength) {
            return comparison == Comparison.GREATER_OR_EQUAL && value == 0
                    ? Filter.ANY
                    : new Filter.Length(comparison, value);
        }
        return bytes(left, Arithmetic.ONES)
                .map(bytes -> named(bytes, comparison, value))
                .orElseGet(() -> new Filter.Relation(left, comparison, right));
    }

    private record Bytes(Layer layer, int offset, int size, long mask) {}

    /** Bytes at a fixed place under constant masks, when the number is no more than that. */
    private static Optional<Bytes> bytes(Arithmetic number, long mask) {
        if (number instanceof Load(var layer, Constant(var offset), var size) && offset <= 65535) {
            long full = size == 4 ? Arithmetic.ONES : (1L << 8 * size) - 1;
            return Optional.of(new Bytes(layer, (int) offset, size, mask & full));
        }
        if (number instanceof Operation(var operator, var left, Constant(var other)) && operator == Operator.AND) {
            return bytes(left, mask & other);
        }
        return Optional.empty();
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
