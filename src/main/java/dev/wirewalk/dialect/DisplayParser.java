package dev.wirewalk.dialect;

import dev.wirewalk.dialect.DisplayTokens.Kind;
import dev.wirewalk.dialect.DisplayTokens.Token;
import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads display filters as people type them: {@code and} binds tighter than {@code or}, {@code not} to what follows.
 *
 * <p>Beside a test of a header may stand the same test of the first fragment's bytes, as {@link DisplayTerms} writes it: the
 * two are one term. Bytes of a payload that say something else are refused.
 */
final class DisplayParser {
    private static final int DEEPEST = 100;
    private static final int NORMAL_FORM = 100;

    private final DisplayTokens tokens;
    private final DisplayTests tests;

    private DisplayParser(DisplayTokens tokens, String version) {
        this.tokens = tokens;
        this.tests = new DisplayTests(tokens, version);
    }

    /** @param fragment whether it is about the bytes of a first fragment that Wireshark shows no header of */
    record Part(Filter filter, boolean fragment) {}

    static Filter read(String text, String version) throws UnreadableTextException {
        DisplayTokens tokens = new DisplayTokens(text);
        if (tokens.peek().kind() == Kind.END) {
            return Filter.ANY;
        }
        DisplayParser parser = new DisplayParser(tokens, version);
        Part part = parser.alternatives(0);
        Token rest = tokens.peek();
        if (rest.kind() != Kind.END) {
            throw new UnreadableTextException(
                    0,
                    rest.column(),
                    rest.is(")") ? "this ')' closes no bracket" : "expected 'and' or 'or' before " + rest.shown());
        }
        return part.fragment() ? refusePayload(1) : part.filter();
    }

    private static Filter refusePayload(int column) throws UnreadableTextException {
        throw new UnreadableTextException(0, column, "bytes of the payload cannot be told by a filter over headers");
    }

    private Part alternatives(int depth) throws UnreadableTextException {
        List<Filter> headers = new ArrayList<>();
        List<Filter> fragments = new ArrayList<>();
        int column;
        int payload = 1;
        do {
            column = tokens.peek().column();
            Part part = conjunction(depth);
            (part.fragment() ? fragments : headers).add(part.filter());
            payload = part.fragment() ? column : payload;
        } while (tokens.take("or", "||"));
        if (headers.isEmpty()) {
            return new Part(Filter.any(fragments), true);
        }
        Filter known = DisplayTags.alternatives(Filter.any(headers));
        if (!fragments.isEmpty() && !same(known, Filter.any(fragments))) {
            refusePayload(payload);
        }
        return new Part(known, false);
    }

    private Part conjunction(int depth) throws UnreadableTextException {
        List<Part> parts = new ArrayList<>();
        int column = tokens.peek().column();
        do {
            parts.add(factor(depth));
            tests.missing(parts.getLast().filter());
        } while (tokens.take("and", "&&"));
        boolean fragment = parts.stream().anyMatch(Part::fragment);
        List<Filter> filters = parts.stream()
                .filter(part -> part.fragment() || !fragment)
                .map(Part::filter)
                .toList();
        try {
            return new Part(conjunction(DisplayTags.conjunction(filters)), fragment);
        } catch (IllegalArgumentException e) {
            throw new UnreadableTextException(0, column, String.valueOf(e.getMessage()));
        }
    }

    private Part factor(int depth) throws UnreadableTextException {
        Token token = tokens.peek();
        if (depth > DEEPEST) {
            throw new UnreadableTextException(
                    0, token.column(), "brackets and 'not' are nested deeper than " + DEEPEST);
        }
        if (tokens.take("not", "!")) {
            Part part = factor(depth + 1);
            return new Part(new Filter.Not(part.filter()), part.fragment());
        }
        if (tokens.take("(")) {
            Part inner = alternatives(depth + 1);
            tokens.expect(")", "to close the '(' at column " + token.column());
            return inner;
        }
        return tests.test();
    }

    /** Whether both hold for the same whole packets and first fragments of IPv4. */
    private boolean same(Filter one, Filter other) {
        return within(one, other) && within(other, one);
    }

    private boolean within(Filter one, Filter other) {
        Filter outside = Filter.all(List.of(tests.fragments(), one, new Filter.Not(other)));
        return Boxes.selectsNothing(outside, NORMAL_FORM);
    }

    /** Flags are tested one by one there, and together in the model. */
    private static Filter conjunction(List<Filter> parts) {
        List<Filter> joined = new ArrayList<>();
        for (Filter part : parts) {
            boolean flags =
                    part instanceof Filter.TcpFlags && !joined.isEmpty() && joined.getLast() instanceof Filter.TcpFlags;
            Optional<Filter> both =
                    flags ? together((Filter.TcpFlags) joined.getLast(), (Filter.TcpFlags) part) : Optional.empty();
            if (both.isPresent()) {
                joined.set(joined.size() - 1, both.get());
            } else if (!(part instanceof Filter.Any)) {
                joined.add(part);
            }
        }
        return Filter.all(joined);
    }

    private static Optional<Filter> together(Filter.TcpFlags first, Filter.TcpFlags second) {
        boolean apart = (first.mask() & second.mask()) == 0
                && first.comparison() == Comparison.EQUAL
                && second.comparison() == Comparison.EQUAL;
        return apart
                ? Optional.of(new Filter.TcpFlags(
                        Families.BOTH, first.mask() | second.mask(), Comparison.EQUAL, first.value() | second.value()))
                : Optional.empty();
    }
}
