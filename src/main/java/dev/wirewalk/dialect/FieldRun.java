package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.dialect.Slot.Between;
import dev.wirewalk.dialect.Slot.OneOf;
import dev.wirewalk.dialect.Slot.Within;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One setting of FortiGate's filter: fields that are set, all of which a packet must pass. */
record FieldRun(IpVersion version, Map<Field, Slot> slots) implements Widening<FieldRun> {
    FieldRun {
        Map<Field, Slot> ordered = new EnumMap<>(Field.class);
        ordered.putAll(slots);
        slots = ordered;
    }

    FieldRun with(Field field, Slot slot) {
        Map<Field, Slot> changed = new EnumMap<>(Field.class);
        changed.putAll(slots);
        changed.put(field, slot);
        return new FieldRun(version, changed);
    }

    private FieldRun without(Field field) {
        Map<Field, Slot> changed = new EnumMap<>(Field.class);
        changed.putAll(slots);
        changed.remove(field);
        return new FieldRun(version, changed);
    }

    List<String> pieces() {
        return slots.entrySet().stream()
                .flatMap(entry -> entry.getValue().pieces(entry.getKey(), version).stream())
                .toList();
    }

    /**
     * The one setting that selects what these two select together, when there is one.
     *
     * @param pairs whether {@code addr A B or} may be written
     */
    Optional<FieldRun> merge(FieldRun other, boolean pairs) {
        return oneFieldApart(other, pairs)
                .or(() -> sidesApart(other))
                .or(() -> other.sidesApart(this))
                .or(() -> pairs ? turnedRound(other) : Optional.empty());
    }

    /** This one tests the way from one address to another, the other one the way back, and the rest is the same. */
    private Optional<FieldRun> turnedRound(FieldRun other) {
        boolean same = slot(Field.SADDR).equals(other.slot(Field.DADDR))
                && slot(Field.DADDR).equals(other.slot(Field.SADDR))
                && !slots.containsKey(Field.ADDR)
                && withoutEnds().equals(other.withoutEnds());
        return same
                        && slots.get(Field.SADDR) instanceof Within(var one, var refused)
                        && slots.get(Field.DADDR) instanceof Within(var two, var refusedToo)
                        && one.single()
                        && two.single()
                        && !one.equals(two)
                        && !refused
                        && !refusedToo
                ? Optional.of(withoutEnds().with(Field.ADDR, new Between(one.first(), two.first())))
                : Optional.empty();
    }

    private FieldRun withoutEnds() {
        return without(Field.SADDR).without(Field.DADDR);
    }

    private Optional<FieldRun> oneFieldApart(FieldRun other, boolean pairs) {
        if (!slots.keySet().equals(other.slots.keySet())) {
            return Optional.empty();
        }
        List<Field> apart = slots.keySet().stream()
                .filter(field -> !slot(field).equals(other.slot(field)))
                .toList();
        if (apart.size() != 1) {
            return Optional.empty();
        }
        Field field = apart.getFirst();
        if (slot(field).orElseThrow() instanceof Within(var one, var refused)
                && other.slot(field).orElseThrow() instanceof Within(var two, var refusedToo)
                && !refused
                && !refusedToo) {
            if (one.touches(two) && field.takesRange()) {
                return Optional.of(with(field, new Within(one.hull(two), false)));
            }
            if (pairs && field == Field.ADDR && one.single() && two.single()) {
                return Optional.of(with(field, new OneOf(one.first(), two.first())));
            }
        }
        return Optional.empty();
    }

    /** This one tests the source, the other one the destination for the same values: either end then. */
    private Optional<FieldRun> sidesApart(FieldRun other) {
        for (Field field : List.of(Field.ADDR, Field.PORT)) {
            Field.Sides sides = field.sides().orElseThrow();
            Optional<Slot> source = slot(sides.source());
            boolean same = source.equals(other.slot(sides.destination()))
                    && source.filter(slot -> slot instanceof Within(var _, var negated) && !negated)
                            .isPresent()
                    && !slots.containsKey(field)
                    && without(sides.source()).equals(other.without(sides.destination()));
            if (same) {
                return Optional.of(without(sides.source()).with(field, source.orElseThrow()));
            }
        }
        return Optional.empty();
    }

    private Optional<Slot> slot(Field field) {
        return Optional.ofNullable(slots.get(field));
    }

    @Override
    public FieldRun join(FieldRun other) {
        Map<Field, Slot> joined = new EnumMap<>(Field.class);
        slots.forEach((field, mine) -> other.slot(field)
                .flatMap(theirs -> join(field, mine, theirs))
                .ifPresent(slot -> joined.put(field, slot)));
        return new FieldRun(version, joined);
    }

    private static Optional<Slot> join(Field field, Slot mine, Slot theirs) {
        if (mine.covers(field, theirs)) {
            return Optional.of(mine);
        }
        if (theirs.covers(field, mine)) {
            return Optional.of(theirs);
        }
        return mine instanceof Within(var one, var refused)
                        && theirs instanceof Within(var two, var refusedToo)
                        && !refused
                        && !refusedToo
                        && field.takesRange()
                ? Optional.of(new Within(one.hull(two), false))
                : Optional.empty();
    }

    @Override
    public boolean covers(FieldRun other) {
        return slots.entrySet().stream()
                .allMatch(entry -> other.slot(entry.getKey())
                        .filter(slot -> entry.getValue().covers(entry.getKey(), slot))
                        .isPresent());
    }

    @Override
    public double breadth() {
        int bits = slots.entrySet().stream()
                .mapToInt(entry -> entry.getValue().narrowness(entry.getKey(), version.bits()))
                .sum();
        return Math.scalb(1.0, -bits);
    }

    @Override
    public FieldRun coarse() {
        return without(Field.PORT).without(Field.SPORT).without(Field.DPORT);
    }
}
