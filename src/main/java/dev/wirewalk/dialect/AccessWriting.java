package dev.wirewalk.dialect;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.filter.RuleList.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The work of {@link AccessList} on one filter: runs and gaps gather here. */
final class AccessWriting {
    private static final List<Network> NOT_IP = List.of(Network.ARP, Network.RARP);

    /** What was asked; terms that decide nothing still name the frames that are asked for. */
    private final Filter asked;
    /** The same of the packets inside of tags and tunnels. */
    private final Filter filter;

    private final DialectSettings settings;
    private final AccessForms forms;
    private final AccessRelease release;
    private final AccessRules access;
    private final Gaps gaps;
    private final List<Run> runs = new ArrayList<>();

    AccessWriting(Filter filter, DialectSettings settings) {
        this.asked = filter;
        this.settings = settings;
        this.forms = AccessForms.of(settings);
        this.release = forms.release();
        this.gaps = new Gaps(filter);
        this.filter = Unwrapping.unwrap(filter, settings.sees(), gaps);
        this.access = new AccessRules(this.filter, forms.work(), gaps);
    }

    Rendering rendering() {
        if (access.selectsEverything()) {
            return Rendering.of(List.of(everything()), gaps.list());
        }
        if (forms.none()) {
            return unfiltered();
        }
        if (settings.sees().contains(Network.OTHER)
                && !access.selected(Network.OTHER).rules().isEmpty()) {
            gaps.addWhole("Frames that are neither IP nor ARP can be had only by capturing everything.");
            return Rendering.of(List.of(everything()), gaps.list());
        }
        listed();
        if (settings.sees().contains(Network.IPV6) && !forms.lists(Network.IPV6)) {
            frames(Network.IPV6);
        }
        NOT_IP.stream().filter(this::concerns).forEach(this::frames);
        return runs.isEmpty()
                ? gaps.unseen("The filter selects no packet that this capture can show.")
                : Rendering.of(runs, gaps.list());
    }

    private static Run everything() {
        return new Run("everything", List.of());
    }

    private boolean concerns(Network network) {
        return settings.sees().contains(network) || AccessTerms.name(asked, network);
    }

    /** For captures that nothing can be told: all that they show, when the filter selects any of it. */
    private Rendering unfiltered() {
        boolean selects = Stream.of(Network.values())
                .filter(this::concerns)
                .anyMatch(network -> !access.selected(network).rules().isEmpty());
        if (!selects) {
            return gaps.unseen("The filter selects no packet that this capture can show.");
        }
        gaps.addWhole("A capture of this kind and release takes no filter, so the filter is not applied.");
        return Rendering.of(List.of(everything()), gaps.list());
    }

    /** What access lists and match clauses can select of the filter. */
    private void listed() {
        List<Network> families = Stream.of(Network.IPV4, Network.IPV6)
                .filter(settings.sees()::contains)
                .filter(forms::lists)
                .toList();
        if (families.isEmpty()) {
            return;
        }
        Rules asked = access.within(Filter.any(families.stream()
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
        boolean writable = AccessEntries.count(rules) <= 4L * forms.work();
        if (writable) {
            Optional<List<AccessEntry>> clauses =
                    MatchClauses.of(AccessEntries.perFamily(rules), release, forms.clauses());
            if (clauses.isPresent()) {
                return match(clauses.get());
            }
        }
        if (forms.lines() == 0) {
            if (!writable) {
                gaps.addWhole("The filter takes far more than the %d match clauses that a capture takes."
                        .formatted(forms.clauses()));
            }
            Rules few = writable ? rules : AccessCoarsening.within(forms.work(), rules);
            return match(new ClauseCover(forms.clauses(), gaps).of(AccessEntries.perFamily(few)));
        }
        if (writable) {
            List<AccessEntry> entries = AccessEntries.joined(rules);
            if (entries.size() <= forms.lines()) {
                return accessList(entries);
            }
        }
        gaps.addWhole(
                "The filter takes more than the %d lines that an access list is kept to.".formatted(forms.lines()));
        List<AccessEntry> coarse = AccessEntries.joined(AccessCoarsening.within(forms.lines(), rules));
        return accessList(coarse.size() <= forms.lines() ? coarse : fewest(coarse));
    }

    /** Permissions joined, whatever they speak of, until they fit. */
    private List<AccessEntry> fewest(List<AccessEntry> entries) {
        List<AccessEntry> permitted =
                entries.stream().filter(AccessEntry::permit).toList();
        return Covering.within(forms.lines(), permitted, AccessEntry.everything());
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

    /** A capture of all frames of one EtherType, for what no list can select; of everything where EtherTypes cannot be chosen. */
    private void frames(Network network) {
        String word = network == Network.IPV6 ? "ip6" : network.name().toLowerCase(Locale.ROOT);
        Rules selected = access.selected(network);
        if (selected.rules().isEmpty()) {
            return;
        }
        if (!forms.etherTypes()) {
            gaps.addWhole("Frames of %s can be had here only by capturing everything.".formatted(word));
            runs.clear();
            runs.add(everything());
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

    private void addGaps(AccessLoss loss) {
        List<Filter.Term> concerned =
                AccessTerms.of(filter).filter(loss::concerns).toList();
        concerned.forEach(term -> gaps.add(term, loss.reason(term)));
        if (concerned.isEmpty()) {
            gaps.addWhole(loss.reason());
        }
    }
}
