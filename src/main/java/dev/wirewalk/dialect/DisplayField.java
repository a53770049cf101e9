package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field of Wireshark's that a filter can tell: which packets have it, and which have it with some value. */
sealed interface DisplayField
        permits DisplayField.Address, DisplayField.Ports, DisplayField.Number, DisplayField.Flags, DisplayLinkField {
    /** The packets that have the field. */
    Filter present();

    /** Whether a packet may have it twice, as an address of either end. */
    boolean twice();

    /**
     * The packets of which a value lies between the two, both included.
     *
     * @throws IllegalArgumentException with one sentence for what is no value of the field, or cannot be told
     */
    Filter between(String low, String high);

    /** The packets of which a value compares so; never called with NOT_EQUAL. */
    Filter compared(Comparison comparison, String value);

    /** An address, or a network of them. */
    record Address(Filter present, Side side, IpVersion version) implements DisplayField {
        @Override
        public boolean twice() {
            return side == Side.EITHER;
        }

        @Override
        public Filter between(String low, String high) {
            if (low.equals(high)) {
                return compared(Comparison.EQUAL, low);
            }
            FieldValues<IpAddress> range = HeaderField.SOURCE.range(address(low), address(high));
            return here(Filter.any(AddressBlocks.of(range).stream()
                    .<Filter>map(block -> new Filter.Net(side, block))
                    .toList()));
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            if (comparison != Comparison.EQUAL) {
                throw new IllegalArgumentException("an address is compared with ==, or in {first..last}");
            }
            return here(
                    value.indexOf('/') < 0
                            ? new Filter.Host(side, address(value))
                            : new Filter.Net(side, prefix(value)));
        }

        /** An address of the model is one of IP or ARP; the field is of one of them. */
        private Filter here(Filter filter) {
            return version == IpVersion.V6 ? filter : Filter.all(List.of(present, filter));
        }

        private IpAddress address(String text) {
            return IpAddress.parse(text)
                    .filter(address -> address.version() == version)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "an IPv" + (version == IpVersion.V4 ? 4 : 6) + " address stands here, no name"));
        }

        private IpPrefix prefix(String text) {
            String[] parts = text.split("/", -1);
            int length = (int) Numbers.parse(parts.length == 2 ? parts[1] : "", version.bits());
            return IpPrefix.around(address(parts[0]), length);
        }
    }

    /** A port of one transport. */
    record Ports(Filter present, dev.wirewalk.filter.Transport transport, Side side) implements DisplayField {
        @Override
        public boolean twice() {
            return side == Side.EITHER;
        }

        @Override
        public Filter between(String low, String high) {
            return new Filter.Port(transport, side, port(low), port(high));
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            int port = port(value);
            return switch (comparison) {
                case EQUAL, NOT_EQUAL -> new Filter.Port(transport, side, port, port);
                case LESS -> new Filter.Port(transport, side, 0, port - 1);
                case LESS_OR_EQUAL -> new Filter.Port(transport, side, 0, port);
                case GREATER -> new Filter.Port(transport, side, port + 1, 65535);
                case GREATER_OR_EQUAL -> new Filter.Port(transport, side, port, 65535);
            };
        }

        private static int port(String text) {
            return (int) Numbers.parse(text, 65535);
        }
    }

    /** What a term of its own says for one value. */
    interface Term {
        Optional<Filter> of(int value);
    }

    /**
     * A number of {@code bits} at some bytes of a header.
     *
     * @param shift how far the number stands from the right end of the bytes
     * @param term says equality in better words than bytes
     */
    record Number(Filter present, Layer layer, int offset, int size, int shift, int bits, Term term)
            implements DisplayField {
        @Override
        public boolean twice() {
            return false;
        }

        private long highest() {
            return (1L << bits) - 1;
        }

        @Override
        public Filter between(String low, String high) {
            if (low.equals(high)) {
                return compared(Comparison.EQUAL, low);
            }
            return Filter.all(
                    List.of(compared(Comparison.GREATER_OR_EQUAL, low), compared(Comparison.LESS_OR_EQUAL, high)));
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            long number = Numbers.parse(value, highest());
            return (comparison == Comparison.EQUAL ? term.of((int) number) : Optional.<Filter>empty())
                    .orElseGet(() -> masked(highest(), comparison, number));
        }

        /** Whether the test reads this number, all of it and nothing else. */
        boolean isRead(Filter.ByteTest test) {
            return test.layer() == layer
                    && test.offset() == offset
                    && test.size() == size
                    && test.mask() == highest() << shift
                    && (test.value() & ~test.mask()) == 0;
        }

        Filter masked(long mask, Comparison comparison, long value) {
            return new Filter.ByteTest(layer, offset, size, mask << shift, comparison, value << shift);
        }
    }

    /** Some bits of the TCP flags; a single one has the values 0 and 1, or false and true. */
    record Flags(Filter present, int mask) implements DisplayField {
        @Override
        public boolean twice() {
            return false;
        }

        @Override
        public Filter between(String low, String high) {
            List<Filter> values = new ArrayList<>();
            for (long value = number(low); value <= number(high); value++) {
                values.add(compared(Comparison.EQUAL, Long.toString(value)));
            }
            return Filter.any(values);
        }

        @Override
        public Filter compared(Comparison comparison, String value) {
            if (comparison != Comparison.EQUAL) {
                throw new IllegalArgumentException("flags are compared with ==");
            }
            return masked(mask, comparison, (int) number(value) * Integer.lowestOneBit(mask));
        }

        Filter masked(int bits, Comparison comparison, int value) {
            return new Filter.TcpFlags(dev.wirewalk.filter.Families.BOTH, bits, comparison, value);
        }

        private long number(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> 1;
                case "false" -> 0;
                default -> Numbers.parse(value, mask / Integer.lowestOneBit(mask));
            };
        }
    }

    /** Numbers as display filters write them. */
    final class Numbers {
        private Numbers() {}

        /** A decimal number without leading zeros, which would be octal there, or a hexadecimal one behind {@code 0x}. */
        static long parse(String text, long highest) {
            boolean hexadecimal = text.matches("0[xX][0-9a-fA-F]{1,8}");
            if (!hexadecimal && !text.matches("0|[1-9][0-9]{0,9}")) {
                throw new IllegalArgumentException("a number up to " + highest + " stands here, no name");
            }
            long number = hexadecimal ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            if (number > highest) {
                throw new IllegalArgumentException("a number up to " + highest + " stands here");
            }
            return number;
        }
    }
}
