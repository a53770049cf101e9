package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fits tuples into what one command of Check Point takes: so many tuples, or so many hosts in either direction. What does not
 * fit is widened with a gap, by whatever loses least.
 */
final class SimpleFitting {
    enum Kind {
        TUPLES,
        HOSTS,
        EVERYTHING;

        /** The name of the form of a run. */
        String form() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param tuples what is selected; for hosts a tuple for each direction, none when everything is selected
     * @param hosts the addresses, when hosts are meant
     */
    record Fitted(Kind kind, List<Tuple> tuples, List<IpAddress> hosts) {
        static final Fitted EVERYTHING = new Fitted(Kind.EVERYTHING, List.of(), List.of());

        private static Fitted tuples(List<Tuple> tuples) {
            return tuples.contains(Tuple.EVERYTHING) ? EVERYTHING : new Fitted(Kind.TUPLES, tuples, List.of());
        }

        static Fitted hosts(List<IpAddress> hosts) {
            return new Fitted(Kind.HOSTS, both(hosts), hosts);
        }

        /** What is written behind {@code -F} or {@code -H}. */
        List<String> pieces() {
            return switch (kind) {
                case TUPLES -> tuples.stream().map(Tuple::text).toList();
                case HOSTS -> hosts.stream().map(IpAddress::toString).toList();
                case EVERYTHING -> List.of();
            };
        }
    }

    private final int tupleLimit;
    private final int hostLimit;
    private final Gaps gaps;

    /** @param tupleLimit how many tuples one command takes; at 0 only hosts are left */
    SimpleFitting(int tupleLimit, int hostLimit, Gaps gaps) {
        this.tupleLimit = tupleLimit;
        this.hostLimit = hostLimit;
        this.gaps = gaps;
    }

    /** @param wanted at least one tuple, none covered by another */
    Fitted fit(List<Tuple> wanted) {
        if (wanted.contains(Tuple.EVERYTHING)) {
            return Fitted.EVERYTHING;
        }
        Optional<List<IpAddress>> hosts = hosts(wanted, hostLimit);
        if (hosts.isPresent() && isExact(hosts.get(), wanted)) {
            return Fitted.hosts(hosts.get());
        }
        return wanted.size() <= tupleLimit ? Fitted.tuples(wanted) : widened(wanted, hosts);
    }

    private Fitted widened(List<Tuple> wanted, Optional<List<IpAddress>> hosts) {
        List<Tuple> tuples = Covering.within(tupleLimit, wanted, Tuple.EVERYTHING);
        String need =
                "The filter needs %d simple filters and the tool takes %d, so ".formatted(wanted.size(), tupleLimit);
        if (hosts.isPresent() && breadth(both(hosts.get())) <= breadth(tuples)) {
            gaps.addWhole(need + "only its addresses are kept.");
            return Fitted.hosts(hosts.get());
        }
        Fitted fitted = Fitted.tuples(tuples);
        gaps.addWhole(need
                + (fitted.kind() == Kind.EVERYTHING
                        ? "nothing is filtered."
                        : "the " + lost(wanted, tuples) + " of some are left out."));
        return fitted;
    }

    /** The kinds of fields that the filters wanted and the wider ones no longer look at. */
    private static String lost(List<Tuple> wanted, List<Tuple> wider) {
        Set<String> lost = new LinkedHashSet<>();
        for (Tuple wide : wider) {
            for (Tuple narrow : wanted.stream().filter(wide::covers).toList()) {
                addIf(lost, "addresses", !narrow.source().equals(wide.source()));
                addIf(lost, "addresses", !narrow.destination().equals(wide.destination()));
                addIf(lost, "ports", narrow.sourcePort() != wide.sourcePort());
                addIf(lost, "ports", narrow.destinationPort() != wide.destinationPort());
                addIf(lost, "protocols", narrow.protocol() != wide.protocol());
            }
        }
        return String.join(" and ", lost);
    }

    private static void addIf(Set<String> words, String word, boolean wanted) {
        if (wanted) {
            words.add(word);
        }
    }

    /** The fewest addresses, found one by one, such that each tuple has one of them; empty when the limit is too small. */
    static Optional<List<IpAddress>> hosts(List<Tuple> tuples, int limit) {
        List<IpAddress> hosts = new ArrayList<>();
        List<Tuple> open = new ArrayList<>(tuples);
        while (!open.isEmpty()) {
            Map<IpAddress, Integer> uses = new LinkedHashMap<>();
            for (Tuple tuple : open) {
                tuple.source().ifPresent(address -> uses.merge(address, 1, Integer::sum));
                tuple.destination().ifPresent(address -> uses.merge(address, 1, Integer::sum));
            }
            if (uses.isEmpty() || hosts.size() == limit) {
                return Optional.empty();
            }
            IpAddress best = Collections.max(uses.entrySet(), Comparator.comparing(Map.Entry::getValue))
                    .getKey();
            hosts.add(best);
            List<Tuple> covered = both(List.of(best));
            open.removeIf(tuple -> covered.stream().anyMatch(one -> one.covers(tuple)));
        }
        return Optional.of(hosts);
    }

    private static List<Tuple> both(List<IpAddress> hosts) {
        return hosts.stream()
                .flatMap(host -> List.of(Tuple.from(host), Tuple.to(host)).stream())
                .toList();
    }

    private static boolean isExact(List<IpAddress> hosts, List<Tuple> wanted) {
        return both(hosts).stream().allMatch(host -> wanted.stream().anyMatch(tuple -> tuple.covers(host)));
    }

    private static double breadth(List<Tuple> tuples) {
        return tuples.stream().mapToDouble(Tuple::breadth).sum();
    }
}
