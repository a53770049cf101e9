package dev.wirewalk.filter;

import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.List;

/**
 * Reads the pcap-filter language (pcap-filter(7)) into a filter tree.
 *
 * <p>As in libpcap, {@code and} and {@code or} have the same precedence and bind from left to right, {@code not} binds to the
 * next primitive or parenthesis, and a value without keywords behind {@code and} or {@code or} takes over the qualifiers of the
 * primitive before it ({@code port 80 or 443}), where a bracketed group counts for nothing. Addresses, ports and protocols are numbers or the language's own keywords; host
 * and service names are refused because they would have to be looked up.
 */
public final class FilterParser {
    private static final int DEEPEST = 100;

    private final FilterTokens tokens;
    private final PrimitiveParser primitives;
    private final RelationParser relations;

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
        if (rest.is(")")) {
            throw new FilterSyntaxException(rest.column(), "this ')' closes no bracket");
        }
        if (rest.kind() != Kind.END) {
            throw new FilterSyntaxException(rest.column(), "expected 'and' or 'or' before " + rest.shown());
        }
        return FlagFolding.fold(filter);
    }

    private Filter expression(int depth) throws FilterSyntaxException {
        Filter left = term(depth, false);
        while (true) {
            boolean and = tokens.peek().is("and") || tokens.peek().is("&&");
            boolean or = tokens.peek().is("or") || tokens.peek().is("||");
            if (!and && !or) {
                return left;
            }
            tokens.take();
            Filter right = term(depth, true);
            left = and ? Filter.all(List.of(left, right)) : Filter.any(List.of(left, right));
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
        var relation = relations.relation();
        if (relation.isPresent()) {
            primitives.forgetQualifiers();
            return relation.get();
        }
        if (tokens.take("(")) {
            var before = primitives.qualifiers();
            Filter inner = expression(depth + 1);
            tokens.expect(")", "to close the '(' at column " + token.column());
            // As in libpcap's grammar: what is said inside brackets is not taken over behind them.
            primitives.restore(before);
            return inner;
        }
        return primitives.primitive(afterOperator);
    }
}
