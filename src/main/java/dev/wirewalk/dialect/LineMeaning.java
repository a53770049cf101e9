package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lines select, as a filter. */
final class LineMeaning {
    private final Set<Network> networks;
    /** Whether the tool shows packets beside those that lines of this way can select. */
    private final boolean partial;

    LineMeaning(Set<Network> networks, boolean partial) {
        this.networks = networks;
        this.partial = partial;
    }

    /** The first line that holds a packet decides; lines that only permit are alternatives. */
    java.util.Optional<Filter> of(List<Line> lines) {
        java.util.Optional<Filter> rest = java.util.Optional.empty();
        for (Line line : lines.reversed()) {
            Filter here = of(line);
            if (line.permit()) {
                rest = java.util.Optional.of(
                        rest.map(other -> either(here, other)).orElse(here));
            } else {
                rest = rest.map(other -> both(List.of(new Filter.Not(here), other)));
            }
        }
        return rest;
    }

    private static Filter either(Filter one, Filter other) {
        return one instanceof Filter.Any || other instanceof Filter.Any ? Filter.ANY : Filter.any(List.of(one, other));
    }

    private static Filter both(List<Filter> parts) {
        return Filter.all(
                parts.stream().filter(part -> !(part instanceof Filter.Any)).toList());
    }

    private Filter of(Line line) {
        Set<Filter> ways = new LinkedHashSet<>();
        for (Said said : line.ways()) {
            ways.add(of(said));
        }
        return ways.contains(Filter.ANY) ? Filter.ANY : Filter.any(List.copyOf(ways));
    }

    private Filter of(Said said) {
        List<Filter> parts = new ArrayList<>();
        if (said.says(NETWORK)) {
            parts.add(any(said.of(NETWORK), Filter.Ether::new, List.of(Network.values())));
        } else if (partial || said.says(SOURCE) || said.says(DESTINATION)) {
            ether(said).ifPresent(parts::add);
        }
        Transport transport = transport(said.of(PROTOCOL));
        boolean portTellsIt = transport != Transport.ANY && (said.says(SOURCE_PORT) || said.says(DESTINATION_PORT));
        if (said.says(PROTOCOL) && !portTellsIt) {
            parts.add(protocols(said.of(PROTOCOL)));
        }
        addresses(said, SOURCE, Side.SOURCE, parts);
        addresses(said, DESTINATION, Side.DESTINATION, parts);
        ports(said, SOURCE_PORT, transport, Side.SOURCE, parts);
        ports(said, DESTINATION_PORT, transport, Side.DESTINATION, parts);
        if (said.says(TCP_FLAGS)) {
            parts.add(Filter.any(FlagWords.cubes(said.of(TCP_FLAGS)).stream()
                    .map(cube ->
                            (Filter) new Filter.TcpFlags(Families.BOTH, cube.mask(), Comparison.EQUAL, cube.value()))
                    .toList()));
        }
        Families icmp =
                said.of(PROTOCOL).contains(58) && !said.of(PROTOCOL).contains(1) ? Families.IPV6 : Families.IPV4;
        if (said.says(ICMP_TYPE)) {
            parts.add(any(said.of(ICMP_TYPE), type -> new Filter.IcmpType(icmp, type), bytes()));
        }
        if (said.says(ICMP_CODE)) {
            parts.add(any(said.of(ICMP_CODE), code -> new Filter.IcmpCode(icmp, code), bytes()));
        }
        return both(parts);
    }

    /** Addresses of pcap-filter are also those of ARP, so that a way which means IP says so where it matters. */
    private java.util.Optional<Filter> ether(Said said) {
        boolean addresses = said.says(SOURCE) || said.says(DESTINATION);
        List<Filter> carried = Stream.of(Network.values())
                .filter(networks::contains)
                .filter(network -> network != Network.OTHER)
                .filter(network -> !addresses || network == Network.IPV4 || network == Network.IPV6)
                .map(network -> (Filter) new Filter.Ether(network))
                .toList();
        boolean needed = partial || networks.contains(Network.ARP) || networks.contains(Network.RARP);
        return needed && !carried.isEmpty() && !networks.contains(Network.OTHER) || addresses && needed
                ? java.util.Optional.of(Filter.any(carried))
                : java.util.Optional.empty();
    }

    private static List<Integer> bytes() {
        return IntStream.rangeClosed(0, 255).boxed().toList();
    }

    private static <T extends Comparable<T>> Filter any(FieldValues<T> values, Function<T, Filter> term, List<T> line) {
        return Filter.any(line.stream().filter(values::contains).map(term).toList());
    }

    private static Filter protocols(FieldValues<Integer> values) {
        Function<Integer, Filter> term = number ->
                // Of IPv6 the words of pcap-filter for 44 mean every fragment, which no tool's protocol field does.
                new Filter.Protocol(number == 44 ? Families.IPV4 : Families.BOTH, number);
        long count = bytes().stream().filter(values::contains).count();
        FieldValues<Integer> others = values.complement();
        return count > 128 ? new Filter.Not(any(others, term, bytes())) : any(values, term, bytes());
    }

    private static Transport transport(FieldValues<Integer> protocol) {
        return Stream.of(Transport.TCP, Transport.UDP, Transport.SCTP)
                .filter(one -> protocol.equals(PROTOCOL.one(one.number())))
                .findFirst()
                .orElse(Transport.ANY);
    }

    private static void addresses(Said said, HeaderField<IpAddress> field, Side side, List<Filter> parts) {
        if (said.says(field)) {
            parts.add(Filter.any(AddressBlocks.of(said.of(field)).stream()
                    .map(block -> address(side, block))
                    .toList()));
        }
    }

    private static Filter address(Side side, IpPrefix block) {
        return block.length() == block.version().bits()
                ? new Filter.Host(side, block.network())
                : new Filter.Net(side, block);
    }

    private static void ports(
            Said said, HeaderField<Integer> field, Transport transport, Side side, List<Filter> parts) {
        if (said.says(field)) {
            List<Filter> ranges = new ArrayList<>();
            for (Range<Integer> range : said.of(field).ranges()) {
                ranges.add(new Filter.Port(transport, side, range.low(), range.high()));
            }
            parts.add(Filter.any(ranges));
        }
    }
}
