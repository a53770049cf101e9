package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.SOURCE;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.LineField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns the texts of values into values; empty when they are none. */
final class FieldReading {
    /** IANA protocol numbers by the names that tools take. */
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("icmp6", 58),
            Map.entry("icmpv6", 58),
            Map.entry("ipv6-icmp", 58),
            Map.entry("ospf", 89),
            Map.entry("sctp", 132));
    /** IANA service names that administrators type. */
    private static final Map<String, Integer> SERVICES = Map.ofEntries(
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("telnet", 23),
            Map.entry("smtp", 25),
            Map.entry("domain", 53),
            Map.entry("dns", 53),
            Map.entry("www", 80),
            Map.entry("http", 80),
            Map.entry("pop3", 110),
            Map.entry("ntp", 123),
            Map.entry("snmp", 161),
            Map.entry("bgp", 179),
            Map.entry("ldap", 389),
            Map.entry("https", 443),
            Map.entry("syslog", 514));

    private final FieldPattern pattern;
    private final LineField field;

    FieldReading(FieldPattern pattern, LineField field) {
        this.pattern = pattern;
        this.field = field;
    }

    Optional<FieldValues<IpAddress>> addresses(String text) {
        return union(pattern.items(text).stream().map(this::address).toList());
    }

    private Optional<FieldValues<IpAddress>> address(String text) {
        Optional<FieldValues<IpAddress>> range = pattern.shape("range", text).flatMap(FieldReading::range);
        Optional<FieldValues<IpAddress>> prefix = pattern.shape("prefix", text).flatMap(FieldReading::prefix);
        Optional<FieldValues<IpAddress>> host = pattern.shape("host", text)
                .flatMap(found -> IpAddress.parse(found.getOrDefault("address", "")))
                .map(SOURCE::one);
        Optional<FieldValues<IpAddress>> plain =
                FieldPattern.takesPlainAddress(field) ? IpAddress.parse(text).map(SOURCE::one) : Optional.empty();
        return prefix.or(() -> range).or(() -> host).or(() -> plain);
    }

    private static Optional<FieldValues<IpAddress>> range(Map<String, String> found) {
        Optional<IpAddress> first = IpAddress.parse(found.getOrDefault("first", ""));
        Optional<IpAddress> last = IpAddress.parse(found.getOrDefault("last", ""));
        return first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0
                ? Optional.of(SOURCE.range(first.get(), last.get()))
                : Optional.empty();
    }

    private static Optional<FieldValues<IpAddress>> prefix(Map<String, String> found) {
        Optional<IpAddress> address = IpAddress.parse(found.getOrDefault("address", ""));
        if (address.isEmpty()) {
            return range(found);
        }
        return length(found, address.get().version())
                .map(length -> IpPrefix.around(address.get(), length))
                .map(prefix -> SOURCE.range(prefix.first(), prefix.last()));
    }

    private static Optional<Integer> length(Map<String, String> found, IpVersion version) {
        String text = found.getOrDefault("length", "");
        if (!text.isEmpty()) {
            return Optional.of(Integer.parseInt(text)).filter(length -> length <= version.bits());
        }
        String mask = found.getOrDefault("netmask", "");
        long ones = IpAddress.parse(mask.isEmpty() ? found.getOrDefault("wildcard", "") : mask)
                .map(one -> mask.isEmpty() ? ~one.low() & 0xFFFF_FFFFL : one.low())
                .orElse(1L);
        return IntStream.rangeClosed(0, 32)
                .boxed()
                .filter(length -> ones == (length == 0 ? 0 : -1L << 32 - length & 0xFFFF_FFFFL))
                .findFirst();
    }

    Optional<FieldValues<Integer>> numbers(String text, HeaderField<Integer> header) {
        return union(
                pattern.items(text).stream().map(item -> number(item, header)).toList());
    }

    private Optional<FieldValues<Integer>> number(String text, HeaderField<Integer> header) {
        Optional<FieldValues<Integer>> range = pattern.shape("range", text).flatMap(found -> {
            Optional<Integer> first = value(found.getOrDefault("first", ""), header);
            Optional<Integer> last = value(found.getOrDefault("last", ""), header);
            return first.isPresent() && last.isPresent() && first.get() <= last.get()
                    ? Optional.of(header.range(first.get(), last.get()))
                    : Optional.empty();
        });
        String plain = pattern.shape("one", text)
                .map(found -> found.getOrDefault("number", text))
                .orElse(text);
        return range.or(() -> value(plain, header).map(header::one));
    }

    private Optional<Integer> value(String text, HeaderField<Integer> header) {
        Optional<Integer> word = field.words().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(text))
                .map(entry -> Integer.parseInt(entry.getValue()))
                .findFirst();
        Map<String, Integer> names = header.equals(HeaderField.PROTOCOL) ? PROTOCOLS : SERVICES;
        return word.or(() -> text.matches("[0-9]{1,5}")
                        ? Optional.of(Integer.parseInt(text))
                        : Optional.ofNullable(names.get(text.toLowerCase(Locale.ROOT))))
                .filter(number -> header.present().contains(number));
    }

    Optional<FieldValues<Network>> networks(String text) {
        return union(pattern.items(text).stream()
                .map(item -> field.words().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(item))
                        .map(entry -> HeaderField.NETWORK.one(
                                Network.valueOf(entry.getValue().toUpperCase(Locale.ROOT))))
                        .findFirst())
                .toList());
    }

    /** Flags that must be set or not; {@code bits} says which of the mask are set, when the field says it so. */
    Optional<FieldValues<Integer>> flags(String text, Optional<String> bits) {
        int mask = 0;
        int value = 0;
        String rest = text;
        while (!rest.isBlank()) {
            Optional<Flag> flag = flag(rest);
            if (flag.isEmpty()) {
                return Optional.empty();
            }
            mask |= flag.get().bit();
            value |= flag.get().set() ? flag.get().bit() : 0;
            rest = rest.substring(flag.get().text().length()).stripLeading();
            String between = field.between().strip();
            rest = rest.startsWith(between) ? rest.substring(between.length()).stripLeading() : rest;
        }
        if (bits.isPresent()) {
            value = bits.get().equals(field.none()) ? 0 : setBits(bits.get());
        }
        return Optional.of(new FlagWords.Cube(mask, value & mask).values());
    }

    private int setBits(String bits) {
        return flags(bits, Optional.empty())
                .map(values -> FlagWords.cubes(values).getFirst().value())
                .orElse(0);
    }

    private record Flag(String text, int bit, boolean set) {}

    private Optional<Flag> flag(String text) {
        for (Map.Entry<String, String> word : field.words().entrySet()) {
            int bit = FlagWords.BITS.getOrDefault(word.getValue(), 0);
            String unset = field.unset()
                    .map(one -> one.replace("{flag}", word.getKey()))
                    .orElse("");
            for (String set : List.of(field.set().replace("{flag}", word.getKey()), word.getKey())) {
                if (text.regionMatches(true, 0, set, 0, set.length())) {
                    return Optional.of(new Flag(set, bit, true));
                }
            }
            if (!unset.isEmpty() && text.regionMatches(true, 0, unset, 0, unset.length())) {
                return Optional.of(new Flag(unset, bit, false));
            }
        }
        return Optional.empty();
    }

    private static <T extends Comparable<T>> Optional<FieldValues<T>> union(List<Optional<FieldValues<T>>> parts) {
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).reduce(FieldValues::union)
                : Optional.empty();
    }
}
