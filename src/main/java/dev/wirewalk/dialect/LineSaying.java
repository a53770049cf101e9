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
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says boxes in lines. All lines of a box together hold it; where a field cannot say its values, the line says less and holds
 * more.
 */
final class LineSaying {
    /** Values of one field and lines of one box, beyond which the field says something wider instead. */
    private final int most;

    private final WayWords words;

    LineSaying(WayWords words, int most) {
        this.words = words;
        this.most = most;
    }

    List<Line> say(boolean permit, Box box) {
        List<Line> lines = new ArrayList<>();
        for (Set<Network> group : groups(box)) {
            FieldValues<Network> networks =
                    group.stream().map(NETWORK::one).reduce(FieldValues::union).orElseThrow();
            box.with(NETWORK, networks).ifPresent(part -> lines.addAll(say(permit, part, group)));
        }
        return lines;
    }

    /** Networks that one line can speak of together. */
    private List<Set<Network>> groups(Box box) {
        List<Network> all = Arrays.stream(Network.values())
                .filter(words.networks()::contains)
                .filter(box.values(NETWORK)::contains)
                .toList();
        boolean apart = words.always()
                || all.stream().anyMatch(network -> namesAddresses(box, network))
                || all.size() < words.networks().size();
        return apart ? all.stream().map(Set::of).toList() : all.isEmpty() ? List.of() : List.of(Set.copyOf(all));
    }

    private static boolean namesAddresses(Box box, Network network) {
        return box.with(NETWORK, NETWORK.one(network))
                .filter(one -> namesAddresses(one, network, SOURCE) || namesAddresses(one, network, DESTINATION))
                .isPresent();
    }

    private static boolean namesAddresses(Box box, Network network, HeaderField<IpAddress> field) {
        return !box.values(field)
                .containsAll(every(network)
                        .map(version -> field.all().intersect(AddressWords.all(version)))
                        .orElse(box.values(field)));
    }

    private static Optional<IpVersion> every(Network network) {
        return switch (network) {
            case IPV4 -> Optional.of(IpVersion.V4);
            case IPV6 -> Optional.of(IpVersion.V6);
            case ARP, RARP, OTHER -> Optional.empty();
        };
    }

    private List<Line> say(boolean permit, Box box, Set<Network> group) {
        List<Said> said = new ArrayList<>();
        for (Start start : starts(box)) {
            box.with(PROTOCOL, start.covers()).ifPresent(part -> said.addAll(fields(part, group, start)));
        }
        return said.stream()
                .map(one -> new Line(words, permit, words.least(), one))
                .filter(line -> !line.meaning().isEmpty())
                .toList();
    }

    /** What a line says of the protocol, the protocols it is for, and whether ports can stand beside it. */
    private record Start(Optional<FieldValues<Integer>> says, FieldValues<Integer> covers, boolean ports) {}

    private List<Start> starts(Box box) {
        FieldValues<Integer> protocols = box.values(PROTOCOL);
        Box unrestricted = Box.everything().with(PROTOCOL, protocols).orElseThrow();
        boolean ports = restricts(box, unrestricted, SOURCE_PORT) || restricts(box, unrestricted, DESTINATION_PORT);
        Optional<FieldWords<Integer>> own = words.numbers("protocol", PROTOCOL, network(box));
        if (!ports) {
            boolean every = protocols.isAll() || protocols.coversLine();
            return every ? List.of(new Start(Optional.empty(), protocols, false)) : plain(own, protocols);
        }
        return new PortProtocols(words, own)
                .split(protocols).stream()
                        .map(part -> new Start(part.says(), part.covers(), part.ports()))
                        .toList();
    }

    private List<Start> plain(Optional<FieldWords<Integer>> own, FieldValues<Integer> protocols) {
        List<FieldValues<Integer>> parts = own.map(one -> one.split(protocols)).orElse(List.of());
        if (parts.isEmpty() || parts.size() > most) {
            return List.of(new Start(own.flatMap(one -> one.around(protocols)), protocols, false));
        }
        return parts.stream()
                .map(part -> new Start(Optional.of(part), part, false))
                .toList();
    }

    private static Network network(Box box) {
        return box.values(NETWORK).equals(NETWORK.one(Network.IPV6)) ? Network.IPV6 : Network.IPV4;
    }

    private static <T extends Comparable<T>> boolean restricts(Box box, Box by, HeaderField<T> field) {
        return !box.values(field).containsAll(by.values(field));
    }

