package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A header as Wireshark names it, the outermost of its kind.
 *
 * @param protocol its word, such as {@code tcp}
 * @param number its IP protocol number; empty for the network headers themselves
 * @param length the bytes that every such header has; slices do not reach beyond the header
 * @param outer what names the outermost header behind a field, {@code #1}, or nothing where releases cannot say it
 */
record DisplayHeader(String protocol, OptionalInt number, int length, String outer) {
    private record Known(String protocol, int length) {}

    private static final Map<Layer, Known> KNOWN = Map.of(
            Layer.ETHER, new Known("eth", 14),
            Layer.IP, new Known("ip", 20),
            Layer.IP6, new Known("ipv6", 40),
            Layer.ARP, new Known("arp", 28),
            Layer.TCP, new Known("tcp", 20),
            Layer.UDP, new Known("udp", 8),
            Layer.SCTP, new Known("sctp", 12),
            Layer.ICMP, new Known("icmp", 4),
            Layer.ICMP6, new Known("icmpv6", 4));

    /** Empty for a layer whose bytes Wireshark's slices do not reach. */
    static Optional<DisplayHeader> of(Layer layer, String outer) {
        return Optional.ofNullable(KNOWN.get(layer))
                .map(known -> new DisplayHeader(known.protocol(), layer.protocol(), known.length(), outer));
    }

    /** The name of one of its fields, {@code tcp.flags.syn#1}. */
    String field(String name) {
        return protocol + "." + name + outer;
    }

    /**
     * Compares {@code [offset:size] & mask} with a value, in this header or, where Wireshark shows none, in the bytes of the
     * first fragment.
     */
    DisplayText bytes(Filter.ByteTest test, boolean fragment) {
        return bytes((fragment ? "data" : protocol + outer), test);
    }

    static DisplayText bytes(String slice, Filter.ByteTest test) {
        String mask = test.mask() == ones(test.size()) ? "" : " & " + octets(test.mask(), test.size());
        String left = "%s[%d:%d]%s".formatted(slice, test.offset(), test.size(), mask);
        return switch (test.comparison()) {
            case EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                DisplayText.test(left + " " + test.comparison().sign() + " " + octets(test.value(), test.size()));
            // Wireshark changed the meaning of != with release 4.0; the negation of == never did.
            case NOT_EQUAL -> DisplayText.not(DisplayText.test(left + " == " + octets(test.value(), test.size())));
        };
    }

    /** All bits of that many bytes. */
    static long ones(int size) {
        return size == 4 ? 0xFFFF_FFFFL : (1L << 8 * size) - 1;
    }

    /** Bytes as Wireshark writes them; one alone takes 0x, or it would be read as a decimal number by some releases. */
    static String octets(long value, int size) {
        List<String> octets = IntStream.range(0, size)
                .mapToObj(i -> "%02x".formatted(value >> 8 * (size - 1 - i) & 0xFF))
                .toList();
        return size == 1 ? "0x" + octets.getFirst() : String.join(":", octets);
    }
}
