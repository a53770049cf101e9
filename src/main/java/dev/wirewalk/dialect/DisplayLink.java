package dev.wirewalk.dialect;

import static dev.wirewalk.dialect.DisplayText.test;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Terms about the frame itself: its length, MAC addresses, EtherType and VLAN tags. A capture filter's {@code vlan} moves all that
 * stands behind it past the tag; Wireshark's fields do not care for tags, so what is behind one is told by the bytes of the frame
 * where its type stands. Ethernet alone has them; on other links these tests select nothing.
 *
 * @param tags how many VLAN tags stand before what the terms are about
 */
record DisplayLink(int tags) {
    /** Smaller numbers where the EtherType stands are no field {@code eth.type} (IEEE 802.3). */
    private static final int LOWEST_TYPE = 0x0600;

    private static final int FIRST_TYPE = 12;
    private static final int TAG_BYTES = 4;
    /** IEEE 802.1Q, 802.1ad, and the number that was used before 802.1ad: what libpcap takes for tags. */
    static final List<Integer> TAG_TYPES = List.of(0x8100, 0x88A8, 0x9100);

    /** Why no display filter says the term; empty when {@link #of} does. */
    Optional<String> problem(Filter.Opaque term, boolean layers) {
        return switch (term) {
            case Filter.Length(var _, var bytes) when bytes >= 0 && bytes <= 0xFFFF_FFFFL -> Optional.empty();
            case Filter.Mac _
            when !layers ->
                Optional.of("Wireshark before 4.0 cannot tell the frame's MAC addresses from those inside tunnels.");
            case Filter.Mac _ -> Optional.empty();
            case Filter.EtherType(var number) when layers && (tags > 0 || number >= LOWEST_TYPE) -> Optional.empty();
            case Filter.Encapsulated(var kind, var _, var _)
            when kind == Encapsulation.VLAN ->
                layers
                        ? Optional.empty()
                        : Optional.of("Wireshark before 4.0 cannot tell the outer VLAN tag from inner ones.");
            case Filter.Length _,
                    Filter.EtherType _,
                    Filter.Encapsulated _,
                    Filter.ByteTest _,
                    Filter.Relation _,
                    Filter.ProtocolChain _,
                    Filter.Written _ -> Optional.of("Wirewalk has no display filter for " + term.subject() + ".");
        };
    }

    /** What says one of the terms that have no problem, but of a tag without what is behind it. */
    DisplayText of(Filter.Opaque term) {
        return switch (term) {
            case Filter.Length(var comparison, var bytes) -> length(comparison, bytes);
            case Filter.Mac(var side, var address) -> {
                String end = switch (side) {
                    case SOURCE -> "src";
                    case DESTINATION -> "dst";
                    case EITHER -> "addr";
                };
                yield test("eth." + end + "#1 == " + address);
            }
            case Filter.EtherType(var number) -> type(List.of(number));
            case Filter.Encapsulated(var _, var id, var _) ->
                id.isEmpty() ? type(TAG_TYPES) : DisplayText.any(alternatives((int) id.getAsLong()));
            case Filter.ByteTest _, Filter.Relation _, Filter.ProtocolChain _, Filter.Written _ ->
                throw new IllegalStateException("loosened before");
        };
    }

    /** Wireshark names the tag by 802.1Q only; where another number marks the tag, and inside, the bytes tell it. */
    private List<DisplayText> alternatives(int id) {
        int at = FIRST_TYPE + TAG_BYTES * tags + 2;
        DisplayText bytes = test("frame[" + at + ":2] & 0f:ff == " + DisplayHeader.octets(id, 2));
        return tags > 0
                ? List.of(DisplayText.all(type(TAG_TYPES), bytes))
                : List.of(
                        DisplayText.all(type(TAG_TYPES.subList(0, 1)), test("vlan.id#1 == " + id)),
                        DisplayText.all(type(TAG_TYPES.subList(1, TAG_TYPES.size())), bytes));
    }

    private static DisplayText length(Comparison comparison, long bytes) {
        return comparison == Comparison.NOT_EQUAL
                ? DisplayText.not(test("frame.len == " + bytes))
                : test("frame.len " + comparison.sign() + " " + bytes);
    }

    /** That the frame, or what is behind its tags, is of one of these types. */
    private DisplayText type(List<Integer> numbers) {
        int at = FIRST_TYPE + TAG_BYTES * tags;
        return DisplayText.any(numbers.stream()
                .map(number -> tags == 0
                        ? test("eth.type#1 == 0x%04x".formatted(number))
                        : test("frame[" + at + ":2] == " + DisplayHeader.octets(number, 2)))
                .toList());
    }

    /** That what is behind the tags is of one of these networks. */
    DisplayText carries(Set<Network> networks) {
        return networks.contains(Network.OTHER)
                ? DisplayText.not(carries(EnumSet.complementOf(EnumSet.copyOf(networks))))
                : type(networks.stream().map(Network::etherType).toList());
    }

    /** Whether only frames of no network meet the filter, so that no other guard is needed. */
    static boolean tellsOther(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().anyMatch(DisplayLink::tellsOther);
            case Filter.Encapsulated _, Filter.EtherType _ -> true;
            case Filter.Any _, Filter.Or _, Filter.Not _, Filter.Term _ -> false;
        };
    }
}
