package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What boxes do to the connection beside carrying it and translating its addresses: answer in the server's name, end it,
 * renumber it, change what its ends agree upon. None of that is a fault, and each explains what looks odd in the captures.
 */
final class Interventions {
    private final FlowTrace trace;

    Interventions(FlowTrace trace) {
        this.trace = trace;
    }

    /** In path order, a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        OwnConnection.of(trace).ifPresent(proxy -> notes.add(proxy.words()));
        List<PointTrace> seen = trace.points().stream()
                .filter(point -> !point.packets().isEmpty())
                .toList();
        for (int i = 0; i + 1 < seen.size(); i++) {
            PointTrace near = seen.get(i);
            PointTrace far = seen.get(i + 1);
            if (AnsweredForServer.opensLater(near, far)) {
                notes.add(near.device() + " answers the SYN in the server's name and opens the connection to the server"
                        + " only when the client has confirmed its own (a SYN proxy): the SYN/ACK at " + near.name()
                        + " says nothing of the server.");
            }
            renumbering(near, far, notes);
            segmentSize(near, far, notes);
        }
        return notes;
    }

    private static void renumbering(PointTrace near, PointTrace far, List<String> notes) {
        List<String> shifts = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            boolean forward = direction == Direction.FORWARD;
            long towardsServer = far.shift(direction) - near.shift(direction);
            long added = (forward ? towardsServer : -towardsServer) & 0xFFFF_FFFFL;
            if (added != 0) {
                shifts.add(added + (forward ? " is added to the client's" : " is added to the server's"));
            }
        }
        if (!shifts.isEmpty()) {
            notes.add(between(near, far) + " the TCP sequence numbers are changed: "
                    + String.join(", ", shifts)
                    + " (modulo 2^32). The walk compares the numbers without it.");
        }
    }

    private static void segmentSize(PointTrace near, PointTrace far, List<String> notes) {
        for (Direction direction : Direction.values()) {
            OptionalInt here = announced(near, direction);
            OptionalInt there = announced(far, direction);
            if (here.isPresent() && there.isPresent() && here.getAsInt() != there.getAsInt()) {
                boolean forward = direction == Direction.FORWARD;
                notes.add(between(near, far) + " the " + (forward ? "client" : "server")
                        + "'s announced segment size (MSS) is changed from "
                        + (forward ? here : there).getAsInt() + " to " + (forward ? there : here).getAsInt()
                        + ": segments of the other end are cut to that size.");
            }
        }
    }

    /** Of the direction's first SYN or SYN/ACK; empty when it tells none, or a text leaves it out. */
    private static OptionalInt announced(PointTrace point, Direction direction) {
        return point.packets(direction).stream()
                .filter(packet -> packet.syn() || packet.synAck())
                .mapToInt(Observation::maximumSegment)
                .filter(size -> size > 0)
                .findFirst();
    }

    private static String between(PointTrace near, PointTrace far) {
        return near.device().equals(far.device())
                ? "Inside " + near.device()
                : "Between " + near.name() + " and " + far.name();
    }
}
