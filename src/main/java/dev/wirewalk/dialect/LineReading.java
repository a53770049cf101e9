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
import dev.wirewalk.dialect.FieldPattern.Found;
import dev.wirewalk.dialect.FieldPattern.Saying;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.LineField;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of one line. */
final class LineReading {
    private final WayWords words;
    private final List<FieldPattern> patterns;

    LineReading(WayWords words) {
        this.words = words;
        this.patterns = words.way().fields().stream()
                .map(field -> new FieldPattern(field, words.way().abbreviate()))
                .toList();
    }

    /** A text that could not be read, and where in it. */
    static final class Unread extends Exception {
        private static final long serialVersionUID = 1L;
        private final int at;

        Unread(int at, String message) {
            super(message, null, false, false);
            this.at = at;
        }

        int at() {
            return at;
        }
    }

    /** @throws Unread when a part of the text is no field of the line */
    Line read(String text, boolean permit) throws Unread {
        Said said = Said.NOTHING;
        Line.Symmetry symmetry = Line.Symmetry.NONE;
        Set<Integer> used = new HashSet<>();
        int last = -1;
        int at = skipped(text, 0);
        while (at < text.length()) {
            String word = words.way().repliesWord().orElse("");
            if (!word.isEmpty() && text.regionMatches(true, at, word, 0, word.length())) {
                symmetry = symmetry.or(new Line.Symmetry(false, false, true));
                at = skipped(text, at + word.length());
                continue;
            }
            int index = next(text, at, used, last);
            if (index < 0) {
                throw new Unread(at, "this is no field that the tool's filter has");
            }
            Found found = patterns.get(index).at(text, at).orElseThrow();
            said = with(said, found, patterns.get(index), at);
            symmetry = symmetry.or(new Line.Symmetry(
                    found.field().kind().equals("address"), found.field().kind().equals("port"), false));
            used.add(index);
            last = index;
            at = skipped(text, found.end());
        }
        return new Line(words, permit, symmetry.or(words.least()), completed(said));
    }

    private int skipped(String text, int from) {
        int at = from;
        while (at < text.length()
                && (text.charAt(at) == ' ' || words.way().separator().indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Of ordered fields the next one that is there, else the one with the longest text; -1 when there is none. */
    private int next(String text, int at, Set<Integer> used, int last) {
        int best = -1;
        int end = -1;
        boolean ordered = words.way().ordered();
        for (int i = ordered ? last + 1 : 0; i < patterns.size(); i++) {
            LineField field = words.way().fields().get(i);
            boolean again = field.list().filter(list -> list.text().isEmpty()).isPresent();
            Optional<Found> found = used.contains(i) && !again
                    ? Optional.empty()
                    : patterns.get(i).at(text, at);
            if (found.isPresent() && found.get().end() > end) {
                best = i;
                end = found.get().end();
                if (ordered) {
                    return best;
                }
            }
        }
        return best;
    }

    /** What fields that stand instead of the protocol say of it. */
    private Said completed(Said said) {
        if (said.says(PROTOCOL)) {
            return said;
        }
        if (said.says(TCP_FLAGS)) {
            return said.with(PROTOCOL, Optional.of(PROTOCOL.one(6)));
        }
        boolean six = words.networks().equals(Set.of(Network.IPV6));
        return said.says(ICMP_TYPE) ? said.with(PROTOCOL, Optional.of(PROTOCOL.one(six ? 58 : 1))) : said;
    }

    private Said with(Said said, Found found, FieldPattern pattern, int at) throws Unread {
        FieldReading reading = new FieldReading(pattern, found.field());
        Said next = said;
        if (found.protocol().isPresent()) {
            String word = found.protocol().get();
            Optional<FieldValues<Integer>> protocol = words.field("protocol", Network.IPV4)
                    .map(field -> new FieldReading(new FieldPattern(field, 0), field))
                    .orElse(reading)
                    .numbers(word, PROTOCOL);
            if (protocol.isEmpty()) {
                throw new Unread(at, "'" + word + "' is no protocol");
            }
            next = next.with(PROTOCOL, protocol);
        }
        if (found.saying() == Saying.UNSAID) {
            return next;
        }
        if (found.field().name().startsWith("icmp")
                && !next.says(PROTOCOL)
                && found.field().name().endsWith("ipv6")) {
            next = next.with(PROTOCOL, Optional.of(PROTOCOL.one(58)));
        }
        return switch (found.field().kind()) {
            case "network" -> put(next, NETWORK, reading.networks(found.values().getFirst()), found, at);
            case "protocol" -> number(next, PROTOCOL, reading, found, at);
            case "source" -> address(next, SOURCE, reading, found, 0, at);
            case "destination" -> address(next, DESTINATION, reading, found, 0, at);
            case "address" -> {
                Said one = address(next, SOURCE, reading, found, 0, at);
                yield found.saying() == Saying.TWO ? address(one, DESTINATION, reading, found, 1, at) : one;
            }
            case "source-port" -> number(next, SOURCE_PORT, reading, found, at);
            case "destination-port" -> number(next, DESTINATION_PORT, reading, found, at);
            case "port" -> {
                Said one = number(next, SOURCE_PORT, reading, found, at);
                yield found.saying() == Saying.TWO
                        ? put(
                                one,
                                DESTINATION_PORT,
                                reading.numbers(found.values().get(1), DESTINATION_PORT),
                                found,
                                at)
                        : one;
            }
            case "icmp-type" -> number(next, ICMP_TYPE, reading, found, at);
            case "icmp-code" -> number(next, ICMP_CODE, reading, found, at);
            default -> {
                Optional<String> bits =
                        found.values().size() > 1 ? Optional.of(found.values().get(1)) : Optional.empty();
                yield put(next, TCP_FLAGS, reading.flags(found.values().getFirst(), bits), found, at);
            }
        };
    }

    private static Said number(Said said, HeaderField<Integer> header, FieldReading reading, Found found, int at)
            throws Unread {
        return put(said, header, reading.numbers(found.values().getFirst(), header), found, at);
    }

    private static Said address(
            Said said, HeaderField<IpAddress> header, FieldReading reading, Found found, int index, int at)
            throws Unread {
        Optional<FieldValues<IpAddress>> values =
                reading.addresses(found.values().get(index));
        Optional<FieldValues<IpAddress>> meant = found.saying() == Saying.NOT
                ? values.map(one -> one.complement()
                        .intersect(
                                AddressWords.all(one.ranges().getFirst().low().version())))
                : values;
        return add(said, header, meant, at);
    }

    private static <T extends Comparable<T>> Said put(
            Said said, HeaderField<T> header, Optional<FieldValues<T>> values, Found found, int at) throws Unread {
        boolean not = found.saying() == Saying.NOT;
        return add(said, header, values.map(one -> not ? one.complement().intersect(header.present()) : one), at);
    }

    /** A field that stands there again, once for each value, adds to what it said before. */
    private static <T extends Comparable<T>> Said add(
            Said said, HeaderField<T> header, Optional<FieldValues<T>> values, int at) throws Unread {
        if (values.isEmpty()) {
            throw new Unread(at, "the value of this field is not known");
        }
        return said.with(header, said.says(header) ? values.map(said.of(header)::union) : values);
    }
}
