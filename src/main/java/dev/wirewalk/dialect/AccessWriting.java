package dev.wirewalk.dialect;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The work of {@link AccessList} on one filter: runs and gaps gather here. */
final class AccessWriting {
    private final Filter filter;
    private final DialectSettings settings;
    private final AccessRelease release;
    private final int lines;
    private final Gaps gaps;
    private final List<Run> runs = new ArrayList<>();

    AccessWriting(Filter filter, DialectSettings settings) {
        this.filter = filter;
        this.settings = settings;
        this.release = AccessRelease.of(settings.version());
        this.lines = settings.limit(AccessList.LINES);
        this.gaps = new Gaps(filter);
    }

    Rendering rendering() {
        if (OrderedRules.of(filter, lines).equals(everyPacket())) {
            return Rendering.exact(List.of(new Run("everything", List.of())));
        }
        if (settings.sees().contains(Network.OTHER)
                && !selected(Network.OTHER).rules().isEmpty()) {
            gaps.addWhole("Frames that are neither IP nor ARP can be had only by capturing everything.");
            return Rendering.of(List.of(new Run("everything", List.of())), gaps.list());
        }
        listed();
        if (settings.sees().contains(Network.IPV6) && !release.unifiedLists()) {
            frames(Network.IPV6, "ip6");
        }
        Stream.of(Network.ARP, Network.RARP)
                .filter(network -> settings.sees().contains(network) || AccessTerms.name(filter, network))
                .forEach(network -> frames(network, network == Network.ARP ? "arp" : "rarp"));
        return runs.isEmpty()
                ? gaps.unseen("The filter selects no packet that this capture can show.")
                : Rendering.of(runs, gaps.list());
    }

    /** What access lists and match clauses can select of the filter. */
    private void listed() {
        List<Network> families = Stream.of(Network.IPV4, Network.IPV6)
                .filter(settings.sees()::contains)
                .filter(network -> network == Network.IPV4 || release.unifiedLists())
                .toList();
        if (families.isEmpty()) {
            return;
        }
        Rules asked = rules(Filter.any(families.stream()
                .map(network -> (Filter) new Filter.Ether(network))
                .toList()));
        if (asked.rules().isEmpty()) {
            return;
        }
        AccessWidening widening = new AccessWidening(release);
        Rules said = within(families, widening.widen(asked));
        widening.losses().forEach(this::addGaps);
        runs.add(run(said));
    }

    /** The same rules for packets of these families only; denials may have spoken of others. */
    private static Rules within(List<Network> families, Rules rules) {
        FieldValues<Network> listed = families.stream()
                .map(HeaderField.NETWORK::one)
                .reduce(FieldValues::union)
                .orElseThrow();
        return new Rules(rules.rules().stream()
                        .flatMap(rule -> rule.box().with(HeaderField.NETWORK, listed).stream()
                                .map(box -> new Rule(rule.permit(), box)))
                        .toList())
                .shortened();
    }

    private Run run(Rules rules) {
        if (AccessEntries.count(rules) <= 4L * lines) {
            Optional<List<AccessEntry>> clauses =
                    MatchClauses.of(AccessEntries.perFamily(rules), release, settings.limit(AccessList.CLAUSES));
            if (clauses.isPresent()) {
                return match(clauses.get());
            }
            List<AccessEntry> entries = AccessEntries.joined(rules);
            if (entries.size() <= lines) {
                return accessList(entries);
            }
        }
        gaps.addWhole("The filter takes more than the %d lines that an access list is kept to.".formatted(lines));
        List<AccessEntry> coarse = AccessEntries.joined(AccessCoarsening.within(lines, rules));
        return accessList(coarse.size() <= lines ? coarse : fewest(coarse));
    }

    /** Permissions joined, whatever they speak of, until they fit. */
    private List<AccessEntry> fewest(List<AccessEntry> entries) {
        List<AccessEntry> permitted =
                entries.stream().filter(AccessEntry::permit).toList();
        return Covering.within(lines, permitted, AccessEntry.everything());
    }

    private Run match(List<AccessEntry> clauses) {
        return new Run(
                "match",
                clauses.stream()
                        .map(clause -> clause.text(release, release.bothFamiliesInMatch()))
                        .toList());
    }

    private Run accessList(List<AccessEntry> entries) {
        return new Run(
                "access-list",
                entries.stream()
                        .map(entry ->
                                (entry.permit() ? "permit " : "deny ") + entry.text(release, release.unifiedLists()))
                        .toList());
    }

    /** A capture of all frames of one EtherType, for what no list can select. */
    private void frames(Network network, String word) {
        Rules selected = selected(network);
        if (selected.rules().isEmpty()) {
            return;
        }
        Box all = Box.everything()
                .with(HeaderField.NETWORK, HeaderField.NETWORK.one(network))
                .orElseThrow();
        if (!selected.equals(new Rules(List.of(new Rule(true, all))))) {
            gaps.addWhole("Of %s frames this capture takes all or none.".formatted(word));
        }
        runs.add(new Run("ethernet-type", List.of(word)));
    }

    private Rules selected(Network network) {
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
    private Rules rules(Filter within) {
        List<Filter> parts = new ArrayList<>(filter instanceof Filter.And(var all) ? all : List.of(filter));
        Map<Filter, Integer> sizes = parts.size() > 1
                ? parts.stream().distinct().collect(Collectors.toMap(Function.identity(), this::size))
                : Map.of();
        while (!parts.isEmpty()) {
            Filter kept = Filter.all(Stream.concat(Stream.of(within), parts.stream())
                    .filter(part -> !part.equals(Filter.ANY))
                    .toList());
            if (OrderedRules.of(kept, lines) instanceof Rules rules) {
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
        return OrderedRules.of(within, lines) instanceof Rules rules ? rules : everyPacket();
    }

    private int size(Filter part) {
        return switch (OrderedRules.of(part, lines)) {
            case RuleList.Rules(var rules) -> rules.size();
            case RuleList.TooMany _ -> Integer.MAX_VALUE;
        };
    }

    private static Rules everyPacket() {
        return new Rules(List.of(new Rule(true, Box.everything())));
    }

    private void addGaps(AccessLoss loss) {
        List<Filter.Term> concerned =
                AccessTerms.of(filter).filter(loss::concerns).toList();
        concerned.forEach(term -> gaps.add(term, loss.reason(term)));
        if (concerned.isEmpty()) {
            gaps.addWhole(loss.reason());
        }
    }
}
