package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Observation;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packets that were sent before: a reader looks for them. */
final class Repetitions {
    private final Set<Observation> repeated;

    private record Sent(long sequence, int flags, int length, long digest, int fragment) {}

    Repetitions(Map<Direction, List<Journey>> journeys) {
        repeated = Collections.newSetFromMap(new IdentityHashMap<>());
        journeys.values().forEach(this::learn);
    }

    private void learn(List<Journey> journeys) {
        Set<Sent> before = HashSet.newHashSet(journeys.size());
        for (Journey journey : journeys) {
            Observation packet = journey.first().seen();
            boolean tells = packet.payloadLength() > 0 || packet.syn() || packet.synAck();
            Sent sent = new Sent(
                    packet.sequence(),
                    packet.flags(),
                    packet.payloadLength(),
                    packet.digest(),
                    packet.fragmentOffset());
            if (tells && !before.add(sent)) {
                repeated.add(packet);
            }
        }
    }

    boolean repeats(Journey journey) {
        return repeated.contains(journey.first().seen());
    }
}
