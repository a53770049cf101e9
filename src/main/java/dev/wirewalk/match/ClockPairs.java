package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The pairs of two points that bound their clocks' offset, each as a moment of the near clock and a difference of stamps. */
final class ClockPairs {
    private final List<long[]> forward = new ArrayList<>();
    private final List<long[]> back = new ArrayList<>();

    /** @param from nearer to the client */
    ClockPairs(PointTrace from, PointTrace to, Pairing there, Pairing andBack) {
        sure(there).forEach(pair -> forward.add(new long[] {pair.sent().nanos(), pair.apparentNanos()}));
        sure(andBack).forEach(pair -> back.add(new long[] {pair.seen().nanos(), -pair.apparentNanos()}));
        questions(from, to);
    }

    /** Pairs of whole packets; weaker ones only where there are no others. What was cut or joined has no time of its own. */
    private static List<Pair> sure(Pairing pairing) {
        List<Pair> whole = pairing.pairs().stream()
                .filter(pair -> pair.quality() != PairQuality.AMBIGUOUS)
                .filter(pair ->
                        pair.sent().nanos() != Frame.NO_TIME && pair.seen().nanos() != Frame.NO_TIME)
                .filter(pair -> pair.sent().payloadLength() == pair.seen().payloadLength())
                .toList();
        List<Pair> certain = whole.stream()
                .filter(pair -> pair.quality() != PairQuality.PROBABLE)
                .toList();
        return certain.isEmpty() ? whole : certain;
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
