package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import java.util.function.Predicate;

/** Decides whether a filter selects a packet, as libpcap would decide over the whole packet. */
public final class FilterMeaning {
    private static final int FRAGMENT_HEADER = 44;

    private FilterMeaning() {}

    public static boolean matches(Filter filter, PacketHeaders packet) {
        return switch (filter) {
            case Filter.Any _ -> true;
            case Filter.And(var parts) -> parts.stream().allMatch(part -> matches(part, packet));
            case Filter.Or(var parts) -> parts.stream().anyMatch(part -> matches(part, packet));
            case Filter.Not(var part) -> !matches(part, packet);
            case Filter.Term term -> matchesTerm(term, packet);
        };
    }

    private static boolean matchesTerm(Filter.Term term, PacketHeaders packet) {
        return switch (term) {
            case Filter.Host(var side, var address) -> matchesAddress(side, packet, address::equals);
            case Filter.Net(var side, var prefix) -> matchesAddress(side, packet, prefix::contains);
            case Filter.Port port -> matchesPort(port, packet);
            case Filter.Ether(var network) -> packet.network() == network;
            case Filter.Protocol(var families, var number) ->
                families.covers(packet.network())
                        && (packet.protocol() == number || number == FRAGMENT_HEADER && hasFragmentHeader(packet));
            case Filter.TcpFlags(var families, var mask, var comparison, var value) ->
                families.covers(packet.network())
                        && packet.tcpFlags() >= 0
                        && comparison.holds(packet.tcpFlags() & mask, value);
            case Filter.IcmpType(var families, var type) ->
                families.covers(packet.network()) && packet.icmpType() == type;
            case Filter.IcmpCode(var families, var code) ->
                families.covers(packet.network()) && packet.icmpCode() == code;
            case Filter.Opaque opaque -> matchesOpaque(opaque, packet);
        };
    }

    private static boolean matchesOpaque(Filter.Opaque term, PacketHeaders packet) {
        return switch (term) {
            case Filter.ByteTest(var layer, var offset, var size, var mask, var comparison, var value) -> {
                long loaded = packet.load(layer, offset, size);
                yield loaded >= 0 && comparison.holds(loaded & mask, value);
            }
            case Filter.Relation(var left, var comparison, var right) -> {
                long one = left.of(packet);
                long other = right.of(packet);
                yield one != Arithmetic.NONE && other != Arithmetic.NONE && comparison.holds(one, other);
            }
            case Filter.Length(var comparison, var bytes) ->
                packet.length() >= 0 && comparison.holds(packet.length(), bytes);
            case Filter.Mac(var side, var address) -> {
                boolean source = packet.sourceMac().filter(address::equals).isPresent();
                boolean destination =
                        packet.destinationMac().filter(address::equals).isPresent();
                yield onSide(side, source, destination);
            }
            case Filter.EtherType(var number) -> packet.etherType() == number;
            case Filter.ProtocolChain(var families, var number) ->
                families.covers(packet.network()) && HeaderChain.contains(packet, number);
            case Filter.Encapsulated(var kind, var id, var inner) ->
                packet.inside(kind)
                        .filter(inside -> id.isEmpty() || id.getAsLong() == inside.id())
                        .filter(inside -> matches(inner, inside.packet()))
                        .isPresent();
            case Filter.Written written -> packet.meets(written);
        };
    }

    private static boolean onSide(Side side, boolean source, boolean destination) {
        return switch (side) {
            case SOURCE -> source;
            case DESTINATION -> destination;
            case EITHER -> source || destination;
        };
    }

    /** libpcap compares {@code ip6 proto} with the fixed header's next header and, behind a fragment header, with that one's. */
    private static boolean hasFragmentHeader(PacketHeaders packet) {
        return packet.network() == Network.IPV6 && packet.load(Layer.IP6, 6, 1) == FRAGMENT_HEADER;
    }

    private static boolean matchesAddress(Side side, PacketHeaders packet, Predicate<IpAddress> wanted) {
        boolean source = packet.source().filter(wanted).isPresent();
        boolean destination = packet.destination().filter(wanted).isPresent();
        return onSide(side, source, destination);
    }

    private static boolean matchesPort(Filter.Port port, PacketHeaders packet) {
        if (!port.transport().covers(packet.protocol())) {
            return false;
        }
        boolean source = packet.sourcePort() >= port.low() && packet.sourcePort() <= port.high();
        boolean destination = packet.destinationPort() >= port.low() && packet.destinationPort() <= port.high();
        return onSide(port.side(), source, destination);
    }
}
