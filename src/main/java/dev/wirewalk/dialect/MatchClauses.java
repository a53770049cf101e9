package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Match clauses of the ASA, which select the replies as well and cannot be told not to: entries can be written as clauses only when
 * they hold the mirror image of each.
 */
final class MatchClauses {
    private MatchClauses() {}

    /** At most {@code limit} clauses that select what the entries permit together; empty when there are no such clauses. */
    static Optional<List<AccessEntry>> of(List<AccessEntry> entries, AccessRelease release, int limit) {
        if (!entries.stream().allMatch(entry -> sayable(entry, release))) {
            return Optional.empty();
        }
        List<AccessEntry> left = new ArrayList<>(entries);
        List<AccessEntry> clauses = new ArrayList<>();
        while (!left.isEmpty()) {
            AccessEntry clause = left.getFirst();
            AccessEntry replies = clause.mirrored();
            if (clauses.size() == limit || entries.stream().noneMatch(entry -> entry.covers(replies))) {
                return Optional.empty();
            }
            clauses.add(clause);
            left.removeIf(entry -> clause.covers(entry) || replies.covers(entry));
        }
        return Optional.of(clauses);
    }

    private static boolean sayable(AccessEntry entry, AccessRelease release) {
        return entry.permit()
                && entry.icmpType().isEmpty()
                && !(entry.hasPorts() && entry.isSctp())
                && (entry.isOf(IpVersion.V4) || release.bothFamiliesInMatch());
    }
}
