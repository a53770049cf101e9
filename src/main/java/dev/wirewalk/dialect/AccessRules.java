package dev.wirewalk.dialect;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.OrderedRules;
import dev.wirewalk.filter.RuleList;
import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.filter.RuleList.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter as first-match rules, and what is left out of it when they become too many. */
final class AccessRules {
    private static final Rules EVERY_PACKET = new Rules(List.of(new Rule(true, Box.everything())));

    private final Filter filter;
    private final int lines;
    private final Gaps gaps;
    private final RuleList whole;

    /** @param lines the rules that the filter may take at any stage of the work */
    AccessRules(Filter filter, int lines, Gaps gaps) {
        this.filter = filter;
        this.lines = lines;
        this.gaps = gaps;
        this.whole = OrderedRules.of(filter, lines);
    }

    boolean selectsEverything() {
        return whole.equals(EVERY_PACKET);
    }

    /** What is selected of frames of one kind; more than all of them when that took too many rules. */
    Rules selected(Network network) {
        Box all = Box.everything()
                .with(HeaderField.NETWORK, HeaderField.NETWORK.one(network))
                .orElseThrow();
        Filter within = network == Network.OTHER ? new Filter.Not(knownNetworks()) : new Filter.Ether(network);
        return OrderedRules.of(Filter.all(List.of(within, filter)), lines) instanceof Rules rules
                ? rules
                : new Rules(List.of(new Rule(true, all), new Rule(true, Box.everything())));
    }

    private static Filter knownNetworks() {
        return Filter.any(Stream.of(Network.values())
                .filter(network -> network != Network.OTHER)
                .map(network -> (Filter) new Filter.Ether(network))
                .toList());
    }

    /** The rules of the filter within the frames given; conditions that make them too many are left out. */
    Rules within(Filter within) {
        List<Filter> parts = new ArrayList<>(filter instanceof Filter.And(var all) ? all : List.of(filter));
        Map<Filter, Integer> sizes = parts.size() > 1
                ? parts.stream().distinct().collect(Collectors.toMap(Function.identity(), this::size))
                : Map.of();
        while (!parts.isEmpty()) {
            Filter kept = Filter.all(Stream.concat(Stream.of(within), parts.stream())
                    .filter(part -> !part.equals(Filter.ANY))
                    .toList());
            // So many conditions that they took too many rules by themselves take as many within some frames.
            boolean hopeless = parts.size() > lines && whole instanceof RuleList.TooMany;
            if (!hopeless && OrderedRules.of(kept, lines) instanceof Rules rules) {
                return rules;
            }
            // One at a time where few are left; of very many, several, so that the end is near soon.
            int left = Math.min(lines / 2, parts.size() - 1 - parts.size() / 4);
            while (parts.size() > left) {
                Filter longest = parts.stream()
                        .max(Comparator.comparing(part -> sizes.getOrDefault(part, 0)))
                        .orElseThrow();
                parts.remove(longest);
                gaps.add(
                        longest,
                        "With it the filter takes more than the %d lines that an access list is kept to."
                                .formatted(lines));
            }
        }
        return OrderedRules.of(within, lines) instanceof Rules rules ? rules : EVERY_PACKET;
    }

    private int size(Filter part) {
        return switch (OrderedRules.of(part, lines)) {
            case RuleList.Rules(var rules) -> rules.size();
            case RuleList.TooMany _ -> Integer.MAX_VALUE;
        };
    }
}
