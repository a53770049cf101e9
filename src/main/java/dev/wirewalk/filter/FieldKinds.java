package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of packets as one header field shows them: which of them have which values. Sets of kinds are bits, the first kind
 * being the lowest; everything that can be asked of a set is laid out beforehand, as boxes ask by the thousand.
 */
final class FieldKinds<T extends Comparable<T>> {
    /** What some kinds have alike, and these kinds. */
    private record Alike<T extends Comparable<T>>(FieldValues<T> values, int kinds) {}

    private final List<Alike<T>> alike = new ArrayList<>();
    /** For each set of places in {@link #alike}, what these have together. */
    private final List<FieldValues<T>> together = new ArrayList<>();

    FieldKinds(HeaderField<T> field, List<Constraints> kinds) {
        kinds.stream().map(kind -> kind.at(field)).distinct().forEach(values -> {
            int having = 0;
            for (int kind = 0; kind < kinds.size(); kind++) {
                having |= kinds.get(kind).at(field).equals(values) ? 1 << kind : 0;
            }
            alike.add(new Alike<>(values, having));
        });
        together.add(new FieldValues<>(field.line(), false, List.of()));
        for (int places = 1; places < 1 << alike.size(); places++) {
            FieldValues<T> rest = together.get(places & places - 1);
            FieldValues<T> all =
                    alike.get(Integer.numberOfTrailingZeros(places)).values().union(rest);
            together.add(all.isAll() ? field.all() : all);
        }
    }

    /** The kinds that have one of these values at least. */
    int meeting(FieldValues<T> values) {
        int kinds = 0;
        for (Alike<T> one : alike) {
            kinds |= one.values().overlaps(values) ? one.kinds() : 0;
        }
        return kinds;
    }

    /** The kinds that have other values than these. */
    int beyond(FieldValues<T> values) {
        int kinds = 0;
        for (Alike<T> one : alike) {
            kinds |= values.containsAll(one.values()) ? 0 : one.kinds();
        }
        return kinds;
    }

    /** All values of these kinds. */
    FieldValues<T> of(int kinds) {
        int places = 0;
        for (int place = 0; place < alike.size(); place++) {
            places |= (alike.get(place).kinds() & kinds) == 0 ? 0 : 1 << place;
        }
        return together.get(places);
    }
}
