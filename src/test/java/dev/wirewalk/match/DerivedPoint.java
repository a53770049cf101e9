package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes what a second point sees from what a first one saw, and knows which packet came of which: some are lost, held back, doubled,
 * cut, joined or fragmented on the way, the numbers are shifted, and the second clock is ahead and drifts.
 */
final class DerivedPoint {
    private static final long BASE_DELAY = 300_000;
    private static final double MEAN_QUEUE = 200_000;

    private final Random random;
    private final List<Observation> seen = new ArrayList<>();
    /** By the number of a frame at the second point: the frames at the first one that it came of. */
    private final Map<Long, Set<Long>> origins = new HashMap<>();

    private long frame;
    double loss = 0.01;
    double reordered = 0.01;
    double doubled = 0.005;
    double cut;
    double joined;
    double fragmented;
    long offset;
    double drift;
    long shift;
    boolean identified = true;

    DerivedPoint(Random random) {
        this.random = random;
    }

    DerivedPoint of(List<Observation> sent) {
        for (int i = 0; i < sent.size(); i++) {
            Observation packet = sent.get(i);
            long at = packet.nanos() + BASE_DELAY + (long) (-Math.log(1 - random.nextDouble()) * MEAN_QUEUE);
            at += random.nextDouble() < reordered ? 2_000_000 : 0;
            boolean joins = random.nextDouble() < joined && i + 1 < sent.size() && follows(packet, sent.get(i + 1));
            if (random.nextDouble() < loss) {
                continue;
            }
            if (joins) {
                Observation next = sent.get(++i);
                arrive(
                        copy(packet, at, packet.sequence(), packet.payloadLength() + next.payloadLength(), 0, false),
                        Set.of(packet.frame(), next.frame()));
            } else if (packet.flags() != 0 && packet.payloadLength() > 1 && random.nextDouble() < cut) {
                int half = 1 + random.nextInt(packet.payloadLength() - 1);
                arrive(copy(packet, at, packet.sequence(), half, 0, false), Set.of(packet.frame()));
                arrive(
                        copy(packet, at + 1000, packet.sequence() + half, packet.payloadLength() - half, 0, false),
                        Set.of(packet.frame()));
            } else if (packet.flags() == 0 && packet.ipLength() > 500 && random.nextDouble() < fragmented) {
                arrive(fragment(packet, at, 0, 400, true), Set.of(packet.frame()));
                arrive(fragment(packet, at + 1000, 400, packet.ipLength() - 420, false), Set.of(packet.frame()));
            } else {
                arrive(copy(packet, at, packet.sequence(), packet.payloadLength(), 0, false), Set.of(packet.frame()));
                if (random.nextDouble() < doubled) {
                    arrive(
                            copy(packet, at + 50_000, packet.sequence(), packet.payloadLength(), 0, false),
                            Set.of(packet.frame()));
                }
            }
        }
        seen.sort(Comparator.comparingLong(Observation::nanos));
        return this;
    }

    private static boolean follows(Observation one, Observation next) {
        return one.flags() == next.flags()
                && one.payloadLength() > 0
                && next.payloadLength() > 0
                && next.nanos() - one.nanos() < 1_000_000
                && next.sequence() == (one.sequence() + one.payloadLength() & 0xFFFF_FFFFL);
    }

    private void arrive(Observation packet, Set<Long> origin) {
        seen.add(packet);
        origins.put(packet.frame(), origin);
    }

    private Observation fragment(Observation packet, long at, int from, int length, boolean more) {
        return copy(packet, at, 0, length - (from == 0 ? 8 : 0), from, more);
    }

    private Observation copy(Observation packet, long at, long sequence, int length, int offsetInPacket, boolean more) {
        boolean same = length == packet.payloadLength();
        return new Observation(
                packet.file(),
                ++frame,
                at + offset + Math.round(drift * at),
                packet.direction(),
                -1,
                -1,
                -1,
                packet.ttl() - 1,
                identified ? packet.identification() : 0,
                offsetInPacket > 0 || more
                        ? length + 20 + (more ? 8 : 0)
                        : packet.ipLength() - packet.payloadLength() + length,
                offsetInPacket,
                more,
                packet.flags() == 0 ? packet.sequence() : sequence + shift & 0xFFFF_FFFFL,
                packet.acknowledgement(),
                packet.flags(),
                packet.window(),
                packet.maximumSegment(),
                packet.timestamp(),
                length,
                same ? packet.digest() : packet.digest() + length,
                packet.head(),
                packet.announced());
    }

    List<Observation> seen() {
        return seen;
    }

    /** The share of true pairs among those that are not said to be ambiguous. */
    double precision(Pairing pairing) {
        List<Pair> claimed = pairing.pairs().stream()
                .filter(pair -> pair.quality() != PairQuality.AMBIGUOUS)
                .toList();
        return claimed.stream().filter(this::isTrue).count() / (double) claimed.size();
    }

    private boolean isTrue(Pair pair) {
        return origins.getOrDefault(pair.seen().frame(), Set.of())
                .contains(pair.sent().frame());
    }

    /** The share of the packets that came through that are in a true pair. */
    double recall(Pairing pairing) {
        Set<Long> due = new HashSet<>();
        origins.values().forEach(due::addAll);
        Set<Long> met = new HashSet<>();
        pairing.pairs().stream()
                .filter(this::isTrue)
                .forEach(pair -> met.add(pair.sent().frame()));
        return met.size() / (double) due.size();
    }
}
