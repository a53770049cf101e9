package dev.wirewalk.filter;

import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import dev.wirewalk.filter.PrimitiveParser.Qualifiers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the value of a primitive: an address, a network, a port, a protocol, or a list of them in brackets. */
final class ValueParser {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final int DEEPEST = 100;

    private final FilterTokens tokens;
    private final AddressParser addresses;

    ValueParser(FilterTokens tokens) {
        this.tokens = tokens;
        this.addresses = new AddressParser(tokens);
    }

    /** @param untyped whether the word host was only implied, so that a prefix may stand for a network */
    Filter value(Qualifiers qualifiers, boolean untyped) throws FilterSyntaxException {
        return value(qualifiers, untyped, 0);
    }

    private Filter value(Qualifiers qualifiers, boolean untyped, int depth) throws FilterSyntaxException {
        Token open = tokens.peek();
        if (depth > DEEPEST) {
            throw new FilterSyntaxException(open.column(), "brackets and 'not' are nested deeper than " + DEEPEST);
        }
        if (tokens.take("not") || tokens.take("!")) {
            return new Filter.Not(value(qualifiers, untyped, depth + 1));
        }
        if (!tokens.take("(")) {
            return single(qualifiers, untyped, taken());
        }
        Filter left = value(qualifiers, untyped, depth + 1);
        while (!tokens.peek().is(")")) {
            Token operator = tokens.peek();
            if (!operator.isAnd() && !operator.isOr()) {
                tokens.expect(")", "to close the '(' at column " + open.column());
            }
            tokens.take();
            Filter right = value(qualifiers, untyped, depth + 1);
            left = operator.isAnd() ? Filter.all(List.of(left, right)) : Filter.any(List.of(left, right));
        }
        tokens.take();
        return left;
    }

    /** The next value, with the prefix length that may belong to it. */
    private Token taken() {
        Token value = tokens.take();
        if (value.kind() != Kind.WORD
                || !tokens.peek().is("/")
                || tokens.peek(1).kind() != Kind.WORD) {
            return value;
        }
        tokens.take();
        return new Token(Kind.WORD, value.text() + "/" + tokens.take().text(), value.column());
    }

    private Filter single(Qualifiers qualifiers, boolean untyped, Token value) throws FilterSyntaxException {
        if (value.kind() != Kind.WORD) {
            throw new FilterSyntaxException(
                    value.column(), "expected a value for '" + qualifiers.type() + "', not " + value.shown());
        }
        return switch (qualifiers.type()) {
            case "host" ->
                untyped && value.text().contains("/")
                        ? addresses.net(qualifiers, value)
                        : addresses.host(qualifiers, value);
            case "net" -> addresses.net(qualifiers, value);
            case "proto" -> protocol(qualifiers.protocol(), value);
            case "protochain" -> new Filter.ProtocolChain(families(qualifiers.protocol(), "protochain"), number(value));
            default -> port(qualifiers, value);
        };
    }

    private static Filter port(Qualifiers qualifiers, Token value) throws FilterSyntaxException {
        Transport transport = transport(qualifiers);
        Matcher range = RANGE.matcher(value.text());
        if (qualifiers.type().equals("portrange") && range.matches()) {
            int low = (int) bounded(value, range.group(1), 65535, "a port");
            int high = (int) bounded(value, range.group(2), 65535, "a port");
            return ports(qualifiers, transport, Math.min(low, high), Math.max(low, high));
        }
        Optional<WellKnownNames.Service> service = WellKnownNames.service(value.text());
        if (service.isPresent()) {
            return named(qualifiers, transport, service.get(), value);
        }
        int dash = value.text().indexOf('-');
        if (qualifiers.type().equals("portrange") && dash > 0) {
            return namedRange(qualifiers, transport, value, dash);
        }
        int port = (int) bounded(value, value.text(), 65535, "a port");
        return ports(qualifiers, transport, port, port);
    }

    /** Both ends by name or number; only where both belong to one protocol does libpcap ask for that one. */
    private static Filter namedRange(Qualifiers qualifiers, Transport transport, Token value, int dash)
            throws FilterSyntaxException {
        WellKnownNames.Service low = end(value, value.text().substring(0, dash));
        WellKnownNames.Service high = end(value, value.text().substring(dash + 1));
        Transport registered = low.transport() == high.transport() ? low.transport() : Transport.ANY;
        WellKnownNames.Service last = new WellKnownNames.Service(high.port(), registered);
        requireTransport(qualifiers, transport, last, value);
        return ports(
                qualifiers,
                transport == Transport.ANY ? registered : transport,
                Math.min(low.port(), high.port()),
                Math.max(low.port(), high.port()));
    }

