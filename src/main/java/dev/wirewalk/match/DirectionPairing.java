package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs the packets of one direction at two points: with the strongest key first, each key for what the stronger ones left. The
 * n-th copy is paired with the n-th; where the numbers of copies differ, the IP identification, the timestamp or the time tells
 * which is missing, else the pairs are ambiguous.
 */
final class DirectionPairing {
    /** One packet in ten may have got another identification by chance or by a wrap; more, and a box rewrites it. */
    private static final int KEPT_OF_TEN = 9;

    private static final int NONE = -1;

    private final Observation[] near;
    private final Observation[] far;
    private final boolean translated;
    private final int[] farOf;
    private final boolean[] farTaken;
    private final PairIndices pairs;
    private boolean identificationKept;
    private TravelTimes times = new TravelTimes(new long[0], new long[0]);

    /** @param translated whether addresses or sequence numbers had to be mapped to compare the two points */
    DirectionPairing(List<Observation> near, List<Observation> far, boolean translated) {
        this.near = near.toArray(Observation[]::new);
        this.far = far.toArray(Observation[]::new);
        this.translated = translated;
        this.farOf = new int[near.size()];
        Arrays.fill(farOf, NONE);
        this.farTaken = new boolean[far.size()];
        this.pairs = new PairIndices(Math.min(near.size(), far.size()));
    }

    /** By each key in the order of the near point; where several make one, in the order of the far point. */
    PairIndices pairs() {
        learn();
        for (PacketKey key : List.of(PacketKey.ALL_AND_IDENTIFICATION, PacketKey.ALL, PacketKey.SEQUENCE_AND_LENGTH)) {
            byKey(key);
        }
        parts(PacketKey.FRAGMENT);
        parts(PacketKey.RANGE);
        byKey(PacketKey.IDENTIFICATION_AND_LENGTH);
        byOrder();
        return pairs;
    }

    int[] onlyNear() {
        return IntStream.range(0, near.length).filter(i -> farOf[i] == NONE).toArray();
    }

    int[] onlyFar() {
        return IntStream.range(0, far.length).filter(i -> !farTaken[i]).toArray();
    }

    /** From packets that both points show exactly once: how long they travel, and whether their identification survives. */
    private void learn() {
        long[] moments = new long[Math.min(near.length, far.length)];
        long[] apparent = new long[moments.length];
        int[] count = new int[3];
        groups(PacketKey.ALL).forEach((here, there) -> {
            if (here.length == 1 && there.length == 1) {
                Observation sent = near[here[0]];
                Observation seen = far[there[0]];
                if (sent.nanos() != Frame.NO_TIME && seen.nanos() != Frame.NO_TIME) {
                    moments[count[0]] = sent.nanos();
                    apparent[count[0]++] = seen.nanos() - sent.nanos();
                }
                if (sent.identification() > 0 && seen.identification() > 0) {
                    count[sent.identification() == seen.identification() ? 1 : 2]++;
                }
            }
        });
        times = new TravelTimes(Arrays.copyOf(moments, count[0]), Arrays.copyOf(apparent, count[0]));
        identificationKept = count[1] > 0 && count[1] * 10L >= (count[1] + count[2]) * (long) KEPT_OF_TEN;
    }

    private KeyGroups groups(PacketKey key) {
        int open = 0;
        for (int i = 0; i < near.length; i++) {
            open += farOf[i] == NONE && key.suits(near[i]) ? 1 : 0;
        }
        KeyGroups groups = new KeyGroups(open, near.length, far.length);
        for (int i = 0; open > 0 && i < near.length; i++) {
            if (farOf[i] == NONE && key.suits(near[i])) {
                groups.addNear(i, key.of(near[i]));
            }
        }
        for (int i = 0; open > 0 && i < far.length; i++) {
            if (!farTaken[i] && key.suits(far[i])) {
                groups.addFar(i, key.of(far[i]));
            }
        }
        return groups;
    }

