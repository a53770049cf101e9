package dev.wirewalk.filter;

import java.util.List;

/** A filter as a list of rules of which the first that holds a packet decides, or that it would take too many. */
public sealed interface RuleList {
    /** Permit or deny the packets of a box. */
    record Rule(boolean permit, Box box) {}

    /** In order; what no rule holds is denied. None when the filter can select nothing. */
    record Rules(List<Rule> rules) implements RuleList {
        public Rules {
            rules = List.copyOf(rules);
        }

        /** The same decisions with fewer rules, where there are rules to spare. */
        public Rules shortened() {
            return new Rules(RuleShortening.shorten(rules));
        }

        public boolean permits(PacketHeaders packet) {
            return rules.stream()
                    .filter(rule -> rule.box().matches(packet))
                    .findFirst()
                    .map(Rule::permit)
                    .orElse(false);
        }
    }

    /** More than {@code cap} rules were needed on the way, or too many comparisons of rules. */
    record TooMany(int cap) implements RuleList {}
}
