package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journeys;
import dev.wirewalk.match.KeyNumbers;
import dev.wirewalk.match.Observation;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Packets that were sent before: a reader looks for them. */
final class Repetitions {
    private final Map<Direction, BitSet> repeated = new EnumMap<>(Direction.class);

    Repetitions(Map<Direction, Journeys> journeys) {
        journeys.forEach((direction, found) -> repeated.put(direction, repeated(found)));
    }

    private static BitSet repeated(Journeys journeys) {
        KeyNumbers sent = new KeyNumbers(journeys.size());
        BitSet repeated = new BitSet();
        for (int i = 0; i < journeys.size(); i++) {
            Observation packet = journeys.begin(i);
            if (packet.payloadLength() > 0 || packet.syn() || packet.synAck()) {
                int fresh = sent.size();
                int number = sent.add(KeyNumbers.key(
                        packet.sequence(),
                        packet.flags(),
                        packet.payloadLength(),
                        packet.digest(),
                        packet.fragmentOffset()));
                repeated.set(i, number < fresh);
            }
        }
        return repeated;
    }

    /** @param number of the journey among those of its direction */
    boolean repeats(Direction direction, int number) {
        return Optional.ofNullable(repeated.get(direction)).orElseThrow().get(number);
    }
}
