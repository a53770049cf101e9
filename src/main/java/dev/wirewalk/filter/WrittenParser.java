package dev.wirewalk.filter;

import dev.wirewalk.address.MacAddress;
import dev.wirewalk.filter.FilterTokens.Kind;
import dev.wirewalk.filter.FilterTokens.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the primitives that have no node of their own: directions, interfaces, words of pf's log, of wireless frames, of LLC, ATM and
 * SS7. Each stays as written, once it has been seen to be a word of the language with a value of its kind.
 */
final class WrittenParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-_.A-Za-z0-9]*[.A-Za-z0-9])?");
    private static final Pattern AREA_NODE = Pattern.compile("\\d{1,2}\\.\\d{1,4}");

    private static final Set<String> ALONE = Set.of(
            "inbound",
            "outbound",
            "lane",
            "metac",
            "bcc",
            "sc",
            "ilmic",
            "oam",
            "oamf4",
            "oamf4ec",
            "oamf4sc",
            "connectmsg",
            "metaconnect",
            "fisu",
            "lssu",
            "lsu",
            "msu",
            "hfisu",
            "hlssu",
            "hmsu");
    private static final Set<String> WITH_NUMBER = Set.of(
            "ifindex",
            "rnr",
            "rulenum",
            "srnr",
            "subrulenum",
            "vpi",
            "vci",
            "sio",
            "opc",
            "dpc",
            "sls",
            "hsio",
            "hopc",
            "hdpc",
            "hsls");
    private static final Set<String> WITH_NAME = Set.of("ifname", "on", "rset", "ruleset");
    /** pf(4) and pflog(4) of OpenBSD and FreeBSD, as libpcap names them. */
    private static final Map<String, Set<String>> CODES = Map.of(
            "reason",
            Set.of(
                    "match",
                    "bad-offset",
                    "fragment",
                    "short",
                    "normalize",
                    "memory",
                    "bad-timestamp",
                    "congestion",
                    "ip-option",
                    "proto-cksum",
                    "state-mismatch",
                    "state-insert",
                    "state-limit",
                    "src-limit",
                    "synproxy"),
            "action",
            Set.of("pass", "accept", "block", "drop", "scrub", "nat", "nonat", "rdr", "nordr", "binat", "nobinat"));

    private static final Set<String> LLC_TYPES =
            Set.of("i", "s", "u", "rr", "rnr", "rej", "ui", "ua", "disc", "dm", "sabme", "test", "xid", "frmr");
    /** IEEE 802.11 frame types and subtypes. */
    private static final Map<String, Set<String>> FRAME_TYPES = Map.of(
            "mgt",
            Set.of(
                    "assoc-req",
                    "assocreq",
                    "assoc-resp",
                    "assocresp",
                    "reassoc-req",
                    "reassocreq",
                    "reassoc-resp",
                    "reassocresp",
                    "probe-req",
                    "probereq",
                    "probe-resp",
                    "proberesp",
                    "beacon",
                    "atim",
                    "disassoc",
                    "disassociation",
                    "auth",
                    "authentication",
                    "deauth",
                    "deauthentication"),
            "ctl",
            Set.of("ps-poll", "pspoll", "rts", "cts", "ack", "cf-end", "cfend", "cf-end-ack"),
            "data",
            Set.of(
                    "data",
                    "data-cf-ack",
                    "data-cf-poll",
                    "data-cf-ack-poll",
                    "null",
                    "cf-ack",
                    "cf-poll",
                    "cf-ack-poll",
                    "qos-data",
                    "qos-data-cf-ack",
                    "qos-data-cf-poll",
                    "qos-data-cf-ack-poll",
                    "qos",
                    "qos-cf-poll",
                    "qos-cf-ack-poll"));

    private static final Set<String> RADIO_SIDES = Set.of("ra", "ta", "addr1", "addr2", "addr3", "addr4");
    private static final Set<String> DIRECTIONS = Set.of("nods", "tods", "fromds", "dstods");

    private final FilterTokens tokens;

    WrittenParser(FilterTokens tokens) {
        this.tokens = tokens;
    }

    /** The primitive that starts here, behind an optional protocol that was taken; nothing, and nothing taken, else. */
    Optional<Filter> primitive(Optional<Token> protocol) throws FilterSyntaxException {
        Token word = tokens.peek();
        String text = word.text();
        boolean alone = protocol.isEmpty();
        boolean ether =
                protocol.map(Token::text).filter(Keywords.ETHER_WORDS::contains).isPresent();
        if (alone && ALONE.contains(text)) {
            return Optional.of(written(tokens.take().text()));
        }
        if (alone && WITH_NUMBER.contains(text)) {
            return Optional.of(written(tokens.take().text(), number()));
        }
        if (alone && WITH_NAME.contains(text)) {
            return Optional.of(written(tokens.take().text(), name("the name of an interface or rule set")));
        }
        if (alone && CODES.containsKey(text)) {
            return Optional.of(written(tokens.take().text(), code(text, CODES.getOrDefault(text, Set.of()))));
        }
        if (alone && text.equals("llc")) {
            tokens.take();
            return Optional.of(
                    LLC_TYPES.contains(tokens.peek().text())
                            ? written("llc", tokens.take().text())
                            : written("llc"));
        }
        if ((alone || ether) && (text.equals("type") || text.equals("subtype") || text.equals("dir"))) {
            return Optional.of(wireless());
        }
        if ((alone || ether) && RADIO_SIDES.contains(text)) {
            tokens.take();
            boolean host = tokens.take("host");
            return Optional.of(written("wlan", text, host ? "host" : "", mac()));
        }
        if (text.equals("gateway")) {
            tokens.take();
            return Optional.of(written(network(protocol), "gateway", name("the name of a gateway")));
        }
        return Optional.empty();
    }

    /** {@code decnet host 1.2}, behind the word and an optional direction. */
    Filter decnetHost(String direction) throws FilterSyntaxException {
        Token value = tokens.take();
        if (!AREA_NODE.matcher(value.text()).matches()) {
            throw new FilterSyntaxException(
                    value.column(), "a DECnet address is AREA.NODE such as 1.2, not " + value.shown());
        }
        return written("decnet", direction, "host", value.text());
    }

    private static String network(Optional<Token> protocol) throws FilterSyntaxException {
        if (protocol.isEmpty()) {
            return "";
        }
        Token word = protocol.get();
        if (!Set.of("ip", "arp", "rarp").contains(word.text())) {
            throw new FilterSyntaxException(word.column(), word.shown() + " cannot stand before 'gateway'");
        }
        return word.text();
    }

    private Filter wireless() throws FilterSyntaxException {
        String word = tokens.take().text();
        if (word.equals("dir")) {
            return written(
                    "dir",
                    tokens.peek().kind() == Kind.WORD
                                    && NumberNames.number(tokens.peek().text()).isPresent()
                            ? number()
                            : code("dir", DIRECTIONS));
        }
        if (word.equals("subtype")) {
            Set<String> all = Set.copyOf(
                    FRAME_TYPES.values().stream().flatMap(Set::stream).toList());
            return written("subtype", code("subtype", all));
        }
        String type = code("type", FRAME_TYPES.keySet());
        return tokens.take("subtype")
                ? written("type", type, "subtype", code("subtype", FRAME_TYPES.getOrDefault(type, Set.of())))
                : written("type", type);
    }

    private String number() throws FilterSyntaxException {
        Token value = tokens.take();
        Optional<Long> number = NumberNames.number(value.text());
        return number.orElseThrow(
                        () -> new FilterSyntaxException(value.column(), "expected a number, not " + value.shown()))
                .toString();
    }

    private String name(String what) throws FilterSyntaxException {
        Token value = tokens.take();
        if (value.kind() != Kind.WORD || !NAME.matcher(value.text()).matches() || isOperator(value)) {
            throw new FilterSyntaxException(value.column(), "expected " + what + ", not " + value.shown());
        }
        return value.text();
    }

    private static boolean isOperator(Token value) {
        return value.isAnd() || value.isOr() || value.is("not");
    }

    private String code(String word, Set<String> allowed) throws FilterSyntaxException {
        Token value = tokens.take();
        if (!allowed.contains(value.text())) {
            throw new FilterSyntaxException(
                    value.column(),
                    "behind '" + word + "' stands one of "
                            + String.join(", ", allowed.stream().sorted().toList()) + ", not " + value.shown());
        }
        return value.text();
    }

    private String mac() throws FilterSyntaxException {
        Token value = tokens.take();
        return MacAddress.parse(value.text())
                .orElseThrow(() -> new FilterSyntaxException(value.column(), value.shown() + " is not a MAC address"))
                .toString();
    }

    static Filter written(String... words) {
        return new Filter.Written(
                String.join(
                        " ",
                        List.of(words).stream().filter(word -> !word.isEmpty()).toList()),
                false);
    }
}
