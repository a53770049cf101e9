package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the lines behind {@code diagnose debug flow filter}: each sets a field, a second one of the same field replaces the first,
 * {@code negate FIELD} inverts what is set, and all fields must hold.
 */
final class FieldReader {
    private final IpVersion version;
    private final Map<Field, Filter> set = new EnumMap<>(Field.class);
    private final Set<Field> negated = EnumSet.noneOf(Field.class);
    private int piece;
    private String line = "";

    private FieldReader(IpVersion version) {
        this.version = version;
    }

    static Filter read(List<String> pieces, IpVersion version) throws UnreadableTextException {
        FieldReader reader = new FieldReader(version);
        for (String line : pieces) {
            reader.line = line;
            reader.line();
            reader.piece++;
        }
        return Meaning.within(version, Meaning.all(new ArrayList<>(reader.set.values())));
    }

    private void line() throws UnreadableTextException {
        List<String> words = List.of(line.strip().split(" +"));
        List<String> values = words.subList(1, words.size());
        if (isBeginning(words.getFirst(), "negate")) {
            negate(values);
            return;
        }
        Field field = field(words.getFirst());
        if (negated.contains(field)) {
            throw problem(
                    words.getFirst(),
                    "no source says whether " + field.word() + " set anew stays negated; clear the filter first");
        }
        set.put(field, setting(field, values));
    }

    private void negate(List<String> values) throws UnreadableTextException {
        if (values.size() != 1) {
            throw problem("", "negate takes the name of one field and no value");
        }
        Field field = field(values.getFirst());
        Filter setting = set.get(field);
        if (setting == null) {
            throw problem(values.getFirst(), "the field " + field.word() + " is negated before it is set");
        }
        if (!negated.add(field)) {
            throw problem(
                    values.getFirst(), "no source says whether negate a second time turns " + field.word() + " back");
        }
        set.put(field, Meaning.not(setting));
    }

    private Field field(String word) throws UnreadableTextException {
        List<Field> meant = Stream.of(Field.values())
                .filter(field -> isBeginning(word, field.word()))
                .toList();
        if (meant.size() != 1) {
            throw problem(word, "the filter has no field " + word + (meant.isEmpty() ? "" : ", or more than one"));
        }
        return meant.getFirst();
    }

    private static boolean isBeginning(String word, String whole) {
        return !word.isEmpty() && whole.startsWith(word.toLowerCase(Locale.ROOT));
    }

    private Filter setting(Field field, List<String> values) throws UnreadableTextException {
        int most = field == Field.ADDR ? 3 : field.takesRange() ? 2 : 1;
        if (values.isEmpty() || values.size() > most) {
            throw problem("", "the field " + field.word() + " takes 1 to " + most + " values");
        }
        return switch (field) {
            case ADDR -> addresses(Side.EITHER, values);
            case SADDR -> addresses(Side.SOURCE, values);
            case DADDR -> addresses(Side.DESTINATION, values);
            case PORT -> ports(Side.EITHER, values);
            case SPORT -> ports(Side.SOURCE, values);
            case DPORT -> ports(Side.DESTINATION, values);
            case PROTO -> Meaning.protocol(number(values.getFirst(), 255));
        };
    }

    private Filter addresses(Side side, List<String> values) throws UnreadableTextException {
        IpAddress first = address(values.getFirst());
        IpAddress last = address(values.get(Math.min(1, values.size() - 1)));
        if (values.size() == 3) {
            List<Filter> both = List.of(new Filter.Host(side, first), new Filter.Host(side, last));
            return switch (values.get(2).toLowerCase(Locale.ROOT)) {
                case "and" -> Filter.all(both);
                case "or" -> Filter.any(both);
                default -> throw problem(values.get(2), "two addresses are followed by and, or, or nothing");
            };
        }
        if (first.compareTo(last) > 0) {
            throw problem(values.get(1), "the range ends before it begins");
        }
        return Meaning.addresses(side, first, last);
    }

    private IpAddress address(String text) throws UnreadableTextException {
        return IpAddress.parse(text)
                .filter(address -> address.version() == version)
                .orElseThrow(() -> problem(
                        text,
                        "an IPv" + (version == IpVersion.V4 ? 4 : 6) + " address is taken here, not " + text
                                + (text.contains("/") ? "; a network is written as its first and last address" : "")));
    }

    private Filter ports(Side side, List<String> values) throws UnreadableTextException {
        int low = number(values.getFirst(), 65535);
        int high = number(values.getLast(), 65535);
        if (low > high) {
            throw problem(values.getLast(), "the range ends before it begins");
        }
        return Meaning.range(Transport.ANY, side, low, high);
    }

    private int number(String text, int last) throws UnreadableTextException {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > last) {
            throw problem(text, "a number from 0 to " + last + " is taken here, not " + text);
        }
        return Integer.parseInt(text);
    }

    private UnreadableTextException problem(String word, String message) {
        return new UnreadableTextException(piece, Math.max(0, line.indexOf(word)) + 1, message);
    }
}
