package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.LineField;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves to a line whose fields speak of either end what such fields can say: one value, or two of which each end has one.
 * Two values that overlap could both be met by one end, so of these the narrower one is kept.
 */
final class EitherEnd {
    private final WayWords words;

    EitherEnd(WayWords words) {
        this.words = words;
    }

    Said addresses(Said said, IpVersion version) {
        Network network = version == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
        boolean single = AddressBlocks.of(said.of(SOURCE)).size() == 1
                && AddressBlocks.of(said.of(DESTINATION)).size() == 1;
        return fitted(said, SOURCE, DESTINATION, words.field("address", network).filter(_ -> single));
    }

    Said ports(Said said) {
        return fitted(said, SOURCE_PORT, DESTINATION_PORT, words.field("port", Network.IPV4));
    }

    private static <T extends Comparable<T>> Said fitted(
            Said said, HeaderField<T> one, HeaderField<T> other, Optional<LineField> field) {
        if (!said.says(one) || !said.says(other)) {
            return said;
        }
        FieldValues<T> left = said.of(one);
        FieldValues<T> right = said.of(other);
        boolean two = field.flatMap(LineField::two).isPresent()
                && left.ranges().size() == 1
                && right.ranges().size() == 1
                && (one.equals(SOURCE)
                        || left.ranges().getFirst().single()
                                && right.ranges().getFirst().single())
                && !left.overlaps(right);
        if (two) {
            return said;
        }
        return said.without(Set.of(left.containsAll(right) ? one : other));
    }
}
