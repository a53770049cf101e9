package dev.wirewalk.dialect;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.BoxUnion;
import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.OrderedRules;
import dev.wirewalk.filter.RuleList;
import dev.wirewalk.filter.RuleList.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter as rules or as boxes, which are rules that only permit. Where it takes too many, conditions are left out. */
final class NormalForms {
    private static final int RULES = 200;
    private static final int BOXES = 150;

    private final boolean ordered;
    private final Filter within;
    private final Gaps gaps;

    /** @param within what the packets are anyway */
    NormalForms(boolean ordered, Filter within, Gaps gaps) {
        this.ordered = ordered;
        this.within = within;
        this.gaps = gaps;
    }

    /** Rules that permit the filter, or more when a gap says so. */
    List<Rule> of(Filter filter) {
        Optional<List<Rule>> rules = exact(filter, ordered);
        if (rules.isPresent()) {
            return rules.get();
        }
        return switch (filter) {
            case Filter.Or(var parts) -> alternatives(parts);
            case Filter.And(var parts) -> fewer(parts);
            case Filter.Any _, Filter.Not _, Filter.Term _ -> fewer(List.of(filter));
        };
    }

    private Optional<List<Rule>> exact(Filter filter, boolean asRules) {
        Filter all = Filter.all(Stream.of(within, filter)
                .filter(part -> !(part instanceof Filter.Any))
                .toList());
        if (asRules) {
            return OrderedRules.of(all, RULES) instanceof RuleList.Rules(var rules)
                    ? Optional.of(rules)
                    : Optional.empty();
        }
        return Boxes.of(all, BOXES) instanceof BoxUnion.Union(var boxes)
                ? Optional.of(boxes.stream().map(box -> new Rule(true, box)).toList())
                : Optional.empty();
    }

    /** Each by itself and without denials, which would speak for the others as well. */
    private List<Rule> alternatives(List<Filter> parts) {
        List<Rule> all = new ArrayList<>();
        NormalForms boxes = new NormalForms(false, within, gaps);
        for (Filter part : parts) {
            all.addAll(boxes.of(part));
        }
        return all;
    }

    private List<Rule> fewer(List<Filter> conditions) {
        List<Filter> parts = new ArrayList<>(conditions);
        Map<Filter, Integer> sizes =
                parts.stream().distinct().collect(Collectors.toMap(Function.identity(), this::size));
        while (!parts.isEmpty()) {
            // One at a time where few are left; of very many, several, so that the end is near soon.
            int left = Math.min(BOXES / 2, parts.size() - 1 - parts.size() / 4);
            while (parts.size() > left) {
                Filter longest = parts.stream()
                        .max(Comparator.comparing(part -> sizes.getOrDefault(part, 0)))
                        .orElseThrow();
                parts.remove(longest);
                gaps.add(longest, "With it the filter has more alternatives than lines can be written for.");
            }
            Optional<List<Rule>> rules = exact(Filter.all(parts), ordered);
            if (rules.isPresent()) {
                return rules.get();
            }
        }
        return List.of(new Rule(true, Box.everything()));
    }

    private int size(Filter part) {
        return exact(part, ordered).map(List::size).orElse(Integer.MAX_VALUE);
    }
}
