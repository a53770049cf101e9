package dev.wirewalk.filter;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;
import static dev.wirewalk.filter.HeaderField.TRANSPORT_HEADER;

import dev.wirewalk.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each term as the boxes that hold the packets it selects. */
final class TermBoxes {
    private static final int FRAGMENT_HEADER = 44;

    private TermBoxes() {}

    /** None when the term selects nothing, two when it speaks of either side. */
    static List<Box> of(Filter.Term term) {
        return switch (term) {
            case Filter.Host(var side, var address) -> addresses(side, SOURCE.one(address));
            case Filter.Net(var side, var prefix) -> addresses(side, SOURCE.range(prefix.first(), prefix.last()));
            case Filter.Port port -> ports(port);
            case Filter.Ether(var network) -> boxes(Constraints.of(NETWORK, NETWORK.one(network)));
            case Filter.Protocol(var families, var number) -> protocol(families, number);
            case Filter.TcpFlags(var families, var mask, var comparison, var value) ->
                boxes(Constraints.of(NETWORK, networks(families)).and(TCP_FLAGS, flags(mask, comparison, value)));
            case Filter.IcmpType(var families, var type) ->
                boxes(Constraints.of(NETWORK, networks(families)).and(ICMP_TYPE, ICMP_TYPE.one(type)));
            case Filter.IcmpCode(var families, var code) ->
                boxes(Constraints.of(NETWORK, networks(families)).and(ICMP_CODE, ICMP_CODE.one(code)));
            case Filter.Opaque opaque ->
                Box.of(
                                opaque.within().map(TermBoxes::layer).orElseGet(() -> networks(opaque)),
                                Set.of(new Box.Opaque(opaque, true)))
                        .stream()
                        .toList();
        };
    }

    private static List<Box> boxes(Constraints... constraints) {
        return Stream.of(constraints)
                .map(one -> Box.of(one, Set.of()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Box> addresses(Side side, FieldValues<IpAddress> wanted) {
        Constraints source = Constraints.of(SOURCE, wanted);
        Constraints destination = Constraints.of(DESTINATION, wanted);
        return switch (side) {
            case SOURCE -> boxes(source);
            case DESTINATION -> boxes(destination);
            case EITHER -> boxes(source, destination);
        };
    }

    private static List<Box> ports(Filter.Port port) {
        FieldValues<Integer> protocols = IntStream.of(6, 17, 132)
                .filter(port.transport()::covers)
                .mapToObj(PROTOCOL::one)
                .reduce(FieldValues::union)
                .orElseThrow();
        Constraints transport = Constraints.of(PROTOCOL, protocols);
        Constraints source = transport.and(SOURCE_PORT, SOURCE_PORT.range(port.low(), port.high()));
        Constraints destination = transport.and(DESTINATION_PORT, DESTINATION_PORT.range(port.low(), port.high()));
        return switch (port.side()) {
            case SOURCE -> boxes(source);
            case DESTINATION -> boxes(destination);
            case EITHER -> boxes(source, destination);
        };
    }

    private static List<Box> protocol(Families families, int number) {
        Constraints plain = Constraints.of(NETWORK, networks(families)).and(PROTOCOL, PROTOCOL.one(number));
        if (number != FRAGMENT_HEADER || families == Families.IPV4) {
            return boxes(plain);
        }
        // libpcap tells IPv6 fragments both by the fragment header and by what it names.
        Constraints fragments = Constraints.of(NETWORK, NETWORK.one(Network.IPV6))
                .and(TRANSPORT_HEADER, TRANSPORT_HEADER.one(TransportHeader.HIDDEN));
        return boxes(plain.and(NETWORK, NETWORK.one(Network.IPV4)), fragments);
    }

    private static FieldValues<Network> networks(Families families) {
        return Stream.of(Network.IPV4, Network.IPV6)
                .filter(families::covers)
                .map(NETWORK::one)
                .reduce(FieldValues::union)
                .orElseThrow();
    }

    private static FieldValues<Integer> flags(int mask, Comparison comparison, int value) {
        List<FieldValues.Range<Integer>> wanted = IntStream.range(0, 256)
                .filter(flags -> comparison.holds(flags & mask, value))
                .mapToObj(flags -> new FieldValues.Range<>(flags, flags))
                .toList();
        return new FieldValues<>(TCP_FLAGS.line(), false, wanted);
    }

    private static Constraints networks(Filter.Opaque opaque) {
        List<Network> possible =
                Stream.of(Network.values()).filter(opaque::canSelect).toList();
        return possible.size() == Network.values().length
                ? Constraints.NONE
                : possible.stream()
                        .map(NETWORK::one)
                        .reduce(FieldValues::union)
                        .map(networks -> Constraints.of(NETWORK, networks))
                        .orElse(Constraints.NONE);
    }

    private static Constraints layer(Layer layer) {
        Constraints network = layer.network()
                .map(one -> Constraints.of(NETWORK, NETWORK.one(one)))
                .orElse(Constraints.NONE);
        return layer.protocol().isEmpty()
                ? network
                : network.and(PROTOCOL, PROTOCOL.one(layer.protocol().getAsInt()))
                        .and(TRANSPORT_HEADER, TRANSPORT_HEADER.one(TransportHeader.SHOWN));
    }
}
