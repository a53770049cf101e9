package dev.wirewalk.dialect;

import dev.wirewalk.dialect.DisplayTokens.Kind;
import dev.wirewalk.dialect.DisplayTokens.Token;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one test of a display filter: a protocol, or a field and what its value must be. */
final class DisplayTests {
    private static final Pattern OUTER = Pattern.compile("([a-z0-9_.]+)#([0-9]+)");
    private static final Pattern CARRIED = Pattern.compile(
            "\"\\^\\[\\^:]\\+\\(:ethertype\\)\\?:\\(?((?:ip|ipv6|arp)(?:\\|(?:ip|ipv6|arp))*)\\)?\\(:\\|\\$\\)\"");

    private final DisplayTokens tokens;
    private final String version;
    private OptionalInt missing = OptionalInt.empty();

    DisplayTests(DisplayTokens tokens, String version) {
        this.tokens = tokens;
        this.version = version;
    }

    /** Remembers of a conjunction's parts that a packet has no such header, so that bytes behind may be those of a fragment. */
    void missing(Filter part) {
        if (part instanceof Filter.Not(Filter.Protocol(var _, var number))) {
            missing = OptionalInt.of(number);
        }
    }

    /** The packets of IPv4 whose missing header a fragment's bytes are. */
    Filter fragments() {
        int number = missing.orElse(-1);
        List<Filter> parts = new ArrayList<>(List.of(new Filter.Ether(Network.IPV4)));
        if (number >= 0) {
            parts.add(new Filter.Protocol(Families.IPV4, number));
        }
        if (number == 6) {
            parts.add(Filter.any(List.of(
                    new Filter.TcpFlags(Families.IPV4, 1, Comparison.EQUAL, 0),
                    new Filter.TcpFlags(Families.IPV4, 1, Comparison.EQUAL, 1))));
        }
        return Filter.all(parts);
    }

    DisplayParser.Part test() throws UnreadableTextException {
        tokens.take("any");
        Token token = tokens.take(Kind.WORD, "a field such as ip.addr");
        String name = outermost(token);
        if (tokens.peek().kind() == Kind.SLICE) {
            return name.equals("data")
                    ? new DisplayParser.Part(DisplaySlice.ofFragment(missing, token, tokens), true)
                    : header(DisplaySlice.ofHeader(name, token, tokens));
        }
        if (name.equals("frame.protocols")) {
            return header(carried(token));
        }
        if (name.equals("eth.type") || name.equals("sll.etype")) {
            return header(etherType());
        }
        Optional<Filter> protocol = Optional.ofNullable(DisplayFields.PROTOCOLS.get(name));
        if (protocol.isPresent()) {
            return header(protocol.get());
        }
        DisplayField field =
                DisplayFields.of(name).orElseThrow(() -> new UnreadableTextException(0, token.column(), unknown(name)));
        return header(field(field));
    }

    private static DisplayParser.Part header(Filter filter) {
        return new DisplayParser.Part(filter, false);
    }

    private static String unknown(String name) {
        String application = name.split("\\.", 2)[0];
        String ports = DisplayFields.APPLICATIONS.get(application);
        return ports == null
                ? "'" + name + "' is no field of the headers that the filter can tell"
                : "'" + name + "' is what Wireshark finds in the payload, not a header; give the port, such as "
                        + ports;
    }

    private static String outermost(Token token) throws UnreadableTextException {
        Matcher layer = OUTER.matcher(token.text());
        if (!layer.matches()) {
            return token.text();
        }
        if (!layer.group(2).equals("1")) {
            throw new UnreadableTextException(
                    0, token.column(), "only the outermost header, #1, can be told; tunnels are not looked into");
        }
        return layer.group(1);
    }

    private Filter field(DisplayField field) throws UnreadableTextException {
        if (tokens.take("&", "bitand", "bitwise_and")) {
            return masked(field);
        }
        if (tokens.take("in")) {
            return set(field);
        }
        Optional<Relation> relation = relation();
        if (relation.isEmpty()) {
            return field.present();
        }
        Token value = value();
        return relation.get() == Relation.NOT_EQUAL
                ? unequal(field, value)
                : at(value, () -> field.compared(relation.get().comparison, value.text()));
    }

    private Token value() throws UnreadableTextException {
        return tokens.take(Kind.WORD, "a value");
    }

