package dev.wirewalk.dialect;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes one filter in one way, for packets of some networks. */
final class WayWriting {
    /** Boxes of the question whether lines hold more than was asked. */
    private static final int CHECKED = 30;

    private final Filter filter;
    private final Set<Network> networks;
    private final boolean partial;
    private final WayWords words;
    private final int runs;
    private final Gaps gaps;
    private final LineLosses losses;

    /**
     * @param partial whether the tool shows packets of other networks besides
     * @param gaps takes what this way cannot say
     */
    WayWriting(Filter filter, LineWay way, Set<Network> networks, boolean partial, int runs, Gaps gaps) {
        this.filter = filter;
        this.networks = networks;
        this.partial = partial;
        this.words = new WayWords(way, networks);
        this.runs = runs;
        this.gaps = gaps;
        this.losses = new LineLosses(words);
    }

    /** The runs that together hold what the filter selects; none when it selects none of these packets. */
    record Written(List<Run> runs, List<Gap> gaps) {}

    Written written() {
        Optional<Filter> sayable = Folding.fold(filter, new LineTerms(words, gaps)::replace);
        if (sayable.isEmpty()) {
            return new Written(List.of(), List.of());
        }
        List<Rule> rules = rules(sayable.get());
        LineFitting fitting = new LineFitting(words, runs, gaps);
        Optional<Filter> without = withoutExceptions(sayable.get());
        // Lines that will not be kept need not all be made.
        boolean kept = words.way().isRules() || without.isEmpty();
        List<Line> lines = lines(rules, kept ? Integer.MAX_VALUE : fitting.prunable());
        if (!words.way().isRules() && without.isPresent() && !fitting.fits(lines, asked(rules))) {
            // Exceptions are what is dearest without denials: what they leave is said in many pieces.
            exceptions(sayable.get())
                    .forEach(part -> gaps.add(part, "With this exception the filter needs more lines than there are."));
            rules = rules(without.get());
            lines = lines(rules, Integer.MAX_VALUE);
        }
        noteLosses(rules, lines, rules.stream().allMatch(Rule::permit));
        List<Line> fitted = fitting.fitted(lines, asked(rules));
        if (fitted.stream().noneMatch(Line::permit)) {
            return new Written(List.of(), List.of());
        }
        losses.tell(filter, gaps);
        boolean exact = gaps.list().isEmpty() || isExact(fitted);
        return new Written(new RunTexts(words).runs(fitted), exact ? List.of() : gaps.list());
    }

    private List<Rule> rules(Filter sayable) {
        return new NormalForms(words.way().isRules(), within(), gaps).of(sayable);
    }

    /** @param enough more lines than these are not made */
    private List<Line> lines(List<Rule> rules, int enough) {
        int most = Math.min(Alternatives.UNWIELDY, 8 + 4 * words.way().lines() * runs);
        LineSaying saying = new LineSaying(words, most);
        List<Line> lines = new ArrayList<>();
        for (Rule rule : rules) {
            if (lines.size() > enough) {
                break;
            }
            List<Line> said = saying.say(rule.permit(), rule.box());
            lines.addAll(
                    rule.permit()
                            ? said
                            : said.stream()
                                    .filter(line -> isWithin(line, rule.box()))
                                    .toList());
        }
        return lines;
    }

    private static List<Filter> exceptions(Filter filter) {
        return filter instanceof Filter.And(var parts)
                ? parts.stream().filter(Filter.Not.class::isInstance).toList()
                : List.of();
    }

    private static Optional<Filter> withoutExceptions(Filter filter) {
        List<Filter> exceptions = exceptions(filter);
        return exceptions.isEmpty() || !(filter instanceof Filter.And(var parts))
                ? Optional.empty()
                : Optional.of(Filter.all(parts.stream()
                        .filter(part -> !exceptions.contains(part))
                        .toList()));
    }

    private static List<Box> asked(List<Rule> rules) {
        return rules.stream().filter(Rule::permit).map(Rule::box).toList();
    }

