package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads INSPECT programs as people write them: {@code accept CONDITION;} and {@code CONDITION, accept;}. {@code and} binds
 * closer than {@code or}, as is commonly assumed. Whether a comma binds closer than {@code or} is not documented, so a list in
 * which that matters is refused.
 */
final class InspectReader {
    /** One condition, and whether an {@code or} stands in it outside of brackets. */
    private record Part(Filter filter, boolean bareOr) {}

    private final InspectTokens tokens;
    private final InspectTerms terms;

    private InspectReader(InspectTokens tokens, IpVersion version) {
        this.tokens = tokens;
        this.terms = new InspectTerms(tokens, version);
    }

    static Filter read(String program, IpVersion version) throws UnreadableTextException {
        InspectReader reader = new InspectReader(new InspectTokens(program), version);
        return Meaning.within(version, reader.program());
    }

    private Filter program() throws UnreadableTextException {
        boolean first = tokens.take("accept");
        Filter filter = first && tokens.isNext(";") ? Filter.ANY : list(!first);
        if (!tokens.take(";")) {
            throw tokens.problem("a program ends in ;");
        }
        if (!tokens.atEnd()) {
            throw tokens.problem("text stands behind the end of the program, of which there is one in a filter");
        }
        return filter;
    }

    /** Conditions with commas between them; at the top of a program that does not begin with it, accept comes last. */
    private Filter list(boolean acceptLast) throws UnreadableTextException {
        List<Part> parts = new ArrayList<>();
        boolean accepted = false;
        do {
            if (acceptLast && tokens.take("accept")) {
                accepted = true;
                break;
            }
            parts.add(either());
        } while (tokens.take(","));
        if (acceptLast && !accepted) {
            throw tokens.problem("a program says accept, or no packet is shown");
        }
        if (parts.size() > 1 && parts.stream().anyMatch(Part::bareOr)) {
            throw tokens.problem("whether the comma or the word or binds closer is not documented; write brackets");
        }
        return Meaning.all(parts.stream().map(Part::filter).toList());
    }

    private Part either() throws UnreadableTextException {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(both());
        } while (tokens.take("or"));
        return new Part(Meaning.any(parts), parts.size() > 1);
    }

    private Filter both() throws UnreadableTextException {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (tokens.take("and"));
        return Meaning.all(parts);
    }

    private Filter one() throws UnreadableTextException {
        if (tokens.take("not")) {
            return Meaning.not(one());
        }
        if (tokens.take("(")) {
            Filter inner = list(false);
            tokens.expect(")");
            return inner;
        }
        if (tokens.take("[")) {
            return raw();
        }
        String word = tokens.word();
        Optional<Comparison> comparison = tokens.comparison();
        return comparison.isPresent() ? terms.field(word, 0, comparison.get()) : macroOrFlags(word);
    }

    private Filter macroOrFlags(String word) throws UnreadableTextException {
        if (tokens.take("&")) {
            long mask = tokens.number();
            return terms.field(word, mask, tokens.comparison().orElse(Comparison.NOT_EQUAL));
        }
        return terms.macro(word);
    }

    /** {@code [OFFSET:LENGTH,ORDER]}, of which the length is 4 and the order the processor's own when they are left out. */
    private Filter raw() throws UnreadableTextException {
        int offset = (int) tokens.number();
        int size = tokens.take(":") ? (int) tokens.number() : 4;
        boolean network = false;
        if (tokens.take(",")) {
            network = tokens.take("b");
            if (!network && !tokens.take("l")) {
                throw tokens.problem("the order of bytes is b or l");
            }
        }
        tokens.expect("]");
        if (size != 1 && size != 2 && size != 4 || offset > 1500) {
            throw tokens.problem("1, 2 or 4 bytes are read, within the packet");
        }
        if (size > 1 && !network) {
            throw tokens.problem(
                    "several bytes are read in the processor's own order here; write ,b for that of the network");
        }
        long mask = tokens.take("&") ? tokens.number() : 0;
        Optional<Comparison> comparison = tokens.comparison();
        if (comparison.isEmpty() && mask == 0) {
            throw tokens.problem("bytes are compared with a value");
        }
        return terms.raw(offset, size, mask, comparison.orElse(Comparison.NOT_EQUAL), comparison.isPresent());
    }
}
