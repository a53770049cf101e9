package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises a packet that the capture holds twice: a mirror port that copies on the way in and on the way out, or
 * {@code -i any} on a bridge. Such a copy has every number of the first one, the IP identification included, which a sender
 * that repeats a segment counts on.
 */
final class Copies {
    /** A mirror's two copies are as far apart as the box needs to pass the packet on. */
    private static final long MIRROR_NANOS = 50_000_000L;

    /** Without an identification only a copy within this time is one: no sender repeats a segment so soon (RFC 6298, 8985). */
    private static final long BLIND_NANOS = 1_000_000L;

    private record Numbers(
            Direction direction,
            long identification,
            int fragmentOffset,
            long sequence,
            long acknowledgement,
            int flags,
            int window,
            int payloadLength,
            long digest) {}

    private Copies() {}

    static List<Observation> remove(List<Observation> packets) {
        if (!mostAreDoubled(packets) || circling(packets)) {
            return List.copyOf(packets);
        }
        Map<Numbers, Observation> seen = new HashMap<>();
        List<Observation> single = new ArrayList<>();
        for (Observation packet : packets) {
            Observation before = seen.get(numbers(packet));
            if (before == null || !isCopy(before, packet)) {
                single.add(packet);
                seen.put(numbers(packet), packet);
            } else {
                // The next copy is compared with the first one again only after this pair is complete.
                seen.remove(numbers(packet));
            }
        }
        return List.copyOf(single);
    }

    /** The same packet with three different TTLs goes round in a loop; a mirror shows two at most, before and after a box. */
    private static boolean circling(List<Observation> packets) {
        Map<Numbers, Set<Integer>> lives = new HashMap<>();
        packets.forEach(packet -> lives.computeIfAbsent(numbers(packet), unused -> new HashSet<>())
                .add(packet.ttl()));
        return lives.values().stream().anyMatch(ttls -> ttls.size() > 2);
    }

    /** A mirror doubles what it sees; a network that doubles now and then is a fault that must stay visible. */
    private static boolean mostAreDoubled(List<Observation> packets) {
        KeyNumbers keys = new KeyNumbers(packets.size());
        List<Observation> last = new ArrayList<>();
        int doubled = 0;
        for (Observation packet : packets) {
            int key = keys.add(PacketKey.ALL_AND_IDENTIFICATION.of(packet));
            if (key == last.size()) {
                last.add(packet);
            } else {
                doubled += isCopy(last.set(key, packet), packet) ? 1 : 0;
            }
        }
        return doubled * 10L >= packets.size() * 4L && doubled > 0;
    }

    private static boolean isCopy(Observation before, Observation packet) {
        long apart = packet.nanos() - before.nanos();
        return apart <= (packet.identification() > 0 ? MIRROR_NANOS : BLIND_NANOS);
    }

    private static Numbers numbers(Observation packet) {
        return new Numbers(
                packet.direction(),
                packet.identification(),
                packet.fragmentOffset(),
                packet.sequence(),
                packet.acknowledgement(),
                packet.flags(),
                packet.window(),
                packet.payloadLength(),
                packet.digest());
    }
}
