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
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Carried;
import dev.wirewalk.profile.LineField;
import dev.wirewalk.profile.LineWay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one way to write lines, for packets of some networks. */
final class WayWords {
    private static final Map<HeaderField<?>, String> NAMES = HeaderField.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    field -> field, field -> field.toString().replace(' ', '-').toLowerCase(Locale.ROOT)));

    private final LineWay way;
    private final Set<Network> networks;
    /** The fields by their kind, in the order of the way; asked of so often that they are put in order once. */
    private final Map<String, List<LineField>> fields;

    private final Line.Symmetry least;
    private final boolean always;
    private final Map<Made, FieldWords<?>> made = new HashMap<>();

    /** @param of the family or the header field that the words are for */
    private record Made(String name, Object of) {}

    WayWords(LineWay way, Set<Network> networks) {
        this.way = way;
        this.networks = Set.copyOf(networks);
        this.fields = way.fields().stream().collect(Collectors.groupingBy(LineField::kind));
        this.always = way.fields().stream().anyMatch(LineField::always);
        this.least = new Line.Symmetry(
                !has("source") && has("address"),
                !has("source-port") && has("port"),
                way.replies() == LineWay.Replies.ALWAYS || way.replies() == LineWay.Replies.BOTH_ROLES);
    }

    LineWay way() {
        return way;
    }

    Set<Network> networks() {
        return networks;
    }

    /** Whether the way tells source from destination; if not, whether it speaks of them at all, both at once. */
    boolean tells(HeaderField<?> field) {
        return has(fieldName(field));
    }

    private boolean has(String kind) {
        return fields.containsKey(kind);
    }

    /** The symmetry that every line has. */
    Line.Symmetry least() {
        return least;
    }

    /** The symmetries that a line can have, the widest first. */
    Set<Line.Symmetry> possible() {
        Set<Line.Symmetry> possible = new LinkedHashSet<>();
        if (way.replies() == LineWay.Replies.WORD) {
            possible.add(new Line.Symmetry(least.addresses(), least.ports(), true));
        }
        possible.add(new Line.Symmetry(has("address"), has("port"), least.mirrored()));
        possible.add(new Line.Symmetry(least.addresses(), has("port"), least.mirrored()));
        possible.add(new Line.Symmetry(has("address"), least.ports(), least.mirrored()));
        possible.add(least);
        return possible;
    }

    /** Whether the fields that speak of either end can say what the line says of both. */
    boolean canSay(Line line) {
        Said said = line.said();
        boolean addresses = !line.symmetry().addresses()
                || canSay(said, SOURCE, DESTINATION, least.addresses(), this::eitherAddress, this::twoAddresses);
        return addresses
                && (!line.symmetry().ports()
                        || canSay(
                                said, SOURCE_PORT, DESTINATION_PORT, least.ports(), this::eitherPort, this::twoPorts));
    }

    private static <T extends Comparable<T>> boolean canSay(
            Said said,
            HeaderField<T> one,
            HeaderField<T> other,
            boolean least,
            Function<FieldValues<T>, Optional<FieldValues<T>>> around,
            Predicate<Said> two) {
        if (said.says(one) && said.says(other)) {
            return two.test(said) && Stream.of(one, other).map(said::of).allMatch(values -> isOne(values, around));
        }
        return least || isOne(said.says(one) ? said.of(one) : said.of(other), around);
    }

    private static <T extends Comparable<T>> boolean isOne(
            FieldValues<T> values, Function<FieldValues<T>, Optional<FieldValues<T>>> around) {
        return !values.isAll() && around.apply(values).filter(values::equals).isPresent();
    }

    private boolean twoAddresses(Said said) {
        IpVersion version = said.of(SOURCE).ranges().getFirst().low().version();
        return new EitherEnd(this).addresses(said, version).equals(said);
    }

    private boolean twoPorts(Said said) {
        return new EitherEnd(this).ports(said).equals(said);
    }

    private Optional<FieldValues<Integer>> eitherPort(FieldValues<Integer> values) {
        return numbers("port", SOURCE_PORT, Network.IPV4).flatMap(own -> own.around(values));
    }

    private Optional<FieldValues<IpAddress>> eitherAddress(FieldValues<IpAddress> values) {
        return addresses("address", values.ranges().getFirst().low().version()).flatMap(own -> own.around(values));
    }

    /** The profile's field for a header field, of packets of that network. */
    Optional<LineField> field(String kind, Network network) {
        Carried carried = Carried.valueOf(network.name());
        for (LineField field : of(kind)) {
            if (field.isOf(carried)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private List<LineField> of(String kind) {
        return fields.getOrDefault(kind, List.of());
    }

    static String fieldName(HeaderField<?> field) {
        return NAMES.getOrDefault(field, "");
    }

    Optional<FieldWords<IpAddress>> addresses(String kind, IpVersion version) {
        Network network = version == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
        return field(kind, network)
                .map(field -> cached(new Made(field.name(), version), () -> new AddressWords(field, version)));
    }

    Optional<FieldWords<Integer>> numbers(String kind, HeaderField<Integer> header, Network network) {
        return field(kind, network)
                .map(field -> cached(
                        new Made(field.name(), header),
                        () -> kind.equals("tcp-flags") ? new FlagWords(field) : new NumberWords(field, header)));
    }

    Optional<FieldWords<Network>> networkWords() {
        return field("network", Network.IPV4)
                .map(field -> cached(new Made("network", NETWORK), () -> new NetworkWords(field)));
    }

    /** What is kept under a name was made under it. */
    @SuppressWarnings("unchecked")
    private <T extends Comparable<T>> FieldWords<T> cached(Made key, Supplier<FieldWords<T>> make) {
        return (FieldWords<T>) made.computeIfAbsent(key, _ -> make.get());
    }

    /** The narrowest values around these that a line which says the rest can say of the field. */
    <T extends Comparable<T>> Optional<FieldValues<T>> around(HeaderField<T> field, FieldValues<T> values, Said rest) {
        return words(field, values, rest).flatMap(words -> words.around(values));
    }

    /** The words for a header field; the kind of its values is that of the field. */
    @SuppressWarnings("unchecked")
    private <T extends Comparable<T>> Optional<FieldWords<T>> words(
            HeaderField<T> field, FieldValues<T> values, Said rest) {
        if (field.equals(NETWORK)) {
            return networkWords().map(words -> (FieldWords<T>) words);
        }
        if (field.equals(SOURCE) || field.equals(DESTINATION)) {
            IpAddress first = (IpAddress) values.ranges().getFirst().low();
            IpAddress last = (IpAddress) values.ranges().getLast().high();
            return first.version() == last.version()
                    ? addresses(tells(field) ? fieldName(field) : "address", first.version())
                            .map(words -> (FieldWords<T>) words)
                    : Optional.empty();
        }
        boolean port = field.equals(SOURCE_PORT) || field.equals(DESTINATION_PORT);
        String kind = port && !tells(field) ? "port" : fieldName(field);
        Network network =
                rest.of(PROTOCOL).contains(58) && !rest.of(PROTOCOL).contains(1) ? Network.IPV6 : Network.IPV4;
        return numbers(kind, (HeaderField<Integer>) field, network).map(words -> (FieldWords<T>) words);
    }

    /**
     * Without fields that cannot stand beside what else is said, such as a port without a protocol.
     *
     * @param like a line of the same family, for ways that name addresses in every line
     */
    Said completed(Said said, Said like) {
        Set<HeaderField<?>> unsaid = new HashSet<>();
        FieldValues<Integer> protocol = said.of(PROTOCOL);
        for (HeaderField<?> port : List.of(SOURCE_PORT, DESTINATION_PORT)) {
            if (said.says(port) && !canStand(port, said)) {
                unsaid.add(port);
            }
        }
        if (!protocol.equals(PROTOCOL.one(6))) {
            unsaid.add(TCP_FLAGS);
        }
        if (!protocol.equals(PROTOCOL.one(1)) && !protocol.equals(PROTOCOL.one(58))) {
            unsaid.add(ICMP_TYPE);
            unsaid.add(ICMP_CODE);
        }
        if (!said.says(ICMP_TYPE)) {
            unsaid.add(ICMP_CODE);
        }
        Said left = said.without(unsaid);
        for (HeaderField<IpAddress> address : List.of(SOURCE, DESTINATION)) {
            if (always() && !left.says(address) && like.says(address)) {
                IpVersion version = like.of(address).ranges().getFirst().low().version();
                left = left.with(address, Optional.of(AddressWords.all(version)));
            }
        }
        return left;
    }

    /** Whether a port can stand beside what a line says of the protocol. */
    private boolean canStand(HeaderField<?> port, Said said) {
        List<FieldValues.Range<Integer>> protocols = said.of(PROTOCOL).ranges();
        return of(tells(port) ? fieldName(port) : "port").stream()
                .anyMatch(field -> said.says(PROTOCOL)
                        ? protocols.stream()
                                .allMatch(range ->
                                        range.single() && field.protocols().contains(range.low()))
                        : field.alone().containsAll(PortProtocols.WITH_PORTS));
    }

    /** Whether every line names addresses, so that each is of one family. */
    boolean always() {
        return always;
    }

    List<String> texts(Line line) {
        return new LineTexts(this).of(line);
    }
}
