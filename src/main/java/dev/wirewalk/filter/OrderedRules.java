package dev.wirewalk.filter;

import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.filter.RuleList.Rules;
import dev.wirewalk.filter.RuleList.TooMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Turns filters into first-match rules without a single complement: a term permits its boxes, {@code not} swaps permit and deny
 * and permits the rest, {@code and} and {@code or} go through one list and, where it leaves the answer open, through the other. So
 * {@code net A and not host B} is a few lines, where a union of boxes would need every network beside B.
 */
public final class OrderedRules {
    /** Comparisons of two rules that one filter is worth; more would keep somebody who types waiting. */
    private static final long COMPARISONS = 50_000;

    /** Lists of one group that are joined in the order in which they stand. */
    private static final int ONE_BY_ONE = 8;

    private final int cap;
    private final Box everything = Box.everything();
    private long comparisonsLeft = COMPARISONS;

    private OrderedRules(int cap) {
        this.cap = cap;
    }

    /** The filter as at most {@code cap} rules, at every stage of the work; too many as well when it takes too long. */
    public static RuleList of(Filter filter, int cap) {
        try {
            return new Rules(new OrderedRules(cap).build(filter));
        } catch (CapReached _) {
            return new TooMany(cap);
        }
    }

    private List<Rule> build(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> List.of(new Rule(true, everything));
            case Filter.Not(var part) -> negate(build(part));
            case Filter.And(var parts) -> and(parts.stream().map(this::build).toList());
            case Filter.Or(var parts) -> or(parts.stream().map(this::build).toList());
            case Filter.Term term ->
                Boxes.simplify(TermBoxes.of(term)).stream()
                        .map(box -> new Rule(true, box))
                        .toList();
        };
    }

    private List<Rule> negate(List<Rule> rules) {
        List<Rule> swapped = new ArrayList<>();
        rules.forEach(rule -> swapped.add(new Rule(!rule.permit(), rule.box())));
        swapped.add(new Rule(true, everything));
        return simplified(swapped);
    }

    /** Lists that permit the rest come first: their denials need not be repeated for each permission of the others. */
    private List<Rule> and(List<List<Rule>> lists) {
        return folded(
                lists.stream()
                        .sorted(Comparator.comparing(rules -> !permitsTheRest(rules)))
                        .toList(),
                this::and);
    }

    private List<Rule> and(List<Rule> first, List<Rule> second) {
        List<Rule> result = new ArrayList<>();
        for (Rule rule : first) {
            if (rule.permit()) {
                // What the second list leaves to its end is denied, and no later product can permit it either.
                addProducts(result, rule.box(), second);
            } else {
                result.add(rule);
            }
        }
        return simplified(result);
    }

    /** Lists that only permit come first: they decide by themselves. */
    private List<Rule> or(List<List<Rule>> lists) {
        return folded(
                lists.stream()
                        .sorted(Comparator.comparing(rules -> !rules.stream().allMatch(Rule::permit)))
                        .toList(),
                this::or);
    }

    /** Many lists pair by pair and not one after the other, so that long results are looked through a few times only. */
    private static List<Rule> folded(List<List<Rule>> lists, BinaryOperator<List<Rule>> join) {
        if (lists.size() <= ONE_BY_ONE) {
            return lists.stream().reduce(join).orElseThrow();
        }
        int half = lists.size() / 2;
        return join.apply(folded(lists.subList(0, half), join), folded(lists.subList(half, lists.size()), join));
    }

    private List<Rule> or(List<Rule> first, List<Rule> second) {
        List<Rule> result = new ArrayList<>();
        for (Rule rule : first) {
            if (!rule.permit()) {
                addProducts(result, rule.box(), second);
            }
            result.add(rule);
        }
        result.addAll(second);
        return simplified(result);
    }

    private void addProducts(List<Rule> result, Box box, List<Rule> rules) {
        for (Rule rule : rules) {
            box.intersect(rule.box()).ifPresent(both -> result.add(new Rule(rule.permit(), both)));
        }
        checked(result, 8 * cap);
    }

    private boolean permitsTheRest(List<Rule> rules) {
        return !rules.isEmpty()
                && rules.getLast().permit()
                && rules.getLast().box().equals(everything);
    }

    private List<Rule> simplified(List<Rule> rules) {
        comparisonsLeft -= (long) rules.size() * rules.size();
        if (comparisonsLeft < 0) {
            throw new CapReached();
        }
        List<Rule> shorter = RuleShortening.shorten(rules);
        checked(shorter, cap);
        return shorter;
    }

    private static void checked(List<Rule> rules, int limit) {
        if (rules.size() > limit) {
            throw new CapReached();
        }
    }

    /** Leaves a deep recursion at once; never seen outside. */
    private static final class CapReached extends RuntimeException {
        CapReached() {
            super(null, null, false, false);
        }
    }
}
