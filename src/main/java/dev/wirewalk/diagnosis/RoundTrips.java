package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.FlowProtocol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The time from a packet to its answer, at each point by itself. */
final class RoundTrips {
    /** An open question beyond these was never answered; they are not kept for ever. */
    private static final int OPEN = 4096;

    private final Scene scene;

    RoundTrips(Scene scene) {
        this.scene = scene;
    }

    List<Delays.RoundTrip> list() {
        List<Delays.RoundTrip> trips = new ArrayList<>();
        for (PointTrace point : scene.points()) {
            for (Direction direction : Direction.values()) {
                boolean asks = scene.tcp() || direction == Direction.FORWARD;
                Samples samples = asks ? samples(point, direction) : new Samples();
                if (samples.timed() > 0) {
                    trips.add(new Delays.RoundTrip(
                            point.name(), direction, samples.timed(), samples.figures(samples.begin(0))));
                }
            }
        }
        return trips;
    }

    private Samples samples(PointTrace point, Direction direction) {
        Samples samples = new Samples();
        Deque<Observation> open = new ArrayDeque<>();
        long highest = Long.MIN_VALUE;
        for (Observation packet : point.packets()) {
            if (packet.nanos() == Frame.NO_TIME || packet.fragmentOffset() > 0) {
                continue;
            }
            if (packet.direction() != direction) {
                answer(open, packet, samples);
            } else if (!scene.tcp()) {
                ask(open, packet);
            } else if (packet.payloadLength() > 0 || packet.has(TcpView.SYN)) {
                long end = packet.sequenceEnd();
                boolean fresh = highest == Long.MIN_VALUE || (int) (end - highest) > 0;
                if (fresh) {
                    highest = end;
                    ask(open, packet);
                } else {
                    open.removeIf(earlier -> (int) (earlier.sequenceEnd() - packet.sequence()) > 0);
                }
            }
        }
        return samples;
    }

    private static void ask(Deque<Observation> open, Observation packet) {
        open.addLast(packet);
        if (open.size() > OPEN) {
            open.removeFirst();
        }
    }

    private void answer(Deque<Observation> open, Observation answer, Samples samples) {
        if (!scene.tcp()) {
            boolean ping = scene.protocol() == FlowProtocol.ICMP;
            while (!open.isEmpty() && ping && open.getFirst().sequence() != answer.sequence()) {
                open.removeFirst();
            }
            if (!open.isEmpty()) {
                Observation asked = open.removeFirst();
                samples.add(asked.nanos(), answer.nanos());
            }
            return;
        }
        Optional<Observation> last = Optional.empty();
        while (answer.has(TcpView.ACK)
                && !open.isEmpty()
                && (int) (answer.acknowledgement() - open.getFirst().sequenceEnd()) >= 0) {
            last = Optional.of(open.removeFirst());
        }
        // One acknowledgement of many segments waited for the first ones; the last one tells the way there and back.
        last.ifPresent(asked -> samples.add(asked.nanos(), answer.nanos()));
    }
}
