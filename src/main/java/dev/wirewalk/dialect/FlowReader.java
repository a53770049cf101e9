package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the made-up packet of {@code packet-tracer}: {@code tcp 10.1.1.1 1024 10.2.2.2 443}, {@code icmp 10.1.1.1 8 0 10.2.2.2}
 * with an identifier before the destination or without, {@code rawip 10.1.1.1 47 10.2.2.2}. One direction, as it is traced.
 */
final class FlowReader {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final List<String> OBJECTS = List.of("user", "security-group", "fqdn", "inline-tag");

    private record Word(String text, int column) {}

    private final List<Word> words = new ArrayList<>();
    private final int end;
    private int position;

    FlowReader(String text) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group().toLowerCase(Locale.ROOT), matcher.start() + 1));
        }
        end = text.length() + 1;
    }

    Filter filter() throws UnreadableTextException {
        String protocol = next("a protocol");
        List<Filter> parts = switch (protocol) {
            case "tcp" -> ports(Transport.TCP);
            case "udp" -> ports(Transport.UDP);
            case "icmp" -> icmp();
            case "rawip" -> raw();
            default -> {
                position--;
                throw problem("tcp, udp, icmp or rawip belongs here, not " + protocol);
            }
        };
        if (position < words.size()) {
            throw problem("nothing belongs behind the destination, not "
                    + words.get(position).text());
        }
        return Filter.all(parts);
    }

    private List<Filter> ports(Transport transport) throws UnreadableTextException {
        IpAddress source = address();
        int from = port(transport);
        IpAddress destination = destination(source);
        int to = port(transport);
        return List.of(
                new Filter.Host(Side.SOURCE, source),
                new Filter.Host(Side.DESTINATION, destination),
                new Filter.Port(transport, Side.SOURCE, from, from),
                new Filter.Port(transport, Side.DESTINATION, to, to));
    }

    private List<Filter> icmp() throws UnreadableTextException {
        IpAddress source = address();
        if (source.version() != IpVersion.V4) {
            position--;
            throw problem("what icmp means between IPv6 addresses is not known");
        }
        String word = next("an ICMP type");
        int type = number(AccessWords.icmpType(word, false), "an ICMP type");
        int code = number(AccessWords.number(next("an ICMP code"), 255), "an ICMP code");
        boolean identified = position < words.size()
                && AccessWords.number(words.get(position).text(), 65535).isPresent();
        position += identified ? 1 : 0;
        return List.of(
                new Filter.Host(Side.SOURCE, source),
                new Filter.Host(Side.DESTINATION, destination(source)),
                new Filter.IcmpType(Families.IPV4, type),
                new Filter.IcmpCode(Families.IPV4, code));
    }

    private List<Filter> raw() throws UnreadableTextException {
        IpAddress source = address();
        int protocol = number(AccessWords.protocol(next("a protocol number")), "a protocol number");
        return List.of(
                new Filter.Host(Side.SOURCE, source),
                new Filter.Host(Side.DESTINATION, destination(source)),
                new Filter.Protocol(Families.BOTH, protocol));
    }

    private IpAddress destination(IpAddress source) throws UnreadableTextException {
        IpAddress destination = address();
        if (destination.version() != source.version()) {
            position--;
            throw problem("the two addresses are of different IP families");
        }
        return destination;
    }

    private IpAddress address() throws UnreadableTextException {
        String word = next("an address");
        Optional<IpAddress> address = IpAddress.parse(word);
        if (address.isEmpty()) {
            position--;
            throw problem(
                    OBJECTS.contains(word)
                            ? "what " + word + " stands for is not part of the text; write the address itself"
                            : "an address belongs here, not " + word);
        }
        return address.get();
    }

    private int port(Transport transport) throws UnreadableTextException {
        return number(AccessWords.port(next("a port"), transport.number()), "a port");
    }

    private int number(OptionalInt number, String what) throws UnreadableTextException {
        if (number.isEmpty()) {
            position--;
            throw problem(what + " belongs here, not " + words.get(position).text());
        }
        return number.getAsInt();
    }

    private String next(String what) throws UnreadableTextException {
        if (position >= words.size()) {
            throw problem(what + " is missing");
        }
        return words.get(position++).text();
    }

    private UnreadableTextException problem(String message) {
        return new UnreadableTextException(
                0, position < words.size() ? words.get(position).column() : end, message);
    }
}
