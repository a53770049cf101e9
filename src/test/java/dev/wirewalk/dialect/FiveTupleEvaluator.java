package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides packets by Check Point's simple filters as the manual reads them: five fields AND-ed, 0 for any, one direction;
 * hosts in either direction; filters OR-ed.
 */
final class FiveTupleEvaluator {
    private FiveTupleEvaluator() {}

    static Predicate<PacketHeaders> read(Run run) {
        return switch (run.form()) {
            case "everything" -> all(run, packet -> isIp(packet));
            case "everything6" -> all(run, packet -> packet.network() == Network.IPV6);
            case "tuples" ->
                oneOf(run.filter().stream().map(FiveTupleEvaluator::tuple).toList(), 5);
            case "tuple6" -> {
                if (run.filter().stream().anyMatch(text -> text.startsWith("0,") || text.matches(".*,.*,0,.*,.*"))) {
                    throw new IllegalArgumentException("a 0 for any IPv6 address is not documented: " + run);
                }
                yield oneOf(run.filter().stream().map(FiveTupleEvaluator::tuple).toList(), 5);
            }
            case "hosts" ->
                oneOf(run.filter().stream().map(FiveTupleEvaluator::host).toList(), 3);
            default -> throw new IllegalArgumentException("no form " + run.form());
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
