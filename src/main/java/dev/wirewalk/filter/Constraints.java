package dev.wirewalk.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is allowed per header field; a field about which nothing is said may have any value or none. Boxes are made of these by
 * the thousand, so they are kept in the order of the fields, not in a map.
 */
final class Constraints {
    static final Constraints NONE =
            new Constraints(HeaderField.ALL.stream().map(HeaderField::all).toArray(FieldValues<?>[]::new));

    /** By the place of the field; never changed once it is here. */
    private final FieldValues<?>[] byPlace;

    /** @param byPlace values that say nothing are always the same object, see {@link #says} */
    private Constraints(FieldValues<?>[] byPlace) {
        this.byPlace = byPlace;
    }

    static <T extends Comparable<T>> Constraints of(HeaderField<T> field, FieldValues<T> allowed) {
        return NONE.and(field, allowed);
    }

    static Constraints of(Function<HeaderField<?>, FieldValues<?>> values) {
        FieldValues<?>[] byPlace = new FieldValues<?>[HeaderField.ALL.size()];
        HeaderField.ALL.forEach(field -> byPlace[field.place()] = values.apply(field));
        return new Constraints(byPlace);
    }

    /** Only values of the same field are ever put in its place. */
    @SuppressWarnings("unchecked")
    <T extends Comparable<T>> FieldValues<T> at(HeaderField<T> field) {
        return (FieldValues<T>) byPlace[field.place()];
    }

    boolean says(HeaderField<?> field) {
        return byPlace[field.place()] != field.all();
    }

    /** Whether it is the very same that is said of the field here and there. */
    boolean saysSame(HeaderField<?> field, Constraints other) {
        return byPlace[field.place()] == other.byPlace[field.place()];
    }

    List<HeaderField<?>> fields() {
        return HeaderField.ALL.stream().filter(this::says).toList();
    }

    /** Sets the field, in place of what was said about it. */
    private <T extends Comparable<T>> Constraints put(HeaderField<T> field, FieldValues<T> allowed) {
        FieldValues<?>[] changed = byPlace.clone();
        changed[field.place()] = allowed.isAll() ? field.all() : allowed;
        return new Constraints(changed);
    }

    <T extends Comparable<T>> Constraints and(HeaderField<T> field, FieldValues<T> allowed) {
        return put(field, at(field).intersect(allowed));
    }

    Constraints without(HeaderField<?> field) {
        FieldValues<?>[] changed = byPlace.clone();
        changed[field.place()] = field.all();
        return new Constraints(changed);
    }

    /** Field by field what both allow; these very constraints when the other ones add nothing. */
    Constraints intersect(Constraints other) {
        FieldValues<?>[] both = byPlace.clone();
        boolean changed = false;
        for (HeaderField<?> field : HeaderField.ALL) {
            if (other.says(field)) {
                changed |= meet(both, other, field);
            }
        }
        return changed ? new Constraints(both) : this;
    }

    private <T extends Comparable<T>> boolean meet(FieldValues<?>[] both, Constraints other, HeaderField<T> field) {
        FieldValues<T> common = says(field) ? at(field).intersect(other.at(field)) : other.at(field);
        both[field.place()] = common;
        return common != at(field);
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

    private <T extends Comparable<T>> Constraints unionFrom(Constraints left, Constraints right, HeaderField<T> field) {
        return put(field, left.at(field).union(right.at(field)));
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
            if (says(field) && !saysSame(field, other) && !containField(field, other)) {
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
        int different = -1;
        for (int place = 0; place < byPlace.length; place++) {
            if (byPlace[place] != other.byPlace[place] && !byPlace[place].equals(other.byPlace[place])) {
                if (different >= 0) {
                    return Optional.empty();
                }
                different = place;
            }
        }
        return different < 0 ? Optional.empty() : Optional.of(unionFrom(this, other, HeaderField.ALL.get(different)));
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