    /** Since release 4.0 no value may be equal; before, one that differs was enough, which nearly every packet has. */
    private Filter unequal(DisplayField field, Token value) throws UnreadableTextException {
        if (field.twice() && !DisplayFilter.layers(version)) {
            throw new UnreadableTextException(
                    0,
                    value.column(),
                    "'!=' holds for nearly every packet before Wireshark 4.0; write !(… == " + value.text() + ")");
        }
        Filter equal = at(value, () -> field.compared(Comparison.EQUAL, value.text()));
        return Filter.all(List.of(field.present(), new Filter.Not(equal)));
    }

    private Filter set(DisplayField field) throws UnreadableTextException {
        tokens.expect("{", "behind 'in'");
        List<Filter> values = new ArrayList<>();
        do {
            Token item = value();
            String[] ends = item.text().split("\\.\\.", -1);
            values.add(at(item, () -> field.between(ends[0], ends[ends.length - 1])));
            tokens.take(",");
        } while (!tokens.peek().is("}") && tokens.peek().kind() != Kind.END);
        tokens.expect("}", "to close the set");
        return Filter.any(values);
    }

    private Filter masked(DisplayField field) throws UnreadableTextException {
        Token mask = value();
        Optional<Relation> relation = relation();
        Token value = relation.isPresent() ? value() : new Token(Kind.WORD, "0", mask.column());
        Comparison comparison = relation.map(one -> one.comparison).orElse(Comparison.NOT_EQUAL);
        return at(mask, () -> {
            long bits = DisplayField.Numbers.parse(mask.text(), 0xFFFF);
            long wanted = DisplayField.Numbers.parse(value.text(), 0xFFFF);
            return switch (field) {
                case DisplayField.Flags flags
                when bits > 0 && bits <= 255 && wanted <= 255 -> flags.masked((int) bits, comparison, (int) wanted);
                case DisplayField.Number number when bits > 0 -> number.masked(bits, comparison, wanted);
                case DisplayField _ -> throw new IllegalArgumentException("the field is not masked so");
            };
        });
    }

    /** Which networks the frame carries, as our own filters ask. */
    private Filter carried(Token field) throws UnreadableTextException {
        boolean matches = tokens.take("matches", "~");
        Matcher words = CARRIED.matcher(matches ? tokens.take().text() : "");
        if (!words.matches()) {
            throw new UnreadableTextException(
                    0, field.column(), "a search in frame.protocols cannot be told as a filter over headers");
        }
        List<Filter> networks = new ArrayList<>();
        for (String word : words.group(1).split("\\|")) {
            networks.add(
                    word.equals("arp")
                            ? DisplayFields.of("arp.opcode").orElseThrow().present()
                            : DisplayFields.PROTOCOLS.getOrDefault(word, Filter.ANY));
        }
        return Filter.any(networks);
    }

    private Filter etherType() throws UnreadableTextException {
        Optional<Relation> relation = relation();
        Token value = value();
        if (relation.isEmpty() || relation.get() != Relation.EQUAL) {
            throw new UnreadableTextException(0, value.column(), "an EtherType is compared with ==");
        }
        return at(
                value,
                () -> DisplayFields.etherType(DisplayField.Numbers.parse(value.text(), 65535))
                        .orElseThrow(() -> new IllegalArgumentException("an EtherType is a number over 1500")));
    }

    private interface Reading {
        Filter filter();
    }

    private static Filter at(Token token, Reading reading) throws UnreadableTextException {
        try {
            return reading.filter();
        } catch (IllegalArgumentException e) {
            throw new UnreadableTextException(0, token.column(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Relation> relation() throws UnreadableTextException {
        for (Relation relation : Relation.values()) {
            if (tokens.take(relation.sign, relation.word)) {
                return Optional.of(relation);
            }
        }
        Token token = tokens.peek();
        if (token.is("=", "===", "!==", "~=", "contains", "matches", "~", "all_eq", "any_ne", "all_ne", "any_eq")) {
            throw new UnreadableTextException(
                    0, token.column(), token.shown() + " is not read; compare with ==, !=, <, <=, >, >= or in {}");
        }
        return Optional.empty();
    }

    private enum Relation {
        EQUAL("==", "eq", Comparison.EQUAL),
        NOT_EQUAL("!=", "ne", Comparison.NOT_EQUAL),
        LESS_OR_EQUAL("<=", "le", Comparison.LESS_OR_EQUAL),
        GREATER_OR_EQUAL(">=", "ge", Comparison.GREATER_OR_EQUAL),
        LESS("<", "lt", Comparison.LESS),
        GREATER(">", "gt", Comparison.GREATER);

        private final String sign;
        private final String word;
        private final Comparison comparison;

        Relation(String sign, String word, Comparison comparison) {
            this.sign = sign;
            this.word = word;
            this.comparison = comparison;
        }
    }
}