    private void byKey(PacketKey key) {
        groups(key).forEach((here, there) -> {
            if (here.length == there.length) {
                copies(key, here, there);
            } else {
                new CopyChoice(near, far, times, this::contradicts)
                        .choose(
                                here,
                                there,
                                (i, j, told) -> pair(i, j, told ? sure(key, near[i]) : PairQuality.AMBIGUOUS, key));
            }
        });
    }

    private void copies(PacketKey key, int[] here, int[] there) {
        boolean identified = key == PacketKey.ALL_AND_IDENTIFICATION;
        boolean single = here.length == 1 && key != PacketKey.SEQUENCE_AND_LENGTH;
        boolean doubtful = !identified && crossed(here, there);
        for (int i = 0; i < here.length; i++) {
            Observation sent = near[here[i]];
            Observation seen = far[there[i]];
            long deviation = !identified && times.known() ? times.deviation(sent, seen) : 0;
            // As many copies by chance: one was lost here, and another was doubled there.
            boolean another = !identified && !single && deviation > TravelTimes.LONGEST_NANOS;
            if (!contradicts(sent, seen) && !another) {
                boolean told =
                        identified || deviation <= (single ? TravelTimes.LONGEST_NANOS : TravelTimes.JITTER_NANOS);
                PairQuality quality = told ? sure(key, sent) : PairQuality.PROBABLE;
                pair(here[i], there[i], doubtful ? PairQuality.AMBIGUOUS : quality, key);
            }
        }
    }

    /** Whether for any of the copies the one before or after it would have come at a more usual time. */
    private boolean crossed(int[] here, int[] there) {
        for (int i = 0; times.known() && i < here.length; i++) {
            Observation seen = far[there[i]];
            long deviation = times.deviation(near[here[i]], seen);
            boolean before = i > 0 && times.deviation(near[here[i - 1]], seen) < deviation;
            boolean after = i + 1 < here.length && times.deviation(near[here[i + 1]], seen) < deviation;
            if (before || after) {
                return true;
            }
        }
        return false;
    }

    /** Where the path keeps identifications, another one means another packet: a repetition. */
    private boolean contradicts(Observation sent, Observation seen) {
        return identificationKept
                && sent.identification() > 0
                && seen.identification() > 0
                && sent.identification() != seen.identification();
    }

    private boolean differ(Observation sent, Observation seen) {
        return contradicts(sent, seen) || (sent.digest() != 0 && seen.digest() != 0);
    }

    private PairQuality sure(PacketKey key, Observation packet) {
        return switch (key) {
            case ALL -> !packet.telling() ? PairQuality.PROBABLE : translated ? PairQuality.DERIVED : PairQuality.EXACT;
            case ALL_AND_IDENTIFICATION, RANGE, FRAGMENT -> translated ? PairQuality.DERIVED : PairQuality.EXACT;
            case SEQUENCE_AND_LENGTH, IDENTIFICATION_AND_LENGTH, ORDER -> PairQuality.PROBABLE;
        };
    }

    private void pair(int i, int j, PairQuality quality, PacketKey key) {
        farOf[i] = j;
        farTaken[j] = true;
        pairs.add(i, j, quality, key);
    }

    /** What is cut differently at the two points: bytes of a stream, or fragments of one IP packet. */
    private void parts(PacketKey key) {
        Parts parts = key == PacketKey.FRAGMENT
                ? new FragmentParts(near, far, times, index -> farOf[index] == NONE, index -> !farTaken[index])
                : new StreamParts(near, far, times, index -> farOf[index] == NONE, index -> !farTaken[index]);
        parts.forEach((i, j) -> pair(i, j, sure(key, near[i]), key));
    }

    /** The last resort, for texts that tell neither numbers nor payload: alike, and at the expected time, with no other near. */
    private void byOrder() {
        if (!times.known()) {
            return;
        }
        groups(PacketKey.ORDER)
                .forEach((here, there) -> new CopyChoice(near, far, times, this::differ)
                        .choose(here, there, (i, j, told) -> {
                            if (told) {
                                pair(i, j, PairQuality.PROBABLE, PacketKey.ORDER);
                            }
                        }));
    }
}
