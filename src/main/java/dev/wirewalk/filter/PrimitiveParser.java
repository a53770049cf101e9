package dev.wirewalk.filter;

import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one primitive: {@code [protocol] [direction] [type] value}, or a word with a meaning of its own. Remembers the qualifiers
 * for values without keywords that follow.
 */
final class PrimitiveParser {
    private static final Set<String> TYPES = Set.of("host", "net", "port", "portrange");

    /** What stands before a value. {@code BOTH} is {@code src and dst}. */
    enum Direction {
        SOURCE("src"),
        DESTINATION("dst"),
        EITHER(""),
        BOTH("src and dst");

        private final String words;

        Direction(String words) {
            this.words = words;
        }
    }

    /** @param protocol the word in front, if any: a network such as {@code ip} or a protocol such as {@code tcp} */
    record Qualifiers(Optional<Token> protocol, Direction direction, String type) {}

    private final FilterTokens tokens;
    private final ValueParser values;
    private final WordParser words;
    private final WrittenParser written;
    private Optional<Qualifiers> latest = Optional.empty();

    PrimitiveParser(FilterTokens tokens) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens);
        this.words = new WordParser(tokens);
        this.written = new WrittenParser(tokens);
    }

    /** The qualifiers that a value without keywords would take over here. */
    Optional<Qualifiers> qualifiers() {
        return latest;
    }

    void restore(Optional<Qualifiers> qualifiers) {
        latest = qualifiers;
    }

    /** Braces end what a header inside them shifts. */
    void leaveHeaders() {
        words.leaveHeaders();
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
        Optional<Filter> special = words.primitive(first);
        if (special.isPresent()) {
            forgetQualifiers();
            return special.get();
        }
        Optional<Token> protocol = isProtocolWord(first) ? Optional.of(tokens.take()) : Optional.empty();
        Optional<Filter> verbatim = words.cast(protocol);
        if (verbatim.isEmpty()) {
            verbatim = written.primitive(protocol);
        }
        if (verbatim.isPresent()) {
            forgetQualifiers();
            return verbatim.get();
        }
        return qualified(first, protocol, afterOperator);
    }

    private Filter qualified(Token first, Optional<Token> protocol, boolean afterOperator)
            throws FilterSyntaxException {
        if (tokens.peek().is("proto") || tokens.peek().is("protochain")) {
            latest = Optional.of(
                    new Qualifiers(protocol, Direction.EITHER, tokens.take().text()));
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
        if (protocol.filter(word -> word.is("decnet")).isPresent()
                && !tokens.peek(-1).is("net")
                && !tokens.peek(-1).text().startsWith("port")) {
            forgetQualifiers();
            return written.decnetHost(direction.orElse(Direction.EITHER).words);
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
                || Keywords.etherType(token.text()).isPresent()
                || Keywords.ETHER_WORDS.contains(token.text())
                || Keywords.LINK_PROTOCOLS.contains(token.text());
    }

    private static Filter protocolAlone(Token word) throws FilterSyntaxException {
        Optional<Network> network = Keywords.network(word.text());
        if (network.isPresent()) {
            return new Filter.Ether(network.get());
        }
        Optional<Filter.Protocol> protocol = Keywords.protocol(word.text());
        if (protocol.isPresent()) {
            return protocol.get();
        }
        Optional<Integer> etherType = Keywords.etherType(word.text());
        if (etherType.isPresent()) {
            return new Filter.EtherType(etherType.get());
        }
        if (Keywords.LINK_PROTOCOLS.contains(word.text())) {
            return WrittenParser.written(word.text());
        }
        throw new FilterSyntaxException(
                word.column(),
                "'%s' says nothing alone; write '%1$s host', '%1$s proto' or such".formatted(word.text()));
    }

    private Optional<Direction> direction() {
        Optional<Direction> single = side(tokens.peek());
        if (single.isEmpty()) {
            return single;
        }
        tokens.take();
        Optional<Direction> other = side(tokens.peek(1));
        Token word = tokens.peek();
        if ((word.isAnd() || word.isOr()) && other.isPresent() && !other.equals(single)) {
            tokens.take();
            tokens.take();
            return Optional.of(word.isAnd() ? Direction.BOTH : Direction.EITHER);
        }
        return single;
    }

    private static Optional<Direction> side(Token token) {
        return token.is("src")
                ? Optional.of(Direction.SOURCE)
                : token.is("dst") ? Optional.of(Direction.DESTINATION) : Optional.empty();
    }

    /** A list of values that takes over the qualifiers; nothing, and nothing taken, when the bracket opens something else. */
    Optional<Filter> valuesInBrackets() {
        if (!atValues()) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        try {
            return Optional.of(values());
        } catch (FilterSyntaxException group) {
            tokens.reset(mark);
            return Optional.empty();
        }
    }

    /** Whether a list of values such as {@code (443 or 8080)} starts here, which takes over the qualifiers. */
    private boolean atValues() {
        int ahead = 0;
        while (tokens.peek(ahead).is("(")) {
            ahead++;
        }
        String text = tokens.peek(ahead).text();
        return latest.isPresent()
                && ahead > 0
                && !text.isEmpty()
                && (Character.isDigit(text.charAt(0)) || text.indexOf(':') >= 0);
    }

    private Filter values() throws FilterSyntaxException {
        Qualifiers qualifiers = latest.orElseThrow();
        return values.value(qualifiers, qualifiers.type().equals("host"));
    }

    private Filter bareValue(Token first, boolean afterOperator) throws FilterSyntaxException {
        if (Set.of("AND", "OR", "NOT").contains(first.text())) {
            throw new FilterSyntaxException(first.column(), "operators are written in lower case: and, or, not");
        }
        if (afterOperator && latest.isPresent()) {
            return values();
        }
        throw new FilterSyntaxException(
                first.column(),
                first.shown() + " needs a word in front that says what it is: host, net, port or proto");
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
