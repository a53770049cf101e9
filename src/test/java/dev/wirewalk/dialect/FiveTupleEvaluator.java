package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides packets by Check Point's simple filters as the manual reads them: five fields AND-ed, 0 for any, one direction;
 * hosts in either direction; filters OR-ed.
 */
final class FiveTupleEvaluator {
    private static final Pattern PARAMETER =
            Pattern.compile("(str|int) simple_debug_filter_(addr|saddr|daddr|sport|dport|proto)_([1-5]) ([0-9a-f.:]+)");

    private FiveTupleEvaluator() {}

    static Predicate<PacketHeaders> read(Run run) {
        return switch (run.form()) {
            case "everything" -> all(run, packet -> isIp(packet));
            case "tuples" ->
                oneOf(run.filter().stream().map(FiveTupleEvaluator::tuple).toList(), 5);
            case "hosts" ->
                oneOf(run.filter().stream().map(FiveTupleEvaluator::host).toList(), 3);
            case "parameters" -> parameters(run.filter());
            default -> throw new IllegalArgumentException("no form " + run.form());
        };
    }

    /** The filters of {@code fw monitor}, which shows IPv4, or of {@code fw6 monitor}, where a form ends in 6. */
    static Predicate<PacketHeaders> monitor(Run run, boolean zeros) {
        boolean six = run.form().endsWith("6");
        if (six
                && !zeros
                && run.filter().stream().anyMatch(text -> text.startsWith("0,") || text.matches(".*,.*,0,.*,.*"))) {
            throw new IllegalArgumentException("a 0 for any IPv6 address is not documented: " + run);
        }
        Predicate<PacketHeaders> filter =
                read(new Run(six ? run.form().substring(0, run.form().length() - 1) : run.form(), run.filter()));
        return packet -> packet.network() == (six ? Network.IPV6 : Network.IPV4) && filter.test(packet);
    }

    /** Lines such as {@code str simple_debug_filter_saddr_1 10.1.1.1}: one number AND-ed, different ones OR-ed. */
    private static Predicate<PacketHeaders> parameters(List<String> lines) {
        Map<String, Predicate<PacketHeaders>> filters = new TreeMap<>();
        Set<String> set = new HashSet<>();
        for (String line : lines) {
            Matcher matcher = PARAMETER.matcher(line);
            if (!matcher.matches() || !set.add(matcher.group(2) + matcher.group(3))) {
                throw new IllegalArgumentException("no parameter, or set a second time: " + line);
            }
            boolean host = matcher.group(2).equals("addr");
            if (matcher.group(1).equals("str") != matcher.group(2).endsWith("addr")
                    || Integer.parseInt(matcher.group(3)) > (host ? 3 : 5)) {
                throw new IllegalArgumentException("the type or number is not one that is taken: " + line);
            }
            filters.merge(
                    (host ? "host" : "tuple") + matcher.group(3),
                    parameter(matcher.group(2), matcher.group(4)),
                    Predicate::and);
        }
        return packet -> isIp(packet) && filters.values().stream().anyMatch(filter -> filter.test(packet));
    }

    private static Predicate<PacketHeaders> parameter(String field, String value) {
        if (!field.endsWith("addr") && Integer.parseInt(value) == 0) {
            throw new IllegalArgumentException("a field that is not looked at is not set");
        }
        return switch (field) {
            case "addr" -> host(value);
            case "saddr" -> packet -> address(value, packet.source());
            case "daddr" -> packet -> address(value, packet.destination());
            case "sport" -> packet -> port(value, packet.sourcePort());
            case "dport" -> packet -> port(value, packet.destinationPort());
            default -> packet -> Integer.parseInt(value) == packet.protocol();
        };
    }

    private static Predicate<PacketHeaders> all(Run run, Predicate<PacketHeaders> seen) {
        if (!run.filter().isEmpty()) {
            throw new IllegalArgumentException("everything takes no filter, not " + run.filter());
        }
        return seen;
    }

    private static Predicate<PacketHeaders> oneOf(List<Predicate<PacketHeaders>> filters, int limit) {
        if (filters.isEmpty() || filters.size() > limit) {
            throw new IllegalArgumentException(filters.size() + " filters where 1 to " + limit + " are taken");
        }
        return packet -> isIp(packet) && filters.stream().anyMatch(filter -> filter.test(packet));
    }

    private static Predicate<PacketHeaders> tuple(String text) {
        if (!text.matches("[0-9a-f.:]+,\\d{1,5},[0-9a-f.:]+,\\d{1,5},\\d{1,3}")) {
            throw new IllegalArgumentException("not five fields without blanks: " + text);
        }
        String[] fields = text.split(",");
        int protocol = Integer.parseInt(fields[4]);
        return packet -> address(fields[0], packet.source())
                && port(fields[1], packet.sourcePort())
                && address(fields[2], packet.destination())
                && port(fields[3], packet.destinationPort())
                && (protocol == 0 || protocol == packet.protocol());
    }

    private static boolean address(String wanted, Optional<IpAddress> address) {
        return wanted.equals("0")
                || address.equals(Optional.of(IpAddress.parse(wanted).orElseThrow()));
    }

    private static boolean port(String wanted, int port) {
        return wanted.equals("0") || Integer.parseInt(wanted) == port;
    }

    private static Predicate<PacketHeaders> host(String text) {
        IpAddress wanted = IpAddress.parse(text).orElseThrow();
        return packet -> packet.source().equals(Optional.of(wanted))
                || packet.destination().equals(Optional.of(wanted));
    }

    private static boolean isIp(PacketHeaders packet) {
        return packet.network() == Network.IPV4 || packet.network() == Network.IPV6;
    }
}
