package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of an access list, or one match clause, word by word. */
final class AccessReader {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final List<String> OBJECTS = List.of(
            "object",
            "object-group",
            "object-group-user",
            "object-group-security",
            "user",
            "user-group",
            "security-group",
            "interface",
            "fqdn");

    private record Word(String text, int column) {}

    private final int piece;
    private final List<Word> words = new ArrayList<>();
    private final boolean anyIsBoth;
    private final int end;
    private int position;

    /** @param anyIsBoth whether {@code any} stands for both IP families, and not for IPv4 alone */
    AccessReader(int piece, String text, boolean anyIsBoth) {
        this.piece = piece;
        this.anyIsBoth = anyIsBoth;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group().toLowerCase(Locale.ROOT), matcher.start() + 1));
        }
        end = text.length() + 1;
    }

    /** A line that begins with permit or deny; empty when it is switched off. */
    Optional<AccessPattern> line() throws UnreadableTextException {
        boolean permit = switch (peek()) {
            case "permit" -> true;
            case "deny" -> false;
            default -> throw problem("a line begins with permit or deny, not with " + shown());
        };
        position++;
        AccessPattern pattern = pattern(permit, true);
        return inactive() ? Optional.empty() : Optional.of(pattern);
    }

    /** What stands behind match. */
    AccessPattern clause() throws UnreadableTextException {
        AccessPattern pattern = pattern(true, false);
        if (position < words.size()) {
            throw problem("nothing belongs behind a match clause, not " + shown());
        }
        return pattern;
    }

    private AccessPattern pattern(boolean permit, boolean types) throws UnreadableTextException {
        refuseObjects();
        String word = peek();
        int protocol = word.equals("ip")
                ? 0
                : AccessWords.protocol(word).orElseThrow(() -> problem("a protocol belongs here, not " + shown()));
        position++;
        AccessPattern.End source = end(protocol);
        AccessPattern.End destination = end(protocol);
        Optional<Integer> type = Optional.empty();
        Optional<Integer> code = Optional.empty();
        boolean six = word.equals("icmp6");
        if (types && (six || word.equals("icmp")) && position < words.size()) {
            refuseObjects();
            type = taken(AccessWords.icmpType(peek(), six));
            code = type.isPresent() && position < words.size() ? taken(AccessWords.number(peek(), 255)) : code;
        }
        Families named = switch (word) {
            case "icmp" -> Families.IPV4;
            case "icmp6" -> Families.IPV6;
            default -> Families.BOTH;
        };
        Families families = AccessPattern.common(
                        AccessPattern.common(source.families(), destination.families()), Optional.of(named))
                .orElseThrow(() -> problem("the two ends and the protocol are of different IP families"));
        return new AccessPattern(permit, protocol, families, source, destination, type, code);
    }

    private AccessPattern.End end(int protocol) throws UnreadableTextException {
        refuseObjects();
        String word = peek();
        position++;
        Optional<IpPrefix> network = switch (word) {
            case "any", "any4", "any6" -> Optional.empty();
            case "host" -> Optional.of(IpPrefix.of(address()));
            default -> Optional.of(network(word));
        };
        Families families = network.map(prefix -> prefix.version() == IpVersion.V4 ? Families.IPV4 : Families.IPV6)
                .orElse(
                        word.equals("any6")
                                ? Families.IPV6
                                : word.equals("any") && anyIsBoth ? Families.BOTH : Families.IPV4);
        return new AccessPattern.End(network, Optional.of(families), ports(protocol));
    }

    private IpAddress address() throws UnreadableTextException {
        IpAddress address =
                IpAddress.parse(peek()).orElseThrow(() -> problem("an address belongs here, not " + shown()));
        position++;
        return address;
    }

    /** A prefix of IPv6, or an address of IPv4 with the netmask behind it. */
    private IpPrefix network(String word) throws UnreadableTextException {
        position--;
        int slash = word.indexOf('/');
        if (slash >= 0) {
            Optional<IpAddress> address = IpAddress.parse(word.substring(0, slash));
            OptionalInt length = AccessWords.number(word.substring(slash + 1), 128);
            if (address.isEmpty()
                    || length.isEmpty()
                    || length.getAsInt() > address.get().version().bits()) {
                throw problem("an address, any or host belongs here, not " + shown());
            }
            position++;
            return IpPrefix.around(address.get(), length.getAsInt());
        }
        IpAddress address = IpAddress.parse(word)
                .filter(found -> found.version() == IpVersion.V4)
                .orElseThrow(() -> problem("an address, any or host belongs here, not " + shown()));
        position++;
        String mask = peek();
        for (int length = 0; length <= 32; length++) {
            if (IpPrefix.around(address, length).netmask().toString().equals(mask)) {
                IpPrefix prefix = IpPrefix.around(address, length);
                if (!prefix.network().equals(address)) {
                    throw problem(address + " is no network of the mask " + shown());
                }
                position++;
                return prefix;
            }
        }
        throw problem("a netmask such as 255.255.255.0 belongs here, not " + shown());
    }

    private Optional<AccessPattern.Ports> ports(int protocol) throws UnreadableTextException {
        String operator = position < words.size() ? words.get(position).text() : "";
        if (!List.of("eq", "neq", "lt", "gt", "range").contains(operator)) {
            return Optional.empty();
        }
        if (protocol != 6 && protocol != 17 && protocol != 132) {
            throw problem("ports go with tcp, udp and sctp only");
        }
        position++;
        int first = port(protocol);
        return Optional.of(
                switch (operator) {
                    case "eq" -> new AccessPattern.Ports(first, first, false);
                    case "neq" -> new AccessPattern.Ports(first, first, true);
                    case "lt" -> new AccessPattern.Ports(0, checked(first > 0, first - 1), false);
                    case "gt" -> new AccessPattern.Ports(checked(first < 65535, first + 1), 65535, false);
                    default -> range(first, protocol);
                });
    }

    private AccessPattern.Ports range(int first, int protocol) throws UnreadableTextException {
        int last = port(protocol);
        return new AccessPattern.Ports(checked(first <= last, first), last, false);
    }

    private int checked(boolean possible, int port) throws UnreadableTextException {
        if (!possible) {
            position--;
            throw problem("no port is in this range");
        }
        return port;
    }

    private int port(int protocol) throws UnreadableTextException {
        refuseObjects();
        int port = AccessWords.port(peek(), protocol)
                .orElseThrow(() -> problem("a port of this protocol belongs here, not " + shown()));
        position++;
        return port;
    }

    /** Takes the word when it was a number or a name for one. */
    private Optional<Integer> taken(OptionalInt number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        position++;
        return Optional.of(number.getAsInt());
    }

    /** Reads what does not select: logging and times. */
    private boolean inactive() throws UnreadableTextException {
        boolean inactive = false;
        while (position < words.size()) {
            switch (peek()) {
                case "log", "disable", "default" -> position++;
                case "interval", "time-range" -> position += 2;
                case "inactive" -> {
                    inactive = true;
                    position++;
                }
                default -> {
                    if (!isLevel(peek())) {
                        throw problem(shown() + " does not belong here");
                    }
                    position++;
                }
            }
        }
        return inactive;
    }

    private boolean isLevel(String word) {
        return position > 0
                && words.get(position - 1).text().equals("log")
                && word.matches(
                        "[0-7]|emergencies|alerts|critical|errors|warnings|notifications|informational|debugging");
    }

    private void refuseObjects() throws UnreadableTextException {
        if (OBJECTS.contains(peek())) {
            throw problem("what " + shown()
                    + " stands for is not part of the text; write the addresses and ports themselves");
        }
    }

    private String peek() throws UnreadableTextException {
        if (position >= words.size()) {
            throw problem("the line ends too soon");
        }
        return words.get(position).text();
    }

    private String shown() {
        return words.get(position).text();
    }

    private UnreadableTextException problem(String message) {
        return new UnreadableTextException(
                piece, position < words.size() ? words.get(position).column() : end, message);
    }
}
