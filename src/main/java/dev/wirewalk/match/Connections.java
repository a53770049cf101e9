package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ports are used again: each SYN with a new sequence number begins another connection. The one that fares worst is followed,
 * the first of them when several do.
 */
final class Connections {
    private static final long REMEMBERED_NANOS = 240_000_000_000L;

    private final List<PointTrace> traces;
    private final List<Long> openings = new ArrayList<>();
    private int chosen;

    Connections(List<PointTrace> traces) {
        this.traces = traces;
        Map<Long, Long> begun = new LinkedHashMap<>();
        for (PointTrace trace : traces) {
            for (Observation packet : trace.packets()) {
                if (opens(packet)) {
                    begun.merge(packet.sequence(), packet.nanos(), Math::min);
                }
            }
        }
        begun.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> openings.add(entry.getKey()));
        chosen = worst();
    }

    /** A SYN of the client; one whose number a text leaves out could be any connection's. */
    private static boolean opens(Observation packet) {
        return packet.syn() && packet.direction() == Direction.FORWARD && packet.sequence() >= 0;
    }

    /** How many connections with these ports went before of which a host or a box may still remember something. */
    int earlier() {
        return (int)
                IntStream.range(0, chosen).filter(before -> !forgotten(before)).count();
    }

    /** Closed from both ends, or reset, and longer ago than anybody waits for stray packets (RFC 9293 3.4.2: two minutes, twice). */
    private boolean forgotten(int index) {
        Set<Direction> closed = EnumSet.noneOf(Direction.class);
        long pause = Long.MAX_VALUE;
        for (PointTrace trace : traces) {
            List<Observation> before = part(trace, index);
            for (Observation packet : before) {
                if (packet.reset()) {
                    closed.addAll(List.of(Direction.values()));
                } else if (packet.has(TcpView.FIN)) {
                    closed.add(packet.direction());
                }
            }
            pause = Math.min(pause, pause(before, part(trace, chosen)));
        }
        return closed.size() == Direction.values().length && pause != Long.MAX_VALUE && pause > REMEMBERED_NANOS;
    }

    /** By the clock of one point: clocks of two may be apart, and many texts print no times. */
    private static long pause(List<Observation> before, List<Observation> now) {
        boolean timed = !before.isEmpty()
                && !now.isEmpty()
                && before.getLast().nanos() != Frame.NO_TIME
                && now.getFirst().nanos() != Frame.NO_TIME;
        return timed ? now.getFirst().nanos() - before.getLast().nanos() : Long.MAX_VALUE;
    }

    List<PointTrace> chosen() {
        return openings.size() < 2
                ? traces
                : traces.stream().map(trace -> trace.with(part(trace, chosen))).toList();
    }

    private int worst() {
        int worst = 0;
        int most = -1;
        for (int i = 0; i < openings.size(); i++) {
            boolean answered = false;
            boolean dataBack = false;
            for (PointTrace trace : traces) {
                for (Observation packet : part(trace, i)) {
                    answered |= packet.synAck();
                    dataBack |= packet.direction() == Direction.RETURN && packet.payloadLength() > 0;
                }
            }
            int trouble = answered ? dataBack ? 0 : 1 : 2;
            if (trouble > most) {
                most = trouble;
                worst = i;
            }
        }
        return worst;
    }

    /** The packets from this connection's first SYN on, until the next connection's. */
    private List<Observation> part(PointTrace trace, int index) {
        List<Observation> part = new ArrayList<>();
        int current = -1;
        for (Observation packet : trace.packets()) {
            if (opens(packet)) {
                current = openings.indexOf(packet.sequence());
            }
            if (current == index || (current < 0 && index == 0)) {
                part.add(packet);
            }
        }
        return part;
    }
}
