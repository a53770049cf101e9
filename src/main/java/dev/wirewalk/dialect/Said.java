package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a line says of header fields; what it says nothing of has any value. */
record Said(Map<HeaderField<?>, FieldValues<?>> byField) {
    static final Said NOTHING = new Said(Map.of());

    Said {
        byField = Map.copyOf(byField);
    }

    boolean says(HeaderField<?> field) {
        return byField.containsKey(field);
    }

    /** Only values of the same field are ever put under its key. */
    @SuppressWarnings("unchecked")
    <T extends Comparable<T>> FieldValues<T> of(HeaderField<T> field) {
        FieldValues<?> found = byField.get(field);
        return found == null ? field.all() : (FieldValues<T>) found;
    }

    <T extends Comparable<T>> Said with(HeaderField<T> field, Optional<FieldValues<T>> values) {
        if (values.isEmpty()) {
            return this;
        }
        Map<HeaderField<?>, FieldValues<?>> changed = new HashMap<>(byField);
        changed.put(field, values.get());
        return new Said(changed);
    }

    Said without(Set<HeaderField<?>> fields) {
        Map<HeaderField<?>, FieldValues<?>> changed = new HashMap<>(byField);
        changed.keySet().removeAll(fields);
        return new Said(changed);
    }

    private Said exchanged(HeaderField<?> one, HeaderField<?> other) {
        Map<HeaderField<?>, FieldValues<?>> changed = new HashMap<>(byField);
        changed.remove(one);
        changed.remove(other);
        byField.forEach((field, values) -> {
            if (field.equals(one) || field.equals(other)) {
                changed.put(field.equals(one) ? other : one, values);
            }
        });
        return new Said(changed);
    }

    Said withAddressesExchanged() {
        return exchanged(SOURCE, DESTINATION);
    }

    Said withPortsExchanged() {
        return exchanged(SOURCE_PORT, DESTINATION_PORT);
    }

    /** The packets of these networks that have what is said; empty when there are none. Addresses are those of IP. */
    Optional<Box> box(Set<Network> networks) {
        boolean ip = says(SOURCE) || says(DESTINATION);
        List<FieldValues.Range<Network>> possible = new ArrayList<>();
        for (Network network : networks) {
            if (!ip || network == Network.IPV4 || network == Network.IPV6) {
                possible.add(new FieldValues.Range<>(network, network));
            }
        }
        Map<HeaderField<?>, FieldValues<?>> all = new HashMap<>(byField);
        all.put(NETWORK, of(NETWORK).intersect(new FieldValues<>(NETWORK.line(), false, possible)));
        return Box.everything().with(all);
    }
}
