package dev.wirewalk.dialect;

import dev.wirewalk.address.MacAddress;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import java.util.List;
import java.util.OptionalLong;

/** A field of the frame itself. */
sealed interface DisplayLinkField extends DisplayField {
    @Override
    default Filter between(String low, String high) {
        return low.equals(high)
                ? compared(Comparison.EQUAL, low)
                : Filter.all(
                        List.of(compared(Comparison.GREATER_OR_EQUAL, low), compared(Comparison.LESS_OR_EQUAL, high)));
    }

    /** {@code frame.len}: bytes on the wire. */
    record Length() implements DisplayLinkField {
        @Override
        public Filter present() {
            return Filter.ANY;
        }

        @Override
        public boolean twice() {
            return false;
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            return new Filter.Length(comparison, Numbers.parse(value, 0xFFFF_FFFFL));
        }
    }

    /** {@code eth.src}, {@code eth.dst}, {@code eth.addr}. */
    record Mac(Side side) implements DisplayLinkField {
        @Override
        public Filter present() {
            return Filter.ANY;
        }

        @Override
        public boolean twice() {
            return side == Side.EITHER;
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            if (comparison != Comparison.EQUAL) {
                throw new IllegalArgumentException("a MAC address is compared with ==");
            }
            return new Filter.Mac(
                    side,
                    MacAddress.parse(value)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "a MAC address stands here, such as 00:11:22:33:44:55")));
        }
    }

    /** {@code vlan.id} of the outermost tag. */
    record Tag() implements DisplayLinkField {
        @Override
        public Filter present() {
            return DisplayTags.tag(OptionalLong.empty());
        }

        @Override
        public boolean twice() {
            return false;
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            if (comparison != Comparison.EQUAL) {
                throw new IllegalArgumentException("a VLAN id is compared with ==");
            }
            return DisplayTags.tag(OptionalLong.of(Numbers.parse(value, 4095)));
        }
    }
}
