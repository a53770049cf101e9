package dev.wirewalk.dialect;

import static dev.wirewalk.dialect.DisplayText.test;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the terms of a filter for frames that carry one network. {@link DisplaySayable} decides before what
 * can be written.
 *
 * <p>A transport header belongs to a term only right behind the outermost IP header, so the protocol number stands beside
 * each. Wireshark puts fragments together: it shows the ports with the last one and nothing but bytes for the first, where a
 * capture filter reads the ports; so the bytes of the first fragment are compared as well.
 */
final class DisplayTerms {
    /** TCP flag names from bit 0; ECE was called ECN before release 4.0. */
    private static final List<String> FLAGS = List.of("fin", "syn", "reset", "push", "ack", "urg", "ece", "cwr");

    private final Network network;
    private final boolean layers;
    private final String outer;
    private final DisplayLink link;

    /** @param layers whether the release can name the outermost header, which it does since 4.0 */
    DisplayTerms(Network network, boolean layers, DisplayLink link) {
        this.network = network;
        this.layers = layers;
        this.outer = layers ? "#1" : "";
        this.link = link;
    }

    DisplayText text(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> test("frame");
            case Filter.And(var parts) ->
                DisplayText.all(parts.stream().map(this::text).toList());
            case Filter.Or(var parts) -> DisplayText.any(DisplayPorts.together(parts, this::ports, this::text));
            case Filter.Not(var part) -> DisplayText.not(text(part));
            case Filter.Term term -> term(term);
        };
    }

    private DisplayText term(Filter.Term term) {
        return switch (term) {
            case Filter.Host(var side, var address) -> address(side, address.toString());
            case Filter.Net(var side, var prefix) -> address(side, prefix.toString());
            case Filter.Port port -> ports(DisplayPorts.of(port));
            case Filter.Protocol(var _, var number) -> protocol(number);
            case Filter.TcpFlags flags -> flags(flags);
            case Filter.IcmpType(var families, var type) -> icmp(families, "type", 0, type);
            case Filter.IcmpCode(var families, var code) -> icmp(families, "code", 1, code);
            case Filter.ByteTest bytes -> bytes(bytes);
            case Filter.Encapsulated tag -> behind(tag);
            case Filter.Opaque opaque -> link.of(opaque);
            case Filter.Ether _ -> throw new IllegalStateException("one network has no term about the frame");
        };
    }

    private DisplayText behind(Filter.Encapsulated tag) {
        DisplayLink inside = new DisplayLink(link.tags() + 1);
        Map<Network, Filter> rests = new EnumMap<>(Network.class);
        for (Network carried : Network.values()) {
            DisplayNetwork.residual(tag.inner(), carried).ifPresent(rest -> rests.put(carried, rest));
        }
        DisplayText here = link.of(tag);
        return DisplayNetwork.text(rests, layers, inside)
                .map(inner -> DisplayText.all(here, inner))
                .orElse(here);
    }

    private DisplayText address(Side side, String value) {
        String end = switch (side) {
            case SOURCE -> "src";
            case DESTINATION -> "dst";
            case EITHER -> "addr";
        };
        return switch (network) {
            case IPV4 -> test("ip." + end + outer + " == " + value);
            case IPV6 -> test("ipv6." + end + outer + " == " + value);
            case ARP, RARP, OTHER -> {
                DisplayText source = test("arp.src.proto_ipv4 == " + value);
                DisplayText destination = test("arp.dst.proto_ipv4 == " + value);
                yield switch (side) {
                    case SOURCE -> source;
                    case DESTINATION -> destination;
                    case EITHER -> DisplayText.any(source, destination);
                };
            }
        };
    }

    private DisplayText protocol(int number) {
        if (network == Network.IPV4) {
            return test("ip.proto" + outer + " == " + number);
        }
        DisplayText next = test("ipv6.nxt" + outer + " == " + number);
        if (number == OneNetwork.FRAGMENT_HEADER) {
            return next;
        }
        DisplayText behind = DisplayText.all(
                test("ipv6.nxt" + outer + " == " + OneNetwork.FRAGMENT_HEADER),
                test("ipv6.fraghdr.nxt" + outer + " == " + number));
        return DisplayText.any(next, behind);
    }

    /** The conditions under which a capture filter looks into the transport header, without a test of it. */
    private DisplayText shown(int protocol) {
        return network == Network.IPV4
                ? DisplayText.all(
                        test("ip.proto" + outer + " == " + protocol), test("ip.frag_offset" + outer + " == 0"))
                : test("ipv6.nxt" + outer + " == " + protocol);
    }

    private DisplayText behind(DisplayHeader header, DisplayText test, DisplayText inFragment) {
        DisplayText where = shown(header.number().orElseThrow());
        return network == Network.IPV4
                ? DisplayText.all(
                        where, DisplayText.any(test, DisplayText.all(test("!" + header.protocol()), inFragment)))
                : DisplayText.all(where, test);
    }

    private DisplayText ports(DisplayPorts ports) {
        return DisplayText.any(ports.layers().stream()
                .map(this::header)
                .map(header -> behind(header, ports.fields(header), ports.inFragment()))
                .toList());
    }

    private DisplayHeader header(Layer layer) {
        return DisplayHeader.of(layer, outer).orElseThrow();
    }

    private DisplayText flags(Filter.TcpFlags flags) {
        DisplayHeader tcp = header(Layer.TCP);
        boolean equal = flags.comparison() == Comparison.EQUAL;
        List<DisplayText> bits = new ArrayList<>();
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            if ((flags.mask() & 1 << bit) != 0) {
                boolean set = (flags.value() & 1 << bit) != 0;
                bits.add(test(tcp.field("flags." + flagName(bit)) + " == " + (set == equal ? 1 : 0)));
            }
        }
        DisplayText shown = equal ? DisplayText.all(bits) : DisplayText.any(bits);
        if (!layers) {
            return DisplayText.all(shown(6), shown);
        }
        DisplayText inFragment = DisplayHeader.bytes(
                "data", new Filter.ByteTest(Layer.TCP, 13, 1, flags.mask(), flags.comparison(), flags.value()));
        return behind(tcp, shown, inFragment);
    }

    private String flagName(int bit) {
        return FLAGS.get(bit).equals("ece") && !layers ? "ecn" : FLAGS.get(bit);
    }

    private DisplayText icmp(Families families, String field, int offset, int value) {
        Layer layer = families == Families.IPV4 ? Layer.ICMP : Layer.ICMP6;
        DisplayText inFragment =
                DisplayHeader.bytes("data", new Filter.ByteTest(layer, offset, 1, 255, Comparison.EQUAL, value));
        return behind(header(layer), test(header(layer).field(field) + " == " + value), inFragment);
    }

    private DisplayText bytes(Filter.ByteTest bytes) {
        DisplayHeader header = header(bytes.layer());
        return header.number().isEmpty()
                ? DisplayFields.naming(bytes, outer).orElseGet(() -> header.bytes(bytes, false))
                : behind(header, negatedInside(header, bytes), header.bytes(bytes, true));
    }

    /** "Not equal" holds only where the header is: a negation alone holds for a first fragment too, which has none. */
    private static DisplayText negatedInside(DisplayHeader header, Filter.ByteTest bytes) {
        DisplayText test = header.bytes(bytes, false);
        return bytes.comparison() == Comparison.NOT_EQUAL ? DisplayText.all(test(header.protocol()), test) : test;
    }
}