    private static boolean isWithin(Line line, Box box) {
        return line.meaning().stream().allMatch(box::contains);
    }

    /** What the lines hold beside the boxes that they stand for, and what denials could not be said. */
    private void noteLosses(List<Rule> rules, List<Line> lines, boolean onlyPermits) {
        List<Box> asked = asked(rules);
        for (Line line : lines) {
            for (Box box : line.meaning()) {
                if (line.permit() && asked.stream().noneMatch(one -> one.contains(box))) {
                    note(asked, box, line);
                }
            }
        }
        if (!onlyPermits) {
            noteDenials(rules, lines);
        }
    }

    private void noteDenials(List<Rule> rules, List<Line> lines) {
        for (Rule rule : rules) {
            boolean said = rule.permit()
                    || rule.box().opaque().isEmpty()
                            && lines.stream()
                                    .filter(line -> !line.permit())
                                    .flatMap(line -> line.meaning().stream())
                                    .anyMatch(rule.box()::contains);
            boolean whole = said && (rule.permit() || isWhole(rule.box(), lines));
            if (!whole) {
                rule.box().statedFields().forEach(losses::add);
                rule.box().opaque().forEach(one -> gaps.add(one.term(), LineTerms.reason(one.term())));
            }
        }
    }

    /** Whether the lines of a denial hold all of it; fields that became narrower show in their values. */
    private static boolean isWhole(Box box, List<Line> lines) {
        return HeaderField.ALL.stream().allMatch(field -> isWhole(box, lines, field));
    }

    private static <T extends Comparable<T>> boolean isWhole(Box box, List<Line> lines, HeaderField<T> field) {
        return lines.stream()
                .filter(line -> !line.permit())
                .flatMap(line -> line.meaning().stream())
                .filter(box::contains)
                .map(one -> one.values(field))
                .reduce(dev.wirewalk.filter.FieldValues::union)
                .filter(all -> all.containsAll(box.values(field)))
                .isPresent();
    }

    private void note(List<Box> asked, Box held, Line line) {
        Optional<Box> nearest = asked.stream().filter(one -> one.overlaps(held)).findFirst();
        boolean turned = !line.symmetry().equals(Line.Symmetry.NONE)
                && !line.meaning().getFirst().equals(held);
        if (turned || nearest.isEmpty()) {
            losses.addSymmetry();
            return;
        }
        HeaderField.ALL.stream()
                .filter(field -> !holds(nearest.get(), held, field))
                .forEach(losses::add);
        nearest.get().opaque().forEach(one -> gaps.add(one.term(), LineTerms.reason(one.term())));
        if (losses.isEmpty()) {
            losses.addSymmetry();
        }
    }

    private static <T extends Comparable<T>> boolean holds(Box asked, Box held, HeaderField<T> field) {
        return asked.stated(field).containsAll(held.values(field));
    }

    private boolean isExact(List<Line> lines) {
        Filter held = new LineMeaning(networks, partial).of(lines).orElse(Filter.ANY);
        Filter beside = Filter.all(Stream.of(within(), held, new Filter.Not(filter))
                .filter(part -> !(part instanceof Filter.Any))
                .toList());
        return Boxes.selectsNothing(beside, CHECKED);
    }

    private Filter within() {
        return only(networks);
    }

    /** Packets of these networks. */
    static Filter only(Set<Network> networks) {
        if (networks.size() == Network.values().length) {
            return Filter.ANY;
        }
        if (networks.contains(Network.OTHER)) {
            List<Filter> others = Stream.of(Network.values())
                    .filter(network -> !networks.contains(network))
                    .map(network -> (Filter) new Filter.Ether(network))
                    .toList();
            return new Filter.Not(Filter.any(others));
        }
        return Filter.any(Stream.of(Network.values())
                .filter(networks::contains)
                .map(network -> (Filter) new Filter.Ether(network))
                .toList());
    }
}
