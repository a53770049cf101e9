package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.filter.RuleList.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes rules that an access list can say as its lines: one line for each combination of single values. */
final class AccessEntries {
    private AccessEntries() {}

    /** At least as many lines as the rules take; told without writing them. */
    static long count(Rules rules) {
        return rules.rules().stream()
                .mapToLong(rule -> Stream.of(Network.IPV4, Network.IPV6)
                        .flatMap(network -> rule.box().with(NETWORK, NETWORK.one(network)).stream())
                        .mapToLong(AccessEntries::count)
                        .sum())
                .sum();
    }

    private static long count(Box box) {
        return (long) protocols(box).size()
                * places(box, SOURCE, SOURCE_PORT).size()
                * places(box, DESTINATION, DESTINATION_PORT).size()
                * numbers(box, ICMP_TYPE).size()
                * numbers(box, ICMP_CODE).size();
    }

    /** Lines that speak of one family each. */
    static List<AccessEntry> perFamily(Rules rules) {
        return rules.rules().stream()
                .flatMap(rule -> Stream.of(IpVersion.values()).flatMap(version -> entries(rule, version).stream()))
                .toList();
    }

    /** Lines for an access list, where {@code any} stands for both families. */
    static List<AccessEntry> joined(Rules rules) {
        return rules.rules().stream().flatMap(rule -> joined(rule).stream()).toList();
    }

    private static List<AccessEntry> joined(Rule rule) {
        List<AccessEntry> four = new ArrayList<>(entries(rule, IpVersion.V4));
        List<AccessEntry> six = new ArrayList<>(entries(rule, IpVersion.V6));
        List<AccessEntry> both = four.stream()
                .filter(entry -> entry.isAll(IpVersion.V4))
                .map(AccessEntry::ofBothFamilies)
                .filter(entry -> six.stream()
                        .anyMatch(other -> other.isAll(IpVersion.V6)
                                && other.ofBothFamilies().equals(entry)))
                .toList();
        four.removeIf(entry -> entry.isAll(IpVersion.V4) && both.contains(entry.ofBothFamilies()));
        six.removeIf(entry -> entry.isAll(IpVersion.V6) && both.contains(entry.ofBothFamilies()));
        return Stream.of(both, four, six).flatMap(List::stream).toList();
    }

    private static List<AccessEntry> entries(Rule rule, IpVersion version) {
        Network network = version == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
        return rule.box()
                .with(NETWORK, NETWORK.one(network))
                .map(box -> entries(rule.permit(), box))
                .orElse(List.of());
    }

    private static List<AccessEntry> entries(boolean permit, Box box) {
        List<AccessEntry> entries = new ArrayList<>();
        for (Optional<Integer> protocol : protocols(box)) {
            for (AccessPlace source : places(box, SOURCE, SOURCE_PORT)) {
                for (AccessPlace destination : places(box, DESTINATION, DESTINATION_PORT)) {
                    for (Optional<Integer> type : numbers(box, ICMP_TYPE)) {
                        for (Optional<Integer> code : numbers(box, ICMP_CODE)) {
                            entries.add(new AccessEntry(permit, protocol, source, destination, type, code));
                        }
                    }
                }
            }
        }
        return entries;
    }

    private static List<Optional<Integer>> protocols(Box box) {
        FieldValues<Integer> protocols = box.values(PROTOCOL);
        return protocols.coversLine() ? List.of(Optional.empty()) : singles(protocols);
    }

    private static List<Optional<Integer>> numbers(Box box, HeaderField<Integer> field) {
        return box.statedFields().contains(field) ? singles(required(box, field)) : List.of(Optional.empty());
    }

    private static List<Optional<Integer>> singles(FieldValues<Integer> values) {
        return values.ranges().stream()
                .flatMapToInt(range -> IntStream.rangeClosed(range.low(), range.high()))
                .mapToObj(Optional::of)
                .toList();
    }

    private static List<AccessPlace> places(Box box, HeaderField<IpAddress> address, HeaderField<Integer> port) {
        List<Optional<Range<Integer>>> ports = box.statedFields().contains(port)
                ? required(box, port).ranges().stream().map(Optional::of).toList()
                : List.of(Optional.empty());
        return AddressBlocks.of(box.values(address)).stream()
                .flatMap(block -> ports.stream().map(range -> new AccessPlace(Optional.of(block), range)))
                .toList();
    }

    /** Rules made without complements never ask for the absence of a field, which no line could say. */
    private static FieldValues<Integer> required(Box box, HeaderField<Integer> field) {
        FieldValues<Integer> values = box.values(field);
        if (values.absent()) {
            throw new IllegalStateException("no line says that a packet has no " + field);
        }
        return values;
    }
}
