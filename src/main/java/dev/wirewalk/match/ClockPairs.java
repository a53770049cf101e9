package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pairs of two points that bound their clocks' offset, each as a moment of the near clock and a difference of stamps. */
final class ClockPairs {
    private final List<long[]> forward = new ArrayList<>();
    private final List<long[]> back = new ArrayList<>();

    /** @param from nearer to the client */
    ClockPairs(PointTrace from, PointTrace to, Pairing there, Pairing andBack) {
        sure(there, pair -> forward.add(new long[] {pair.sent().nanos(), pair.apparentNanos()}));
        sure(andBack, pair -> back.add(new long[] {pair.seen().nanos(), -pair.apparentNanos()}));
        questions(from, to);
    }

    /** Pairs of whole packets; weaker ones only where there are no others. */
    private static void sure(Pairing pairing, Consumer<Pair> found) {
        boolean certain = pairing.pairs().stream().anyMatch(pair -> certain(pair) && whole(pair));
        for (Pair pair : pairing.pairs()) {
            boolean sure = certain ? certain(pair) : pair.quality() != PairQuality.AMBIGUOUS;
            if (sure && whole(pair)) {
                found.accept(pair);
            }
        }
    }

    private static boolean certain(Pair pair) {
        return pair.quality() != PairQuality.AMBIGUOUS && pair.quality() != PairQuality.PROBABLE;
    }

    /** What was cut or joined has no time of its own. */
    private static boolean whole(Pair pair) {
        return pair.sent().nanos() != Frame.NO_TIME
                && pair.seen().nanos() != Frame.NO_TIME
                && pair.sent().payloadLength() == pair.seen().payloadLength();
    }

    /** Who asked first is not known from two files; but a question and its answer travel in opposite ways. */
    private void questions(PointTrace from, PointTrace to) {
        Map<NthMessage, NeighbourMessage> there = NthMessage.of(to);
        NthMessage.of(from).forEach((message, here) -> {
            NeighbourMessage seen = there.get(message);
            if (seen != null && here.nanos() != Frame.NO_TIME && seen.nanos() != Frame.NO_TIME) {
                boolean clientAsks = from.flow()
                        .filter(key -> key.client().equals(message.sender()))
                        .isPresent();
                boolean serverAsks = to.flow()
                        .filter(key -> key.server().equals(message.sender()))
                        .isPresent();
                if (clientAsks && message.request()) {
                    forward.add(new long[] {here.nanos(), seen.nanos() - here.nanos()});
                } else if (serverAsks) {
                    back.add(new long[] {here.nanos(), seen.nanos() - here.nanos()});
                }
            }
        });
    }

    long[][] forward() {
        return sorted(forward);
    }

    long[][] back() {
        return sorted(back);
    }

    private static long[][] sorted(List<long[]> pairs) {
        long[][] sorted = pairs.toArray(long[][]::new);
        Arrays.sort(sorted, Comparator.comparingLong(pair -> pair[0]));
        return sorted;
    }
}
