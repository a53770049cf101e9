package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import dev.wirewalk.filter.PrimitiveParser.Qualifiers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the value of a primitive: an address, a network, a port, a protocol number, or a list of them in brackets. */
final class ValueParser {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final Pattern SHORT_NET = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}");

    private final FilterTokens tokens;

    ValueParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    /** @param untyped whether the word host was only implied, so that a prefix may stand for a network */
    Filter value(Qualifiers qualifiers, boolean untyped) throws FilterSyntaxException {
        if (tokens.take("not") || tokens.take("!")) {
            return new Filter.Not(value(qualifiers, untyped));
        }
        Token open = tokens.peek();
        if (!tokens.take("(")) {
            return single(qualifiers, untyped, tokens.take());
        }
        Filter left = value(qualifiers, untyped);
        while (!tokens.peek().is(")")) {
            boolean and = tokens.peek().is("and") || tokens.peek().is("&&");
            boolean or = tokens.peek().is("or") || tokens.peek().is("||");
            if (!and && !or) {
                tokens.expect(")", "to close the '(' at column " + open.column());
            }
            tokens.take();
            Filter right = value(qualifiers, untyped);
            left = and ? Filter.all(List.of(left, right)) : Filter.any(List.of(left, right));
        }
        tokens.take();
        return left;
    }

    private Filter single(Qualifiers qualifiers, boolean untyped, Token value) throws FilterSyntaxException {
        if (value.kind() != Kind.WORD) {
            throw new FilterSyntaxException(
                    value.column(), "expected a value for '" + qualifiers.type() + "', not " + value.shown());
        }
        return switch (qualifiers.type()) {
            case "host" -> untyped && value.text().contains("/") ? net(qualifiers, value) : host(qualifiers, value);
            case "net" -> net(qualifiers, value);
            case "proto" -> protocol(qualifiers.protocol(), value);
            default -> port(qualifiers, value);
        };
    }

    private Filter host(Qualifiers qualifiers, Token value) throws FilterSyntaxException {
        IpAddress address = IpAddress.parse(value.text())
                .orElseThrow(() -> new FilterSyntaxException(value.column(), hostProblem(value)));
        return inNetwork(
                qualifiers,
                address.version(),
                value,
                PrimitiveParser.sided(qualifiers.direction(), side -> new Filter.Host(side, address)));
    }

    private static String hostProblem(Token value) {
        if (value.text().contains("/")) {
            return "a prefix is a network: write 'net " + value.text() + "'";
        }
        return value.shown() + " is not an IPv4 or IPv6 address (names are not looked up)";
    }

    private Filter net(Qualifiers qualifiers, Token value) throws FilterSyntaxException {
        IpPrefix prefix = prefix(value);
        return inNetwork(
                qualifiers,
                prefix.version(),
                value,
                PrimitiveParser.sided(qualifiers.direction(), side -> new Filter.Net(side, prefix)));
    }

    private IpPrefix prefix(Token value) throws FilterSyntaxException {
        int slash = value.text().indexOf('/');
        String network = slash < 0 ? value.text() : value.text().substring(0, slash);
        int shortLength = -1;
        if (SHORT_NET.matcher(network).matches()) {
            // "net 10" is 10.0.0.0/8, "net 172.16" is 172.16.0.0/16
            int octets = network.split("\\.").length;
            shortLength = octets * 8;
            network = network + ".0".repeat(4 - octets);
        }
        String text = network;
        IpAddress address = IpAddress.parse(text)
                .orElseThrow(() -> new FilterSyntaxException(value.column(), value.shown() + " is not a network"));
        int length = slash >= 0
                ? (int) bounded(
                        value,
                        value.text().substring(slash + 1),
                        address.version().bits(),
                        "a prefix length")
                : tokens.peek().is("mask")
                        ? maskLength(address)
                        : shortLength >= 0 ? shortLength : address.version().bits();
        IpPrefix prefix = IpPrefix.around(address, length);
        if (!prefix.network().equals(address)) {
            throw new FilterSyntaxException(
                    value.column(), address + "/" + length + " has bits behind its prefix; the network is " + prefix);
        }
        return prefix;
    }

    private int maskLength(IpAddress network) throws FilterSyntaxException {
        tokens.take();
        Token mask = tokens.take();
        Optional<IpAddress> bits = IpAddress.parse(mask.text());
        if (network.version() == IpVersion.V4 && bits.isPresent() && bits.get().version() == IpVersion.V4) {
            int length = Long.bitCount(bits.get().low());
            if (IpPrefix.around(bits.get(), length).network().equals(bits.get())) {
                return length;
            }
        }
        throw new FilterSyntaxException(mask.column(), mask.shown() + " is not a netmask of leading ones");
    }

    private Filter inNetwork(Qualifiers qualifiers, IpVersion version, Token value, Filter filter)
            throws FilterSyntaxException {
        if (qualifiers.protocol().isEmpty()) {
            return filter;
        }
        Token word = qualifiers.protocol().get();
        Network network = Keywords.network(word.text())
                .orElseThrow(() -> new FilterSyntaxException(
                        word.column(),
                        "'" + word.text() + "' cannot stand before an address; write '" + word.text() + " and …'"));
        if ((version == IpVersion.V6) != (network == Network.IPV6)) {
            throw new FilterSyntaxException(
                    value.column(), value.shown() + " is not an address of '" + word.text() + "'");
        }
        return Filter.all(List.of(new Filter.Ether(network), filter));
    }

    private static Filter port(Qualifiers qualifiers, Token value) throws FilterSyntaxException {
        Transport transport = transport(qualifiers);
        int low;
        int high;
        Matcher range = RANGE.matcher(value.text());
        if (qualifiers.type().equals("portrange") && range.matches()) {
            low = (int) bounded(value, range.group(1), 65535, "a port");
            high = (int) bounded(value, range.group(2), 65535, "a port");
        } else {
            low = (int) bounded(value, value.text(), 65535, "a port");
            high = low;
        }
        int from = Math.min(low, high);
        int to = Math.max(low, high);
        return PrimitiveParser.sided(qualifiers.direction(), side -> new Filter.Port(transport, side, from, to));
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
    private Filter protocol(Optional<Token> qualifier, Token value) throws FilterSyntaxException {
        String word = value.text().startsWith("\\") ? value.text().substring(1) : value.text();
        if (qualifier.isPresent() && qualifier.get().is("ether")) {
            Optional<Network> network = Keywords.network(word).or(() -> etherType(word));
            return new Filter.Ether(network.orElseThrow(() -> new FilterSyntaxException(
                    value.column(), "of the EtherTypes only ip, ip6, arp and rarp can be read, not " + value.shown())));
        }
        Families families = Families.BOTH;
        if (qualifier.isPresent()) {
            Token in = qualifier.get();
            families = in.is("ip") ? Families.IPV4 : Families.IPV6;
            if (!in.is("ip") && !in.is("ip6")) {
                throw new FilterSyntaxException(in.column(), "'" + in.text() + "' cannot stand before 'proto'");
            }
        }
        Optional<Integer> named = Keywords.protocolNumber(word);
        int number = named.isPresent() ? named.get() : (int) bounded(value, word, 255, "an IP protocol number");
        return new Filter.Protocol(families, number);
    }

    private static Optional<Network> etherType(String text) {
        try {
            int number = Integer.decode(text);
            return Stream.of(Network.values())
                    .filter(network -> network.etherType() == number && number >= 0)
                    .findFirst();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static long bounded(Token token, String digits, int highest, String what) throws FilterSyntaxException {
        try {
            boolean number = !digits.isEmpty() && Character.isDigit(digits.charAt(0));
            long value = number ? Long.decode(digits) : -1;
            if (value >= 0 && value <= highest) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new FilterSyntaxException(token.column(), what + " is 0 to " + highest + ", not '" + digits + "'");
    }
}
