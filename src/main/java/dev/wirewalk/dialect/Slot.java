package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import java.math.BigInteger;
import java.util.List;

/** What one field of FortiGate's filter is set to. Each field is set once. */
sealed interface Slot {
    /** A value or range, or with {@code negate} everything else. */
    record Within(Span span, boolean negated) implements Slot {}

    /** {@code addr A B and}: the packet goes between the two addresses, either way. */
    record Between(BigInteger one, BigInteger other) implements Slot {}

    /** {@code addr A B or}: one of the two addresses is at one of the ends. */
    record OneOf(BigInteger one, BigInteger other) implements Slot {}

    /** Whether all packets that pass the other setting of the same field pass this one; false when it cannot be told. */
    default boolean covers(Field field, Slot other) {
        if (equals(other)) {
            return true;
        }
        return this instanceof Within(var wide, var refuse)
                && other instanceof Within(var narrow, var refuseToo)
                && new FieldCondition(field, narrow, refuseToo).implies(new FieldCondition(field, wide, refuse));
    }

    /** How narrow the setting is, in bits; 0 selects nearly everything. */
    default int narrowness(Field field, int addressBits) {
        return switch (this) {
            case Within(var _, var negated) when negated -> 0;
            case Within(var span, var _) -> {
                int bits = field.all(addressBits).bits();
                yield field.weight() * (bits - span.bits()) / bits;
            }
            case Between _ -> 2 * field.weight();
            case OneOf _ -> field.weight() - 1;
        };
    }

    /** The pieces that set the field, each what stands behind {@code diagnose debug flow filter}. */
    default List<String> pieces(Field field, IpVersion version) {
        String word = field.word() + " ";
        return switch (this) {
            case Within(var span, var negated) -> {
                String set = word
                        + text(field, span.first(), version)
                        + (span.single() ? "" : " " + text(field, span.last(), version));
                // Set first, then negate: the command inverts what the field holds.
                yield negated ? List.of(set, "negate " + field.word()) : List.of(set);
            }
            case Between(var one, var other) ->
                List.of(word + text(field, one, version) + " " + text(field, other, version) + " and");
            case OneOf(var one, var other) ->
                List.of(word + text(field, one, version) + " " + text(field, other, version) + " or");
        };
    }

    private static String text(Field field, BigInteger value, IpVersion version) {
        return field.isAddress() ? Span.address(value, version).toString() : value.toString();
    }
}
