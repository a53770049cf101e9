package dev.wirewalk.build.ui.form;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** TCP flags as words: {@code syn !ack} (RFC 9293 section 3.1 names the bits). */
final class FlagWords {
    private static final List<String> BITS = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr");
    private static final int ALL_BITS = 255;

    private FlagWords() {}

    static Filter read(Families families, Qualifier qualifier, String value) throws RowProblem {
        int set = 0;
        int clear = 0;
        for (String word : value.toLowerCase(Locale.ROOT).split("[\\s,|]+")) {
            boolean negated = word.startsWith("!");
            int bit = bit(negated ? word.substring(1) : word);
            if (negated) {
                clear |= bit;
            } else {
                set |= bit;
            }
        }
        if ((set & clear) != 0) {
            throw new RowProblem("a flag cannot be both set and not set");
        }
        if (clear != 0 && qualifier != Qualifier.THESE) {
            throw new RowProblem("! goes with “" + Qualifier.THESE.label() + "” only");
        }
        return switch (qualifier) {
            case ONLY -> new Filter.TcpFlags(families, ALL_BITS, Comparison.EQUAL, set);
            case THESE -> new Filter.TcpFlags(families, set | clear, Comparison.EQUAL, set);
            case SOME, EITHER, SOURCE, DESTINATION, AT_LEAST, AT_MOST ->
                new Filter.TcpFlags(families, set, Comparison.NOT_EQUAL, 0);
        };
    }

    /** The row for the term, when one can say it. */
    static Optional<FormRow> write(Filter.TcpFlags flags) {
        TermKind kind = switch (flags.families()) {
            case BOTH -> TermKind.TCP_FLAGS;
            case IPV4 -> TermKind.TCP_FLAGS_IPV4;
            case IPV6 -> TermKind.TCP_FLAGS_IPV6;
        };
        int mask = flags.mask();
        int value = flags.value();
        if (flags.comparison() == Comparison.NOT_EQUAL) {
            return value == 0 ? Optional.of(new FormRow(kind, Qualifier.SOME, words(mask, 0))) : Optional.empty();
        }
        if ((value & ~mask) != 0) {
            return Optional.empty();
        }
        if (mask == ALL_BITS && value != 0) {
            return Optional.of(new FormRow(kind, Qualifier.ONLY, words(value, 0)));
        }
        return Optional.of(new FormRow(kind, Qualifier.THESE, words(value, mask & ~value)));
    }

    private static int bit(String word) throws RowProblem {
        String known = word.startsWith("tcp-") ? word.substring(4) : word;
        int index = BITS.indexOf(known.equals("push") ? "psh" : known);
        if (index < 0) {
            throw new RowProblem("the flags are " + String.join(", ", BITS));
        }
        return 1 << index;
    }

    private static String words(int set, int clear) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < BITS.size(); i++) {
            if ((set & 1 << i) != 0) {
                words.add(BITS.get(i));
            } else if ((clear & 1 << i) != 0) {
                words.add("!" + BITS.get(i));
            }
        }
        return String.join(" ", words);
    }
}
