package dev.wirewalk.filter;

import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pcap-filter language (pcap-filter(7), libpcap 1.10) into a filter tree.
 *
 * <p>As in libpcap, {@code and} and {@code or} have the same precedence and bind from left to right, {@code not} binds to the
 * next primitive or parenthesis, and a value without keywords behind {@code and} or {@code or} takes over the qualifiers of the
 * primitive before it ({@code port 80 or 443}), where a bracketed group counts for nothing. Names of ports and protocols are
 * read by a table of our own; names of hosts are refused because they would have to be looked up.
 *
 * <p>A word such as {@code vlan} moves what all the text behind it looks at: see {@link OffsetScope}. Braces, which libpcap does not
 * have, keep that to what they enclose: <code>{vlan 100} or {vlan 200}</code>.
 */
public final class FilterParser {
    private static final int DEEPEST = 100;

    private final FilterTokens tokens;
    private final PrimitiveParser primitives;
    private final RelationParser relations;
    private final OffsetScope scope = new OffsetScope();

    private FilterParser(FilterTokens tokens) {
        this.tokens = tokens;
        this.primitives = new PrimitiveParser(tokens);
        this.relations = new RelationParser(tokens);
    }

    /**
     * The tree of a filter text; the empty text is {@link Filter#ANY}.
     *
     * @throws FilterSyntaxException with the column where reading stopped
     */
    public static Filter parse(String text) throws FilterSyntaxException {
        FilterTokens tokens = new FilterTokens(text);
        if (tokens.peek().kind() == Kind.END) {
            return Filter.ANY;
        }
        FilterParser parser = new FilterParser(tokens);
        Filter filter = parser.expression(0);
        Token rest = tokens.peek();
        if (rest.is(")") || rest.is("}")) {
            throw new FilterSyntaxException(rest.column(), "this '" + rest.text() + "' closes no bracket");
        }
        if (rest.kind() != Kind.END) {
            throw new FilterSyntaxException(rest.column(), "expected 'and' or 'or' before " + rest.shown());
        }
        return FlagFolding.fold(parser.scope.resolve(filter, 1));
    }

    private Filter expression(int depth) throws FilterSyntaxException {
        Filter left = term(depth, false);
        while (true) {
            Token operator = tokens.peek();
            if (!operator.isAnd() && !operator.isOr()) {
                return left;
            }
            tokens.take();
            Filter right = term(depth, true);
            left = operator.isAnd() ? Filter.all(List.of(left, right)) : Filter.any(List.of(left, right));
        }
    }

    /** @param afterOperator whether a value without keywords may stand here */
    private Filter term(int depth, boolean afterOperator) throws FilterSyntaxException {
        Token token = tokens.peek();
        if (depth > DEEPEST) {
            throw new FilterSyntaxException(token.column(), "brackets and 'not' are nested deeper than " + DEEPEST);
        }
        if (tokens.take("not") || tokens.take("!")) {
            return new Filter.Not(term(depth + 1, afterOperator));
        }
        Optional<Filter> relation = relations.relation();
        if (relation.isPresent()) {
            primitives.forgetQualifiers();
            return relation.get();
        }
        Optional<Filter> values = afterOperator ? primitives.valuesInBrackets() : Optional.empty();
        if (values.isPresent()) {
            return values.get();
        }
        if (token.is("(") || token.is("{")) {
            return group(tokens.take(), depth);
        }
        return primitives.primitive(afterOperator);
    }

    private Filter group(Token open, int depth) throws FilterSyntaxException {
        Optional<PrimitiveParser.Qualifiers> before = primitives.qualifiers();
        Filter inner = expression(depth + 1);
        boolean braces = open.is("{");
        tokens.expect(braces ? "}" : ")", "to close the '" + open.text() + "' at column " + open.column());
        // As in libpcap's grammar: what is said inside brackets is not taken over behind them.
        primitives.restore(before);
        if (braces) {
            primitives.leaveHeaders();
            return scope.close(scope.resolve(inner, open.column()));
        }
        return inner;
    }
}