    private static WellKnownNames.Service end(Token value, String text) throws FilterSyntaxException {
        Optional<WellKnownNames.Service> named = WellKnownNames.service(text);
        return named.isPresent()
                ? named.get()
                : new WellKnownNames.Service((int) bounded(value, text, 65535, "a port"), Transport.ANY);
    }

    private static void requireTransport(
            Qualifiers qualifiers, Transport transport, WellKnownNames.Service service, Token value)
            throws FilterSyntaxException {
        Transport registered = service.transport();
        if (transport != Transport.ANY && registered != Transport.ANY && transport != registered) {
            String asked = qualifiers.protocol().map(Token::text).orElse("");
            throw new FilterSyntaxException(
                    value.column(), "the name %s is not one of %s ports".formatted(value.shown(), asked));
        }
    }

    private static Filter named(Qualifiers qualifiers, Transport transport, WellKnownNames.Service service, Token value)
            throws FilterSyntaxException {
        requireTransport(qualifiers, transport, service, value);
        Transport registered = service.transport();
        return ports(qualifiers, transport == Transport.ANY ? registered : transport, service.port(), service.port());
    }

    private static Filter ports(Qualifiers qualifiers, Transport transport, int low, int high) {
        return PrimitiveParser.sided(qualifiers.direction(), side -> new Filter.Port(transport, side, low, high));
    }

    private static Transport transport(Qualifiers qualifiers) throws FilterSyntaxException {
        if (qualifiers.protocol().isEmpty()) {
            return Transport.ANY;
        }
        Token word = qualifiers.protocol().get();
        return switch (word.text()) {
            case "tcp" -> Transport.TCP;
            case "udp" -> Transport.UDP;
            case "sctp" -> Transport.SCTP;
            default ->
                throw new FilterSyntaxException(
                        word.column(), "'" + word.text() + "' has no ports; tcp, udp and sctp have");
        };
    }

    /** The value behind {@code proto}: a number, or a name with or without the backslash that libpcap wants. */
    private static Filter protocol(Optional<Token> qualifier, Token value) throws FilterSyntaxException {
        if (qualifier.map(Token::text).filter(Keywords.ETHER_WORDS::contains).isPresent()) {
            return etherProtocol(value);
        }
        if (qualifier
                .filter(word -> Set.of("iso", "isis").contains(word.text()))
                .isPresent()) {
            String osi = plain(value);
            String text = Keywords.LINK_PROTOCOLS.contains(osi) ? osi : Integer.toString(number(value));
            return qualifier.get().is("iso") && text.equals(osi) && !Character.isDigit(osi.charAt(0))
                    ? WrittenParser.written(osi)
                    : WrittenParser.written(qualifier.get().text(), "proto", text);
        }
        return new Filter.Protocol(families(qualifier, "proto"), number(value));
    }

    private static Filter etherProtocol(Token value) throws FilterSyntaxException {
        String word = plain(value);
        if (Keywords.LINK_PROTOCOLS.contains(word)) {
            return WrittenParser.written(word);
        }
        Optional<Network> network = Keywords.network(word);
        if (network.isPresent()) {
            return new Filter.Ether(network.get());
        }
        Optional<Integer> named = Keywords.etherName(word);
        int number = named.isPresent() ? named.get() : (int) bounded(value, word, 65535, "an EtherType");
        Optional<Network> known = Stream.of(Network.values())
                .filter(one -> one.etherType() == number)
                .findFirst();
        if (known.isPresent()) {
            return new Filter.Ether(known.get());
        }
        return number < Filter.EtherType.LOWEST
                ? WrittenParser.written("ether proto " + number)
                : new Filter.EtherType(number);
    }

    private static String plain(Token value) {
        return value.text().startsWith("\\") ? value.text().substring(1) : value.text();
    }

    private static int number(Token value) throws FilterSyntaxException {
        String word = plain(value);
        Optional<Integer> named = WellKnownNames.protocol(word);
        return named.isPresent() ? named.get() : (int) bounded(value, word, 255, "an IP protocol number");
    }

    private static Families families(Optional<Token> qualifier, String type) throws FilterSyntaxException {
        if (qualifier.isEmpty()) {
            return Families.BOTH;
        }
        Token in = qualifier.get();
        if (!in.is("ip") && !in.is("ip6")) {
            throw new FilterSyntaxException(in.column(), "'" + in.text() + "' cannot stand before '" + type + "'");
        }
        return in.is("ip") ? Families.IPV4 : Families.IPV6;
    }

    /** @throws FilterSyntaxException unless the digits are a number from 0 to {@code highest} */
    static long bounded(Token token, String digits, int highest, String what) throws FilterSyntaxException {
        Optional<Long> value = NumberNames.number(digits).filter(number -> number <= highest);
        return value.orElseThrow(() ->
                new FilterSyntaxException(token.column(), what + " is 0 to " + highest + ", not '" + digits + "'"));
    }
}
