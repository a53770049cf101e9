package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Match clauses around what they cannot say exactly, for captures that take no access list: exceptions, ICMP types and ports
 * of SCTP are left out, and clauses are joined until they are few enough.
 */
final class ClauseCover {
    private final int limit;
    private final Gaps gaps;

    ClauseCover(int limit, Gaps gaps) {
        this.limit = limit;
        this.gaps = gaps;
    }

    /** @param entries what is asked for, each entry of one IP family, the first that holds a packet deciding */
    List<AccessEntry> of(List<AccessEntry> entries) {
        List<AccessEntry> asked = entries.stream().filter(AccessEntry::permit).toList();
        List<AccessEntry> sayable =
                pruned(asked.stream().map(ClauseCover::sayable).toList());
        note(asked.size() < entries.size(), "A match clause can only select, not leave out.");
        note(asked.stream().anyMatch(entry -> entry.icmpType().isPresent()), "A match clause takes no ICMP type.");
        note(
                asked.stream().anyMatch(entry -> entry.isSctp() && entry.hasPorts()),
                "A match clause takes no port of SCTP.");
        note(
                asked.stream()
                        .map(AccessEntry::mirrored)
                        .anyMatch(replies -> asked.stream().noneMatch(entry -> entry.covers(replies))),
                "A match clause always selects the replies too.");
        List<AccessEntry> four = of(sayable, IpVersion.V4);
        List<AccessEntry> six = of(sayable, IpVersion.V6);
        note(four.size() + six.size() > limit, "A capture takes at most %d match clauses.".formatted(limit));
        // Clauses of the two families cannot be joined; each family gets what the other leaves, and one at least.
        int forSix = Math.min(six.size(), Math.max(limit / 2, limit - four.size()));
        List<AccessEntry> clauses = new ArrayList<>(within(limit - forSix, four));
        clauses.addAll(within(forSix, six));
        return clauses;
    }

    private void note(boolean lost, String reason) {
        if (lost) {
            gaps.addWhole(reason);
        }
    }

    private static List<AccessEntry> within(int limit, List<AccessEntry> clauses) {
        return clauses.size() <= limit ? clauses : Covering.within(limit, clauses, AccessEntry.everything());
    }

    private static List<AccessEntry> of(List<AccessEntry> entries, IpVersion version) {
        return entries.stream().filter(entry -> entry.isOf(version)).toList();
    }

    private static AccessEntry sayable(AccessEntry entry) {
        AccessEntry plain = entry.withoutIcmp();
        return (plain.isSctp() ? plain.withoutPorts() : plain).oriented();
    }

    /** Without those that another one selects, be it as its replies. */
    private static List<AccessEntry> pruned(List<AccessEntry> entries) {
        List<AccessEntry> kept = new ArrayList<>();
        for (AccessEntry entry : entries) {
            if (kept.stream().noneMatch(one -> one.covers(entry) || one.covers(entry.mirrored()))) {
                kept.removeIf(one -> entry.covers(one) || entry.covers(one.mirrored()));
                kept.add(entry);
            }
        }
        return kept;
    }
}
