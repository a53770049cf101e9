package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.address.MacAddress;
import dev.wirewalk.filter.FilterTokens.Token;
import dev.wirewalk.filter.PrimitiveParser.Qualifiers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the addresses behind {@code host} and {@code net}: IPv4, IPv6, MAC, in full or in the short forms of libpcap. */
final class AddressParser {
    private static final Pattern SHORT_NET = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}");

    private final FilterTokens tokens;

    AddressParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    Filter host(Qualifiers qualifiers, Token value) throws FilterSyntaxException {
        if (ofFrames(qualifiers)) {
            MacAddress mac = MacAddress.parse(value.text())
                    .orElseThrow(() -> new FilterSyntaxException(
                            value.column(), value.shown() + " is not a MAC address such as 00:11:22:33:44:55"));
            return PrimitiveParser.sided(qualifiers.direction(), side -> new Filter.Mac(side, mac));
        }
        if (SHORT_NET.matcher(value.text()).matches() && value.text().contains(".")) {
            // As libpcap takes it: "host 10.1.2" is the network 10.1.2.0/24.
            return net(qualifiers, value);
        }
        IpAddress address = IpAddress.parse(value.text())
                .or(() -> NumberNames.number(value.text()).map(IpAddress::v4))
                .orElseThrow(() -> new FilterSyntaxException(value.column(), hostProblem(value)));
        return inNetwork(qualifiers, address.version(), value, side -> new Filter.Host(side, address));
    }

    private static boolean ofFrames(Qualifiers qualifiers) {
        return qualifiers
                .protocol()
                .map(Token::text)
                .filter(Keywords.ETHER_WORDS::contains)
                .isPresent();
    }

    private static String hostProblem(Token value) {
        if (value.text().contains("/")) {
            return "a prefix is a network: write 'net " + value.text() + "'";
        }
        if (MacAddress.parse(value.text()).isPresent()) {
            return "this is a MAC address: write 'ether host " + value.text() + "'";
        }
        return value.shown() + " is not an IPv4 or IPv6 address (names are not looked up)";
    }

    Filter net(Qualifiers qualifiers, Token value) throws FilterSyntaxException {
        if (ofFrames(qualifiers)) {
            throw new FilterSyntaxException(
                    value.column(), "frames have no networks; write 'net' without a word in front");
        }
        int slash = value.text().indexOf('/');
        String network = slash < 0 ? value.text() : value.text().substring(0, slash);
        int shortLength = -1;
        if (SHORT_NET.matcher(network).matches()) {
            // "net 10" is 10.0.0.0/8, "net 172.16" is 172.16.0.0/16
            int octets = network.split("\\.").length;
            shortLength = octets * 8;
            network = network + ".0".repeat(4 - octets);
        }
        Optional<Long> number = NumberNames.number(value.text());
        if (slash < 0 && number.isPresent() && !tokens.peek().is("mask")) {
            return numbered(qualifiers, number.get(), value);
        }
        String text = network;
        IpAddress address = IpAddress.parse(text)
                .orElseThrow(() -> new FilterSyntaxException(value.column(), value.shown() + " is not a network"));
        if (slash < 0 && tokens.peek().is("mask")) {
            return masked(qualifiers, address, value);
        }
        int highest = address.version().bits();
        int length = slash >= 0
                ? (int) ValueParser.bounded(value, value.text().substring(slash + 1), highest, "a prefix length")
                : shortLength >= 0 ? shortLength : highest;
        return prefix(qualifiers, address, length, value);
    }

    /** {@code net 10} is 10.0.0.0/8 and {@code net 0xac10} 172.16.0.0/16: as many octets as the number has. */
    private static Filter numbered(Qualifiers qualifiers, long number, Token value) throws FilterSyntaxException {
        long network = number;
        int length = 32;
        while (network != 0 && network >> 24 == 0) {
            network <<= 8;
            length -= 8;
        }
        return prefix(qualifiers, IpAddress.v4(network), length, value);
    }

    private static Filter prefix(Qualifiers qualifiers, IpAddress address, int length, Token value)
            throws FilterSyntaxException {
        IpPrefix prefix = IpPrefix.around(address, length);
        if (!prefix.network().equals(address)) {
            throw new FilterSyntaxException(
                    value.column(), address + "/" + length + " has bits behind its prefix; the network is " + prefix);
        }
        return inNetwork(qualifiers, prefix.version(), value, side -> new Filter.Net(side, prefix));
    }

    private Filter masked(Qualifiers qualifiers, IpAddress network, Token value) throws FilterSyntaxException {
        tokens.take();
        Token mask = tokens.take();
        Optional<IpAddress> bits = IpAddress.parse(mask.text()).filter(one -> one.version() == IpVersion.V4);
        if (network.version() != IpVersion.V4 || bits.isEmpty()) {
            throw new FilterSyntaxException(mask.column(), mask.shown() + " is not a netmask of IPv4");
        }
        long ones = bits.get().low();
        if ((network.low() & ~ones) != 0) {
            throw new FilterSyntaxException(
                    value.column(), network + " has bits that the mask " + mask.text() + " does not");
        }
        int length = Long.bitCount(ones);
        return IpPrefix.around(bits.get(), length).network().equals(bits.get())
                ? prefix(qualifiers, network, length, value)
                : inNetwork(qualifiers, IpVersion.V4, value, side -> scattered(side, network.low(), ones));
    }

    /** A mask with holes, which no prefix says: as tests of the address fields of IPv4, ARP and RARP. */
    private static Filter scattered(Side side, long network, long mask) {
        return Filter.any(Stream.of(Layer.IP, Layer.ARP, Layer.RARP)
                .flatMap(layer -> Stream.of(Side.SOURCE, Side.DESTINATION)
                        .filter(one -> side == Side.EITHER || side == one)
                        .map(one -> {
                            int offset =
                                    layer == Layer.IP ? (one == Side.SOURCE ? 12 : 16) : (one == Side.SOURCE ? 14 : 24);
                            return (Filter) new Filter.ByteTest(layer, offset, 4, mask, Comparison.EQUAL, network);
                        }))
                .toList());
    }

    private static Filter inNetwork(Qualifiers qualifiers, IpVersion version, Token value, Function<Side, Filter> term)
            throws FilterSyntaxException {
        Filter filter = PrimitiveParser.sided(qualifiers.direction(), term);
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
}
