package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.KeyNumbers;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Packets come out twice between two points. A copy made by the network has the IP identification of the first one; a sender's
 * repetition has another, so only packets that carry an identification are counted.
 */
final class Duplication implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        for (Direction direction : Direction.values()) {
            List<PointTrace> way =
                    scene.way(direction).stream().filter(PointTrace::captured).toList();
            for (int i = 0; i + 1 < way.size(); i++) {
                List<Observation> doubled = doubled(way.get(i + 1), direction);
                if (!doubled.isEmpty()
                        && doubled(way.get(i), direction).isEmpty()
                        && !way.get(i).packets(direction).isEmpty()) {
                    return Optional.of(finding(direction, way.get(i), way.get(i + 1), doubled));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Observation> doubled(PointTrace point, Direction direction) {
        List<Observation> packets = point.packets(direction);
        KeyNumbers seen = new KeyNumbers(packets.size());
        List<Observation> doubled = new ArrayList<>();
        for (Observation packet : packets) {
            if (packet.identification() <= 0 || packet.fragmentOffset() > 0) {
                continue;
            }
            int fresh = seen.size();
            int number = seen.add(KeyNumbers.key(
                    packet.identification(),
                    packet.sequence(),
                    packet.acknowledgement(),
                    packet.flags(),
                    packet.payloadLength(),
                    packet.digest()));
            if (number < fresh) {
                doubled.add(packet);
            }
        }
        return doubled;
    }

    private static Finding finding(Direction direction, PointTrace near, PointTrace far, List<Observation> doubled) {
        Place place = Place.passing(direction, near, far);
        return Finding.of(
                Outcome.DEGRADED,
                place,
                direction,
                Stage.DATA,
                Cause.DUPLICATION,
                Evidence.of(doubled),
                doubled.size() + " packets come out twice " + place.words() + ".");
    }
}
