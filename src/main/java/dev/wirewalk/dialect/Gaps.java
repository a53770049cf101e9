package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The gaps of one rendering, each once. To narrow a wider result it takes the whole filter: with it applied, the result
 * holds what was asked, however many terms were loosened.
 */
final class Gaps {
    private final String whole;
    private final Set<Gap> gaps = new LinkedHashSet<>();

    Gaps(Filter filter) {
        this(FilterPrinter.print(filter));
    }

    private Gaps(String whole) {
        this.whole = whole;
    }

    /** No gap yet, of the same filter: for one of several ways to say it, or for a part of it. */
    Gaps none() {
        return new Gaps(whole);
    }

    void add(Filter term, String reason) {
        gaps.add(new Gap(FilterPrinter.print(term), reason, whole));
    }

    /**
     * The term itself when there is no problem; else the gap is noted, and the result is what stands for the term.
     *
     * @param grows as in {@link Folding.Rule#replace}
     */
    Optional<Filter> unless(Optional<String> problem, Filter.Term term, boolean grows) {
        if (problem.isEmpty()) {
            return Optional.of(term);
        }
        add(term, problem.get());
        return grows ? Optional.of(OneNetwork.protocolOf(term)) : Optional.empty();
    }

    /** A gap that is about the filter as a whole, such as a limit of the tool. */
    void addWhole(String reason) {
        gaps.add(new Gap(whole, reason, whole));
    }

    void addAll(List<Gap> others) {
        gaps.addAll(others);
    }

    /** Nothing of what the filter asks for can be seen by the tool. */
    Rendering unseen(String reason) {
        return Rendering.unsupported(new Gap(whole, reason, whole));
    }

    List<Gap> list() {
        return List.copyOf(gaps);
    }
}
