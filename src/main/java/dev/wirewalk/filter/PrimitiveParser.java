package dev.wirewalk.filter;

import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one primitive: {@code [protocol] [direction] [type] value}, or a protocol alone. Remembers the qualifiers for values
 * without keywords that follow.
 */
final class PrimitiveParser {
    private static final Set<String> TYPES = Set.of("host", "net", "port", "portrange");

    /** What stands before a value. {@code BOTH} is {@code src and dst}. */
    enum Direction {
        SOURCE,
        DESTINATION,
        EITHER,
        BOTH
    }

    /** @param protocol the word in front, if any: a network such as {@code ip} or a protocol such as {@code tcp} */
    record Qualifiers(Optional<Token> protocol, Direction direction, String type) {}

    private final FilterTokens tokens;
    private final ValueParser values;
    private Optional<Qualifiers> latest = Optional.empty();

    PrimitiveParser(FilterTokens tokens) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens);
    }

    /** The qualifiers that a value without keywords would take over here. */
    Optional<Qualifiers> qualifiers() {
        return latest;
    }

    void restore(Optional<Qualifiers> qualifiers) {
        latest = qualifiers;
    }

    void forgetQualifiers() {
        latest = Optional.empty();
    }

    /** @param afterOperator whether a value without keywords may stand here */
    Filter primitive(boolean afterOperator) throws FilterSyntaxException {
        Token first = tokens.peek();
        if (first.kind() != Kind.WORD) {
            throw new FilterSyntaxException(
                    first.column(), "expected a term such as 'host 10.0.0.1', not " + first.shown());
        }
        if (tokens.take("greater")) {
            return lengthAtLeast(tokens.take());
        }
        Optional<Token> protocol = isProtocolWord(first) ? Optional.of(tokens.take()) : Optional.empty();
        if (tokens.take("proto")) {
            latest = Optional.of(new Qualifiers(protocol, Direction.EITHER, "proto"));
            return values.value(latest.get(), false);
        }
        Optional<Direction> direction = direction();
        Optional<Token> type = TYPES.contains(tokens.peek().text()) ? Optional.of(tokens.take()) : Optional.empty();
        if (direction.isEmpty() && type.isEmpty()) {
            if (protocol.isPresent()) {
                forgetQualifiers();
                return protocolAlone(protocol.get());
            }
            return bareValue(first, afterOperator);
        }
        Qualifiers qualifiers = new Qualifiers(
                protocol,
                direction.orElse(Direction.EITHER),
                type.map(Token::text).orElse("host"));
        latest = Optional.of(qualifiers);
        return values.value(qualifiers, type.isEmpty());
    }

    private static boolean isProtocolWord(Token token) {
        return Keywords.network(token.text()).isPresent()
                || Keywords.protocol(token.text()).isPresent()
                || token.is("ether");
    }

    private Filter protocolAlone(Token word) throws FilterSyntaxException {
        Optional<Network> network = Keywords.network(word.text());
        if (network.isPresent()) {
            return new Filter.Ether(network.get());
        }
        Optional<Filter.Protocol> protocol = Keywords.protocol(word.text());
        if (protocol.isPresent()) {
            return protocol.get();
        }
        throw notRead(word);
    }

    private Optional<Direction> direction() {
        Optional<Direction> single = side(tokens.peek());
        if (single.isEmpty()) {
            return single;
        }
        tokens.take();
        Optional<Direction> other = side(tokens.peek(1));
        Token word = tokens.peek();
        boolean and = word.is("and") || word.is("&&");
        boolean or = word.is("or") || word.is("||");
        if ((and || or) && other.isPresent() && !other.equals(single)) {
            tokens.take();
            tokens.take();
            return Optional.of(and ? Direction.BOTH : Direction.EITHER);
        }
        return single;
    }

    private static Optional<Direction> side(Token token) {
        return token.is("src")
                ? Optional.of(Direction.SOURCE)
                : token.is("dst") ? Optional.of(Direction.DESTINATION) : Optional.empty();
    }

    private Filter bareValue(Token first, boolean afterOperator) throws FilterSyntaxException {
        if (Keywords.knownButNotRead(first.text())) {
            throw notRead(first);
        }
        if (Set.of("AND", "OR", "NOT").contains(first.text())) {
            throw new FilterSyntaxException(first.column(), "operators are written in lower case: and, or, not");
        }
        if (afterOperator && latest.isPresent()) {
            return values.value(latest.get(), latest.get().type().equals("host"));
        }
        throw new FilterSyntaxException(
                first.column(),
                first.shown() + " needs a word in front that says what it is: host, net, port or proto");
    }

    private static FilterSyntaxException notRead(Token word) {
        return new FilterSyntaxException(word.column(), word.shown() + " is pcap-filter, but Wirewalk cannot read it");
    }

    /** {@code greater 0} is how "every packet" is said inside a larger filter; other lengths are no header of a packet. */
    private Filter lengthAtLeast(Token length) throws FilterSyntaxException {
        if (!length.is("0")) {
            throw new FilterSyntaxException(
                    length.column(), "of the lengths only 'greater 0' (every packet) can be read");
        }
        forgetQualifiers();
        return Filter.ANY;
    }

    /** The conjunction or disjunction that a direction stands for, over terms of one side each. */
    static Filter sided(Direction direction, Function<Side, Filter> term) {
        return switch (direction) {
            case SOURCE -> term.apply(Side.SOURCE);
            case DESTINATION -> term.apply(Side.DESTINATION);
            case EITHER -> term.apply(Side.EITHER);
            case BOTH -> Filter.all(List.of(term.apply(Side.SOURCE), term.apply(Side.DESTINATION)));
        };
    }
}
