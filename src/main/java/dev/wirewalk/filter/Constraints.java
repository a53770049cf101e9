package dev.wirewalk.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is allowed per header field; a field that is not named may have any value or none. */
record Constraints(Map<HeaderField<?>, FieldValues<?>> byField) {
    static final Constraints NONE = new Constraints(Map.of());

    Constraints {
        byField = Map.copyOf(byField);
    }

    static <T extends Comparable<T>> Constraints of(HeaderField<T> field, FieldValues<T> allowed) {
        return NONE.and(field, allowed);
    }

    /** Only values of the same field are ever put under its key. */
    @SuppressWarnings("unchecked")
    <T extends Comparable<T>> FieldValues<T> at(HeaderField<T> field) {
        FieldValues<?> found = byField.get(field);
        return found == null ? field.all() : (FieldValues<T>) found;
    }

    List<HeaderField<?>> fields() {
        return HeaderField.ALL.stream().filter(byField::containsKey).toList();
    }

    /** Sets the field, in place of what was said about it. */
    private <T extends Comparable<T>> Constraints put(HeaderField<T> field, FieldValues<T> allowed) {
        Map<HeaderField<?>, FieldValues<?>> changed = new HashMap<>(byField);
        if (allowed.isAll()) {
            changed.remove(field);
        } else {
            changed.put(field, allowed);
        }
        return new Constraints(changed);
    }

    <T extends Comparable<T>> Constraints and(HeaderField<T> field, FieldValues<T> allowed) {
        return put(field, at(field).intersect(allowed));
    }

    Constraints without(HeaderField<?> field) {
        Map<HeaderField<?>, FieldValues<?>> changed = new HashMap<>(byField);
        changed.remove(field);
        return new Constraints(changed);
    }

    Constraints intersect(Constraints other) {
        Map<HeaderField<?>, FieldValues<?>> both = new HashMap<>(byField);
        other.byField.keySet().forEach(field -> both.put(field, meet(other, field)));
        return new Constraints(both);
    }

    private <T extends Comparable<T>> FieldValues<T> meet(Constraints other, HeaderField<T> field) {
        return byField.containsKey(field) ? at(field).intersect(other.at(field)) : other.at(field);
    }

    /** Whether there are values in common for every field. */
    boolean meets(Constraints other) {
        for (HeaderField<?> field : byField.keySet()) {
            if (!overlap(other, field)) {
                return false;
            }
        }
        return true;
    }

    private <T extends Comparable<T>> boolean overlap(Constraints other, HeaderField<T> field) {
        return at(field).overlaps(other.at(field));
    }

    /** Field by field the smallest constraints that allow what either allows. */
    Constraints hull(Constraints other) {
        Map<HeaderField<?>, FieldValues<?>> either = new HashMap<>();
        byField.keySet().stream().filter(other.byField::containsKey).forEach(field -> putUnion(either, other, field));
        return new Constraints(either);
    }

    private <T extends Comparable<T>> void putUnion(
            Map<HeaderField<?>, FieldValues<?>> either, Constraints other, HeaderField<T> field) {
        FieldValues<T> union = at(field).union(other.at(field));
        if (!union.isAll()) {
            either.put(field, union);
        }
    }

    private <T extends Comparable<T>> Constraints unionFrom(Constraints left, Constraints right, HeaderField<T> field) {
        return put(field, left.at(field).union(right.at(field)));
    }

    /** The same, but with the field outside of what it was. */
    <T extends Comparable<T>> Constraints outside(HeaderField<T> field) {
        return put(field, at(field).complement());
    }

    /** Everything whose {@code field} is none of the values here. */
    Constraints onlyComplementOf(HeaderField<?> field) {
        return NONE.complementFrom(this, field);
    }

    private <T extends Comparable<T>> Constraints complementFrom(Constraints other, HeaderField<T> field) {
        return put(field, other.at(field).complement());
    }

    boolean match(PacketHeaders packet) {
        return byField.keySet().stream().allMatch(field -> matchField(field, packet));
    }

    private <T extends Comparable<T>> boolean matchField(HeaderField<T> field, PacketHeaders packet) {
        return at(field).contains(field.of(packet));
    }

    boolean contain(Constraints other) {
        for (HeaderField<?> field : byField.keySet()) {
            if (!containField(field, other)) {
                return false;
            }
        }
        return true;
    }

    private <T extends Comparable<T>> boolean containField(HeaderField<T> field, Constraints other) {
        return at(field).containsAll(other.at(field));
    }

    /** The union, when it differs from both in one field only and is therefore exact. */
    Optional<Constraints> mergeOneField(Constraints other) {
        List<HeaderField<?>> different = HeaderField.ALL.stream()
                .filter(field -> !at(field).equals(other.at(field)))
                .toList();
        return different.size() == 1 ? Optional.of(unionFrom(this, other, different.getFirst())) : Optional.empty();
    }
}
