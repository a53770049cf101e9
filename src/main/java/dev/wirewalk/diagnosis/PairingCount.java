package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How surely the packets of two neighbouring captured points were found to be the same; both points in forward order.
 *
 * @param exact pairs of which every number agrees
 * @param derived likewise through a learnt translation of addresses or shift of sequence numbers
 * @param probable pairs by a weaker key, or the most likely of several
 * @param ambiguous pairs that could as well be others; they never support a No
 * @param onlySent packets that the later point of this direction does not show
 * @param onlySeen packets that the earlier point of this direction does not show
 * @param keys what told that they are the same, and how many pairs each key made
 */
public record PairingCount(
        String from,
        String to,
        Direction direction,
        int exact,
        int derived,
        int probable,
        int ambiguous,
        int onlySent,
        int onlySeen,
        Map<String, Integer> keys) {
    public PairingCount {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }
}
