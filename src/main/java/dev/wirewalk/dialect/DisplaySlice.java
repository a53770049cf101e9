package dev.wirewalk.dialect;

import dev.wirewalk.dialect.DisplayTokens.Kind;
import dev.wirewalk.dialect.DisplayTokens.Token;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a test of bytes, {@code ip[9:1] == 0x06}. */
final class DisplaySlice {
    private static final Pattern SLICE = Pattern.compile("\\[(\\d{1,5})(?:([:-])(\\d{1,5}))?]");
    private static final Pattern OCTETS = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2})*");
    /** The MAC addresses, the type, and behind it one VLAN tag. */
    private static final int FRAME_BYTES = 18;

    private static final Map<String, Layer> LAYERS = Map.of(
            "frame", Layer.ETHER,
            "eth", Layer.ETHER,
            "ip", Layer.IP,
            "ipv6", Layer.IP6,
            "arp", Layer.ARP,
            "tcp", Layer.TCP,
            "udp", Layer.UDP,
            "sctp", Layer.SCTP,
            "icmp", Layer.ICMP,
            "icmpv6", Layer.ICMP6);

    /** Where it reads and what is left of the bytes. */
    private record Place(int offset, int size) {}

    private DisplaySlice() {}

    /** Bytes of a header, {@code tcp[13:1]}. */
    static Filter ofHeader(String protocol, Token field, DisplayTokens tokens) throws UnreadableTextException {
        Layer layer = LAYERS.get(protocol);
        if (layer == null) {
            throw new UnreadableTextException(
                    0,
                    field.column(),
                    "bytes are read of "
                            + String.join(
                                    ", ", LAYERS.keySet().stream().sorted().toList()));
        }
        Filter.ByteTest test = bytes(layer, tokens);
        if (layer == Layer.ETHER && test.offset() + test.size() > FRAME_BYTES) {
            throw new UnreadableTextException(
                    0, field.column(), "of a frame the bytes up to the end of its first VLAN tag can be told");
        }
        return told(test, true);
    }

    /**
     * Bytes behind the IP header of a first fragment, {@code data[2:2]}.
     *
     * @param missing the protocol that the packet shows no header of
     */
    static Filter ofFragment(OptionalInt missing, Token field, DisplayTokens tokens) throws UnreadableTextException {
        for (Layer layer : LAYERS.values()) {
            if (layer.protocol().isPresent() && layer.protocol().equals(missing)) {
                return told(bytes(layer, tokens), false);
            }
        }
        throw new UnreadableTextException(
                0, field.column(), "bytes of the payload cannot be told by a filter over headers");
    }

    private static Filter.ByteTest bytes(Layer layer, DisplayTokens tokens) throws UnreadableTextException {
        Place place = place(tokens.take());
        long all = DisplayHeader.ones(place.size());
        long mask = tokens.take("&", "bitand", "bitwise_and") ? octets(tokens.take(Kind.WORD, "bytes"), place) : all;
        Optional<Comparison> comparison = comparison(tokens);
        if (comparison.isEmpty() && mask == all) {
            throw new UnreadableTextException(0, tokens.peek().column(), "what the bytes must be is missing");
        }
        long value = comparison.isPresent() ? octets(tokens.take(Kind.WORD, "bytes"), place) : 0;
        return new Filter.ByteTest(
                layer, place.offset(), place.size(), mask, comparison.orElse(Comparison.NOT_EQUAL), value);
    }

    /** In a term about the header's field where there is one, which more tools can say. */
    private static Filter told(Filter.ByteTest test, boolean six) {
        int protocol = test.layer().protocol().orElse(-1);
        boolean whole = test.mask() == DisplayHeader.ones(test.size());
        boolean equality = test.comparison() == Comparison.EQUAL || test.comparison() == Comparison.NOT_EQUAL;
        Families families = six ? Families.BOTH : Families.IPV4;
        return switch (test.layer()) {
            case TCP, UDP, SCTP -> {
                if (whole && test.size() == 2 && test.offset() <= 2 && test.offset() % 2 == 0) {
                    yield port(test, protocol);
                }
                boolean flags = protocol == 6 && test.offset() == 13 && test.size() == 1 && equality && test.mask() > 0;
                yield flags
                        ? new Filter.TcpFlags(families, (int) test.mask(), test.comparison(), (int) test.value())
                        : six ? inBothFamilies(test, protocol) : test;
            }
            case ICMP, ICMP6 -> {
                boolean field = whole && test.size() == 1 && test.offset() < 2 && test.comparison() == Comparison.EQUAL;
                Families own = test.layer() == Layer.ICMP ? Families.IPV4 : Families.IPV6;
                yield !field
                        ? test
                        : test.offset() == 0
                                ? new Filter.IcmpType(own, (int) test.value())
                                : new Filter.IcmpCode(own, (int) test.value());
            }
            default -> test;
        };
    }

    private static Filter port(Filter.ByteTest test, int protocol) {
        Transport transport = Arrays.stream(Transport.values())
                .filter(one -> one.number() == protocol)
                .findFirst()
                .orElseThrow();
        Side side = test.offset() == 0 ? Side.SOURCE : Side.DESTINATION;
        Filter shown = new Filter.Port(transport, side, 0, 65535);
        DisplayField ports = new DisplayField.Ports(shown, transport, side);
        String value = Long.toString(test.value());
        return test.comparison() == Comparison.NOT_EQUAL
                ? Filter.all(List.of(shown, new Filter.Not(ports.compared(Comparison.EQUAL, value))))
                : ports.compared(test.comparison(), value);
    }

    /** Wireshark reads transport headers behind IPv6 as well. */
    private static Filter inBothFamilies(Filter.ByteTest test, int protocol) {
        Filter behind = new Filter.ByteTest(
                Layer.IP6, 40 + test.offset(), test.size(), test.mask(), test.comparison(), test.value());
        Filter next = new Filter.ByteTest(Layer.IP6, 6, 1, 255, Comparison.EQUAL, protocol);
        return Filter.any(List.of(test, Filter.all(List.of(next, behind))));
    }

    private static Place place(Token slice) throws UnreadableTextException {
        Matcher matcher = SLICE.matcher(slice.text());
        if (!matcher.matches()) {
            throw new UnreadableTextException(0, slice.column(), "a slice is [offset:size], [first-last] or [offset]");
        }
        int offset = Integer.parseInt(matcher.group(1));
        int second = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        int size = "-".equals(matcher.group(2)) ? second - offset + 1 : second;
        if (size != 1 && size != 2 && size != 4) {
            throw new UnreadableTextException(0, slice.column(), "a slice of 1, 2 or 4 bytes can be told");
        }
        return new Place(offset, size);
    }

    private static long octets(Token token, Place place) throws UnreadableTextException {
        boolean one = place.size() == 1 && token.text().matches("0x[0-9a-fA-F]{1,2}");
        String digits = one ? token.text().substring(2) : token.text().replace(":", "");
        boolean bytes = OCTETS.matcher(token.text()).matches() && digits.length() == 2 * place.size();
        if (!one && !bytes) {
            throw new UnreadableTextException(
                    0, token.column(), "as many bytes as the slice has stand here, such as 0a:01, or 0x0a for one");
        }
        return Long.parseLong(digits, 16);
    }

    private static Optional<Comparison> comparison(DisplayTokens tokens) {
        Optional<Comparison> found = Arrays.stream(Comparison.values())
                .filter(comparison -> tokens.peek().is(comparison.sign()))
                .findFirst();
        found.ifPresent(_ -> tokens.take());
        return found;
    }
}
