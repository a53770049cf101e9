package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits a conjunction of field tests into FortiGate's one setting per field. What does not fit at once becomes several
 * settings; only ports and protocols can be left without a way, because to name the allowed ports would leave out packets
 * without ports, and to name the allowed protocols would take a run for each.
 */
final class SlotFitting {
    /** What one field is split into at most; a person is never asked for as many runs. */
    private static final int PIECES = 16;

    private final IpVersion version;
    private final boolean pairs;
    private final Gaps gaps;

    /** @param pairs whether {@code addr A B and} may be written */
    SlotFitting(IpVersion version, boolean pairs, Gaps gaps) {
        this.version = version;
        this.pairs = pairs;
        this.gaps = gaps;
    }

    /** The settings that together select what passes all tests; none when nothing can. */
    List<FieldRun> fit(Set<FieldCondition> tests) {
        for (FieldCondition test : tests) {
            if (tests.stream().anyMatch(test::excludes)) {
                return List.of();
            }
        }
        return fitEitherWay(tests, List.of(Field.ADDR, Field.PORT), new FieldRun(version, Map.of()));
    }

    private List<FieldRun> fitEitherWay(Set<FieldCondition> tests, List<Field> fields, FieldRun run) {
        if (fields.isEmpty()) {
            return fitOneSided(tests, List.of(Field.SADDR, Field.DADDR, Field.SPORT, Field.DPORT, Field.PROTO), run);
        }
        Field field = fields.getFirst();
        List<Span> wanted = narrowest(spans(tests, field, false));
        List<Span> refused = Span.union(spans(tests, field, true));
        Set<FieldCondition> others = new LinkedHashSet<>(tests);
        others.removeIf(test -> test.field() == field);
        boolean between = pairs
                && field == Field.ADDR
                && wanted.size() == 2
                && wanted.stream().allMatch(Span::single);
        if (wanted.size() > 1 && !between) {
            return splitSides(field, wanted, refused, others);
        }
        FieldRun set = run;
        int next = 0;
        if (between) {
            set = run.with(
                    field,
                    new Slot.Between(wanted.getFirst().first(), wanted.getLast().first()));
        } else if (wanted.size() == 1) {
            set = run.with(field, new Slot.Within(wanted.getFirst(), false));
        } else if (!refused.isEmpty()) {
            set = run.with(field, new Slot.Within(refused.getFirst(), true));
            next = 1;
        }
        others.addAll(onBothSides(field, refused.subList(next, refused.size())));
        return fitEitherWay(others, fields.subList(1, fields.size()), set);
    }

    /** Two ranges that a packet must touch with its ends, where the field takes one: the ends are told apart. */
    private List<FieldRun> splitSides(Field field, List<Span> wanted, List<Span> refused, Set<FieldCondition> others) {
        Field.Sides sides = field.sides().orElseThrow();
        Span one = wanted.get(0);
        Span two = wanted.get(1);
        boolean eachItsOwnEnd = wanted.size() == 2 && one.disjoint(two);
        List<Span> rest = wanted.subList(eachItsOwnEnd ? 2 : 1, wanted.size());
        List<FieldRun> runs = new ArrayList<>();
        for (boolean forward : List.of(true, false)) {
            Set<FieldCondition> tests = new LinkedHashSet<>(others);
            refused.forEach(span -> tests.add(new FieldCondition(field, span, true)));
            rest.forEach(span -> tests.add(new FieldCondition(field, span, false)));
            tests.add(new FieldCondition(forward ? sides.source() : sides.destination(), one, false));
            if (eachItsOwnEnd) {
                tests.add(new FieldCondition(forward ? sides.destination() : sides.source(), two, false));
            }
            runs.addAll(fit(tests));
        }
        return runs;
    }

    /** "Neither end" is a negated source and a negated destination. */
    private static Set<FieldCondition> onBothSides(Field field, List<Span> refused) {
        Field.Sides sides = field.sides().orElseThrow();
        Set<FieldCondition> tests = new HashSet<>();
        for (Span span : refused) {
            tests.add(new FieldCondition(sides.source(), span, true));
            tests.add(new FieldCondition(sides.destination(), span, true));
        }
        return tests;
    }

    private List<FieldRun> fitOneSided(Set<FieldCondition> tests, List<Field> fields, FieldRun run) {
        if (fields.isEmpty()) {
            return List.of(run);
        }
        Field field = fields.getFirst();
        List<FieldRun> runs = new ArrayList<>();
        for (FieldRun set : oneSided(tests, field, run)) {
            runs.addAll(fitOneSided(tests, fields.subList(1, fields.size()), set));
        }
        return runs;
    }

    private List<FieldRun> oneSided(Set<FieldCondition> tests, Field field, FieldRun run) {
        List<Span> wanted = spans(tests, field, false);
        List<Span> excluded = spans(tests, field, true);
        List<Span> refused = field.takesRange() ? Span.union(excluded) : excluded;
        Span all = field.all(version.bits());
        if (wanted.isEmpty() && refused.isEmpty()) {
            return List.of(run);
        }
        if (wanted.isEmpty() && refused.size() > 1 && field.isPort()) {
            gaps.addWhole("FortiGate can exclude one range of ports on each side, not several.");
        }
        if (wanted.isEmpty() && refused.size() > 1 && field == Field.PROTO) {
            gaps.addWhole("FortiGate can exclude one protocol, not several.");
        }
        if (wanted.isEmpty() && (refused.size() == 1 || !field.isAddress())) {
            return refused.contains(all) && field.isAddress()
                    ? List.of()
                    : List.of(run.with(field, new Slot.Within(refused.getFirst(), true)));
        }
        Span inside = intersection(all, wanted);
        List<Span> pieces = inside.without(refused);
        if (pieces.size() > PIECES) {
            gaps.addWhole("FortiGate can exclude one range of a field at a time; the filter excludes too many.");
            return List.of(run.with(
                    field,
                    wanted.isEmpty() ? new Slot.Within(refused.getFirst(), true) : new Slot.Within(inside, false)));
        }
        return pieces.stream()
                .map(span -> run.with(field, new Slot.Within(span, false)))
                .toList();
    }

    /** The tests exclude each other in no pair, so ranges of one field overlap in pairs and therefore all at once. */
    private static Span intersection(Span all, List<Span> spans) {
        return spans.stream()
                .reduce(
                        all,
                        (one, two) -> new Span(
                                one.first().max(two.first()), one.last().min(two.last())));
    }

    private static List<Span> spans(Set<FieldCondition> tests, Field field, boolean negated) {
        return tests.stream()
                .filter(test -> test.field() == field && test.negated() == negated)
                .map(FieldCondition::span)
                .distinct()
                .toList();
    }

    /** Without the ranges around others: an end in the narrow one is an end in the wide one. */
    private static List<Span> narrowest(List<Span> spans) {
        return spans.stream()
                .filter(span -> spans.stream().noneMatch(other -> other != span && span.contains(other)))
                .toList();
    }
}