    private List<Said> fields(Box box, Set<Network> group, Start start) {
        Network network = network(box);
        List<Said> said = List.of(Said.NOTHING.with(PROTOCOL, start.says()));
        boolean ip = group.equals(Set.of(Network.IPV4)) || group.equals(Set.of(Network.IPV6));
        if (ip) {
            said = addresses(said, box, network);
        }
        said = networkTold(said, group, network);
        if (start.ports()) {
            said = ports(said, box, group);
        }
        said = numbers(said, box, group, TCP_FLAGS, words.numbers("tcp-flags", TCP_FLAGS, network));
        said = numbers(said, box, group, ICMP_TYPE, words.numbers("icmp-type", ICMP_TYPE, network));
        if (said.stream().allMatch(one -> one.says(ICMP_TYPE))) {
            said = numbers(said, box, group, ICMP_CODE, words.numbers("icmp-code", ICMP_CODE, network));
        }
        return said.stream().map(one -> words.completed(one, one)).toList();
    }

    private List<Said> addresses(List<Said> said, Box box, Network network) {
        IpVersion version = network == Network.IPV6 ? IpVersion.V6 : IpVersion.V4;
        List<Said> all = address(said, box, SOURCE, version);
        all = address(all, box, DESTINATION, version);
        return words.least().addresses()
                ? all.stream()
                        .map(one -> new EitherEnd(words).addresses(one, version))
                        .toList()
                : all;
    }

    private List<Said> address(List<Said> said, Box box, HeaderField<IpAddress> field, IpVersion version) {
        FieldValues<IpAddress> universe = AddressWords.all(version);
        Optional<FieldWords<IpAddress>> own =
                words.addresses(words.tells(field) ? WayWords.fieldName(field) : "address", version);
        if (box.values(field).containsAll(universe)) {
            boolean always = words.field(
                            WayWords.fieldName(field), version == IpVersion.V4 ? Network.IPV4 : Network.IPV6)
                    .filter(one -> one.always())
                    .isPresent();
            return always ? times(said, field, List.of(Optional.of(universe))) : said;
        }
        return times(said, field, choices(own, box.values(field)));
    }

    /** Where nothing said so far tells the family, the words for it do, or all its addresses. */
    private List<Said> networkTold(List<Said> said, Set<Network> group, Network network) {
        boolean told = group.containsAll(words.networks());
        Optional<FieldWords<Network>> own = words.networkWords();
        List<Said> all = new ArrayList<>();
        for (Said one : said) {
            if (told || one.says(SOURCE) || one.says(DESTINATION)) {
                all.add(one);
            } else if (own.isPresent()) {
                choices(
                                own,
                                group.stream()
                                        .map(NETWORK::one)
                                        .reduce(FieldValues::union)
                                        .orElseThrow())
                        .forEach(choice -> all.add(one.with(NETWORK, choice)));
            } else {
                boolean zero = words.field("source", network)
                        .filter(field -> field.zeroPrefix())
                        .isPresent();
                all.add(zero ? one.with(SOURCE, every(network).map(AddressWords::all)) : one);
            }
        }
        return all;
    }

    private List<Said> ports(List<Said> said, Box box, Set<Network> group) {
        Network network = network(box);
        List<Said> all = said;
        for (HeaderField<Integer> field : List.of(SOURCE_PORT, DESTINATION_PORT)) {
            String kind = words.tells(field) ? WayWords.fieldName(field) : "port";
            all = numbers(all, box, group, field, words.numbers(kind, field, network));
        }
        return words.least().ports()
                ? all.stream().map(one -> new EitherEnd(words).ports(one)).toList()
                : all;
    }

    private List<Said> numbers(
            List<Said> said,
            Box box,
            Set<Network> group,
            HeaderField<Integer> field,
            Optional<FieldWords<Integer>> own) {
        if (said.isEmpty()) {
            return said;
        }
        Optional<Box> soFar = said.getFirst().box(group);
        if (soFar.isEmpty() || !restricts(box, soFar.get(), field)) {
            return said;
        }
        return times(said, field, choices(own, box.values(field)));
    }

    private <T extends Comparable<T>> List<Optional<FieldValues<T>>> choices(
            Optional<FieldWords<T>> own, FieldValues<T> values) {
        List<FieldValues<T>> parts = own.map(one -> one.split(values)).orElse(List.of());
        return parts.isEmpty() || parts.size() > most
                ? List.of(own.flatMap(one -> one.around(values)))
                : parts.stream().map(Optional::of).toList();
    }

    private <T extends Comparable<T>> List<Said> times(
            List<Said> said, HeaderField<T> field, List<Optional<FieldValues<T>>> choices) {
        if ((long) said.size() * choices.size() > most) {
            FieldValues<T> all = choices.stream()
                    .flatMap(Optional::stream)
                    .reduce(FieldValues::union)
                    .orElseThrow();
            return said.stream()
                    .map(one -> one.with(field, words.around(field, all, one)))
                    .toList();
        }
        return said.stream()
                .flatMap(one -> choices.stream().map(choice -> one.with(field, choice)))
                .toList();
    }
}
