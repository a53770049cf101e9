package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.MacAddress;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the words that need no qualifiers: lengths, headers that carry other packets, broadcast and multicast. */
final class WordParser {
    /** As libpcap 1.10.6 and the manual have it; before, the rest up to 255.255.255.255 counted too. */
    private static final IpPrefix MULTICAST = IpPrefix.around(IpAddress.v4(0xE000_0000L), 4);

    private static final IpPrefix MULTICAST6 = IpPrefix.around(IpAddress.v6(0xFFL << 56, 0), 8);
    static final Filter GROUP_BIT = new Filter.ByteTest(Layer.ETHER, 0, 1, 1, Comparison.NOT_EQUAL, 0);

    private final FilterTokens tokens;
    private boolean behindLabel;

    WordParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    /** Lengths, headers that carry other packets, and single bytes of the frame. */
    Optional<Filter> primitive(Token first) throws FilterSyntaxException {
        if (tokens.take("less")) {
            return Optional.of(new Filter.Length(Comparison.LESS_OR_EQUAL, number()));
        }
        if (tokens.take("greater")) {
            long bytes = number();
            // The usual way to say "every packet" inside a larger filter.
            return Optional.of(bytes == 0 ? Filter.ANY : new Filter.Length(Comparison.GREATER_OR_EQUAL, bytes));
        }
        if (tokens.take("byte")) {
            return Optional.of(singleByte());
        }
        Optional<Encapsulation> kind = Keywords.encapsulation(first.text());
        return kind.isPresent() ? Optional.of(encapsulation(kind.get())) : Optional.empty();
    }

    private Filter encapsulation(Encapsulation kind) throws FilterSyntaxException {
        Token word = tokens.take();
        if (kind == Encapsulation.VLAN && behindLabel) {
            throw new FilterSyntaxException(word.column(), "behind 'mpls' no 'vlan' can be asked for");
        }
        behindLabel = kind == Encapsulation.MPLS;
        Token value = tokens.peek(tokens.peek().is("(") ? 1 : 0);
        if (NumberNames.number(value.text()).isEmpty()) {
            return new Filter.Encapsulated(kind, OptionalLong.empty(), Filter.ANY);
        }
        boolean bracket = tokens.take("(");
        long id = number();
        if (id > kind.highest()) {
            throw new FilterSyntaxException(
                    value.column(),
                    "a number behind '%s' is 0 to %d, not %d".formatted(kind.word(), kind.highest(), id));
        }
        if (bracket) {
            tokens.expect(")", "behind the one number that '" + kind.word() + "' takes");
        }
        return new Filter.Encapsulated(kind, OptionalLong.of(id), Filter.ANY);
    }

    /** Braces end what a header inside them shifts. */
    void leaveHeaders() {
        behindLabel = false;
    }

    /** The undocumented {@code byte 13 = 2}. */
    private Filter singleByte() throws FilterSyntaxException {
        Token place = tokens.peek();
        long at = number();
        Token sign = tokens.take();
        long value = number();
        if (at > 65535) {
            throw new FilterSyntaxException(place.column(), "an offset is 0 to 65535");
        }
        return switch (sign.text()) {
            case "=" -> new Filter.ByteTest(Layer.ETHER, (int) at, 1, 255, Comparison.EQUAL, value);
            case "<" -> new Filter.ByteTest(Layer.ETHER, (int) at, 1, 255, Comparison.LESS, value);
            case ">" -> new Filter.ByteTest(Layer.ETHER, (int) at, 1, 255, Comparison.GREATER, value);
            case "&" -> new Filter.ByteTest(Layer.ETHER, (int) at, 1, value & 255, Comparison.NOT_EQUAL, 0);
            default -> throw new FilterSyntaxException(sign.column(), "expected =, <, > or &, not " + sign.shown());
        };
    }

    private long number() throws FilterSyntaxException {
        Token value = tokens.take();
        return NumberNames.number(value.text())
                .orElseThrow(
                        () -> new FilterSyntaxException(value.column(), "expected a number, not " + value.shown()));
    }

    /** Broadcast and multicast, of frames or of packets. */
    Optional<Filter> cast(Optional<Token> protocol) throws FilterSyntaxException {
        Token word = tokens.peek();
        if (!word.is("broadcast") && !word.is("multicast")) {
            return Optional.empty();
        }
        boolean broadcast = tokens.take().is("broadcast");
        String of = protocol.map(Token::text).orElse("ether");
        if (Keywords.ETHER_WORDS.contains(of)) {
            return Optional.of(broadcast ? new Filter.Mac(Side.DESTINATION, MacAddress.BROADCAST) : GROUP_BIT);
        }
        if (of.equals("ip") && broadcast) {
            return Optional.of(WrittenParser.written("ip broadcast"));
        }
        if (of.equals("ip")) {
            return Optional.of(group(Network.IPV4, MULTICAST));
        }
        if (of.equals("ip6") && !broadcast) {
            return Optional.of(group(Network.IPV6, MULTICAST6));
        }
        throw new FilterSyntaxException(word.column(), "'%s' has no %s".formatted(of, word.text()));
    }

    private static Filter group(Network network, IpPrefix addresses) {
        return Filter.all(List.of(new Filter.Ether(network), new Filter.Net(Side.DESTINATION, addresses)));
    }
}
