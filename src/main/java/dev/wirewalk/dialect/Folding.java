package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the terms of a filter and folds away the groups that became constant. "Selects nothing" is the empty result,
 * because the tree has no node for it; "selects everything" is {@link Filter#ANY}.
 */
final class Folding {
    /** What stands for a term. */
    interface Rule {
        /**
         * @param grows whether a wider replacement makes the whole filter wider; under an odd number of NOTs it is the
         *     narrower one that does
         * @return a filter to stand there, {@link Filter#ANY} for a term that always holds, empty for one that never does
         */
        Optional<Filter> replace(Filter.Term term, boolean grows);
    }

    private Folding() {}

    static Optional<Filter> fold(Filter filter, Rule rule) {
        return fold(filter, rule, true);
    }

    /** @param grows as in {@link Rule#replace}, for a filter inside of another one */
    static Optional<Filter> fold(Filter filter, Rule rule, boolean grows) {
        return switch (filter) {
            case Filter.Any any -> Optional.of(any);
            case Filter.And(var parts) -> all(parts, rule, grows);
            case Filter.Or(var parts) -> any(parts, rule, grows);
            case Filter.Not(var part) -> not(fold(part, rule, !grows));
            case Filter.Term term -> rule.replace(term, grows);
        };
    }

    private static Optional<Filter> all(List<Filter> parts, Rule rule, boolean grows) {
        List<Filter> kept = new ArrayList<>();
        boolean possible = true;
        for (Filter part : parts) {
            Optional<Filter> folded = fold(part, rule, grows);
            possible &= folded.isPresent();
            folded.filter(one -> !(one instanceof Filter.Any)).ifPresent(kept::add);
        }
        return possible ? Optional.of(Filter.all(kept)) : Optional.empty();
    }

    private static Optional<Filter> any(List<Filter> parts, Rule rule, boolean grows) {
        List<Filter> kept = new ArrayList<>();
        for (Filter part : parts) {
            fold(part, rule, grows).ifPresent(kept::add);
        }
        if (kept.stream().anyMatch(Filter.Any.class::isInstance)) {
            return Optional.of(Filter.ANY);
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(Filter.any(kept));
    }

    private static Optional<Filter> not(Optional<Filter> part) {
        if (part.isEmpty()) {
            return Optional.of(Filter.ANY);
        }
        return switch (part.get()) {
            case Filter.Any _ -> Optional.empty();
            case Filter.Not(var inner) -> Optional.of(inner);
            case Filter.And and -> Optional.of(new Filter.Not(and));
            case Filter.Or or -> Optional.of(new Filter.Not(or));
            case Filter.Term term -> Optional.of(new Filter.Not(term));
        };
    }
}
