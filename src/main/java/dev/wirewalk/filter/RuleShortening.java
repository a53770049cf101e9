package dev.wirewalk.filter;

import dev.wirewalk.filter.RuleList.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a first-match list shorter without changing a decision. */
final class RuleShortening {
    private final List<Rule> rules;

    private RuleShortening(List<Rule> rules) {
        this.rules = new ArrayList<>(rules);
    }

    static List<Rule> shorten(List<Rule> rules) {
        RuleShortening shortening = new RuleShortening(rules);
        do {
            shortening.dropShadowed();
            shortening.dropRepeated();
        } while (shortening.join());
        return List.copyOf(shortening.rules);
    }

    /** A rule inside an earlier one is never reached. */
    private void dropShadowed() {
        List<Rule> reached = new ArrayList<>();
        for (Rule rule : rules) {
            if (reached.stream().noneMatch(earlier -> earlier.box().contains(rule.box()))) {
                reached.add(rule);
            }
        }
        rules.clear();
        rules.addAll(reached);
    }

    /** A rule is idle when its packets meet the same answer further down, be it the denial at the end. */
    private void dropRepeated() {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (answeredLater(i)) {
                rules.remove(i);
            }
        }
    }

    private boolean answeredLater(int index) {
        Rule rule = rules.get(index);
        for (Rule later : rules.subList(index + 1, rules.size())) {
            if (later.permit() == rule.permit()) {
                if (later.box().contains(rule.box())) {
                    return true;
                }
            } else if (later.box().overlaps(rule.box())) {
                return false;
            }
        }
        return !rule.permit();
    }

    /** Joins rules of the same answer that one box can say, where one of the two can be moved to the other. */
    private boolean join() {
        boolean any = false;
        for (int i = 0; i < rules.size(); i++) {
            int j = i + 1;
            while (j < rules.size()) {
                if (join(i, j)) {
                    any = true; // another rule is at j now
                } else {
                    j++;
                }
            }
        }
        return any;
    }

    private boolean join(int i, int j) {
        Rule first = rules.get(i);
        Rule second = rules.get(j);
        Optional<Box> joined = first.permit() == second.permit() ? first.box().merge(second.box()) : Optional.empty();
        if (joined.isEmpty()) {
            return false;
        }
        Rule both = new Rule(first.permit(), joined.get());
        if (passes(second, i + 1, j)) {
            rules.remove(j);
            rules.set(i, both);
            return true;
        }
        if (passes(first, i + 1, j)) {
            rules.set(j, both);
            rules.remove(i);
            return true;
        }
        return false;
    }

    /** Whether no rule from {@code from} to before {@code to} answers differently for a packet of the rule. */
    private boolean passes(Rule rule, int from, int to) {
        return rules.subList(from, to).stream()
                .noneMatch(
                        other -> other.permit() != rule.permit() && other.box().overlaps(rule.box()));
    }
}
