package dev.wirewalk.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is allowed per header field; a field about which nothing is said may have any value or none. Boxes are made of these by
 * the thousand, so they are kept in the order of the fields, not in a map.
 */
final class Constraints {
    static final Constraints NONE =
            new Constraints(HeaderField.ALL.stream().map(HeaderField::all).toArray(FieldValues<?>[]::new));

    /** By the place of the field; never changed once it is here. */
    private final FieldValues<?>[] byPlace;

    private Constraints(FieldValues<?>[] byPlace) {
        this.byPlace = byPlace;
    }

    static <T extends Comparable<T>> Constraints of(HeaderField<T> field, FieldValues<T> allowed) {
        return NONE.and(field, allowed);
    }

    /** Only values of the same field are ever put in its place. */
    @SuppressWarnings("unchecked")
    <T extends Comparable<T>> FieldValues<T> at(HeaderField<T> field) {
        return (FieldValues<T>) byPlace[field.place()];
    }

    boolean says(HeaderField<?> field) {
        return byPlace[field.place()] != field.all();
    }

    List<HeaderField<?>> fields() {
        return HeaderField.ALL.stream().filter(this::says).toList();
    }

    /** Sets the field, in place of what was said about it. */
    private <T extends Comparable<T>> Constraints put(HeaderField<T> field, FieldValues<T> allowed) {
        FieldValues<?>[] changed = byPlace.clone();
        set(changed, field, allowed);
        return new Constraints(changed);
    }

    /** Values that say nothing are always the same object, see {@link #says}. */
    private static <T extends Comparable<T>> void set(
            FieldValues<?>[] places, HeaderField<T> field, FieldValues<T> allowed) {
        places[field.place()] = allowed.isAll() ? field.all() : allowed;
    }

    <T extends Comparable<T>> Constraints and(HeaderField<T> field, FieldValues<T> allowed) {
        return put(field, at(field).intersect(allowed));
    }

    Constraints without(HeaderField<?> field) {
        FieldValues<?>[] changed = byPlace.clone();
        changed[field.place()] = field.all();
        return new Constraints(changed);
    }

    Constraints intersect(Constraints other) {
        FieldValues<?>[] both = byPlace.clone();
        for (HeaderField<?> field : HeaderField.ALL) {
            if (other.says(field)) {
                meet(both, other, field);
            }
        }
        return new Constraints(both);
    }

    private <T extends Comparable<T>> void meet(FieldValues<?>[] both, Constraints other, HeaderField<T> field) {
        both[field.place()] = says(field) ? at(field).intersect(other.at(field)) : other.at(field);
    }

    /** Whether there are values in common for every field. */
    boolean meets(Constraints other) {
        for (HeaderField<?> field : HeaderField.ALL) {
            if (says(field) && !overlap(other, field)) {
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
        FieldValues<?>[] either = NONE.byPlace.clone();
        for (HeaderField<?> field : HeaderField.ALL) {
            if (says(field) && other.says(field)) {
                putUnion(either, other, field);
            }
        }
        return new Constraints(either);
    }

    private <T extends Comparable<T>> void putUnion(FieldValues<?>[] either, Constraints other, HeaderField<T> field) {
        FieldValues<T> mine = at(field);
        FieldValues<T> theirs = other.at(field);
        set(either, field, mine.equals(theirs) ? mine : mine.union(theirs));
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
        for (HeaderField<?> field : HeaderField.ALL) {
            if (says(field) && !matchField(field, packet)) {
                return false;
            }
        }
        return true;
    }

    private <T extends Comparable<T>> boolean matchField(HeaderField<T> field, PacketHeaders packet) {
        return at(field).contains(field.of(packet));
    }

    boolean contain(Constraints other) {
        for (HeaderField<?> field : HeaderField.ALL) {
            if (says(field) && !containField(field, other)) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Constraints constraints && Arrays.equals(byPlace, constraints.byPlace);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byPlace);
    }
}
