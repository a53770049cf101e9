package dev.wirewalk.filter;

import dev.wirewalk.filter.Arithmetic.Operator;
import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one side of a relation. Reading is tentative: nothing is returned where the text is no arithmetic, because a bracket or
 * a number may begin something else; only inside an accessor's brackets there is no doubt and a mistake is one.
 */
final class ArithmeticParser {
    private static final Map<String, Layer> LAYERS = layers();
    private static final int DEEPEST = 120;

    private final FilterTokens tokens;
    private int depth;

    ArithmeticParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    private static Map<String, Layer> layers() {
        Map<String, Layer> layers = Stream.of(Layer.values()).collect(Collectors.toMap(Layer::word, layer -> layer));
        Keywords.ETHER_WORDS.forEach(word -> layers.put(word, Layer.ETHER));
        layers.put("carp", Layer.VRRP);
        return Map.copyOf(layers);
    }

    /** Whether an accessor such as {@code tcp[} starts at the next token. */
    boolean atAccessor() {
        return tokens.peek().kind() == Kind.WORD && tokens.peek(1).is("[");
    }

    /** The number that starts here; nothing, with tokens taken, when there is none. */
    Optional<Arithmetic> number() throws FilterSyntaxException {
        return number(0);
    }

    /** @param weakest operators that bind weaker are left to the caller, but never {@code %} and {@code ^}: as in libpcap */
    private Optional<Arithmetic> number(int weakest) throws FilterSyntaxException {
        depth++;
        if (depth > DEEPEST) {
            throw new FilterSyntaxException(tokens.peek().column(), "arithmetic is nested deeper than " + DEEPEST);
        }
        Optional<Arithmetic> left = operand();
        while (left.isPresent()) {
            Token sign = tokens.peek();
            Optional<Operator> operator = sign.kind() == Kind.SIGN ? Operator.of(sign.text()) : Optional.empty();
            if (operator.isEmpty() || operator.get().precedence() < weakest) {
                break;
            }
            tokens.take();
            int precedence = operator.get().precedence();
            Optional<Arithmetic> right = number(takesAll(operator.get()) ? 0 : precedence + 1);
            if (right.isEmpty()) {
                left = right;
            } else {
                left = Optional.of(combined(operator.get(), left.get(), right.get(), sign));
            }
        }
        depth--;
        return left;
    }

    private static boolean takesAll(Operator operator) {
        return operator == Operator.MODULO || operator == Operator.EXCLUSIVE_OR;
    }

    private static Arithmetic combined(Operator operator, Arithmetic left, Arithmetic right, Token sign)
            throws FilterSyntaxException {
        if (right instanceof Arithmetic.Constant(var by)) {
            boolean division = operator == Operator.DIVIDED || operator == Operator.MODULO;
            if (division && by == 0) {
                throw new FilterSyntaxException(sign.column(), "nothing can be divided by zero");
            }
            boolean shift = operator == Operator.SHIFT_LEFT || operator == Operator.SHIFT_RIGHT;
            if (shift && by > 31) {
                throw new FilterSyntaxException(sign.column(), "a number has 32 bits, so it is shifted by 0 to 31");
            }
            if (left instanceof Arithmetic.Constant(var from)) {
                return new Arithmetic.Constant(operator.apply(from, by));
            }
        }
        return new Arithmetic.Operation(operator, left, right);
    }

    private Optional<Arithmetic> operand() throws FilterSyntaxException {
        if (tokens.take("-")) {
            return number(Operator.MODULO.precedence())
                    .map(operand -> operand instanceof Arithmetic.Constant(var value)
                            ? new Arithmetic.Constant(-value & Arithmetic.ONES)
                            : new Arithmetic.Minus(operand));
        }
        if (tokens.take("(")) {
            Optional<Arithmetic> inner = number(0);
            return tokens.take(")") ? inner : Optional.empty();
        }
        if (atAccessor()) {
            return Optional.of(accessor());
        }
        Token token = tokens.take();
        return token.is("len") ? Optional.of(new Arithmetic.FrameLength()) : constant(token);
    }

    private static Optional<Arithmetic> constant(Token token) {
        if (token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        Optional<Long> value = NumberNames.value(token.text()).or(() -> NumberNames.number(token.text()));
        return value.map(Arithmetic.Constant::new);
    }

    private Arithmetic accessor() throws FilterSyntaxException {
        Token word = tokens.take();
        Layer layer = LAYERS.get(word.text());
        if (layer == null) {
            throw new FilterSyntaxException(
                    word.column(),
                    word.shown() + " has no bytes to read here; ether, ip, ip6, tcp, udp, icmp and such have");
        }
        tokens.expect("[", "behind " + word.text());
        Token at = tokens.peek();
        Arithmetic offset = number(0)
                .orElseThrow(() -> new FilterSyntaxException(at.column(), "expected a number, not " + at.shown()));
        if (offset instanceof Arithmetic.Constant(var value) && value > 65535) {
            throw new FilterSyntaxException(at.column(), "an offset is 0 to 65535");
        }
        int size = 1;
        if (tokens.take(":")) {
            Token length = tokens.take();
            Optional<Long> bytes = NumberNames.number(length.text());
            if (bytes.isEmpty() || bytes.get() != 1 && bytes.get() != 2 && bytes.get() != 4) {
                throw new FilterSyntaxException(length.column(), "1, 2 or 4 bytes can be read, not " + length.shown());
            }
            size = bytes.get().intValue();
        }
        tokens.expect("]", "behind the offset");
        return new Arithmetic.Load(layer, offset, size);
    }
}
