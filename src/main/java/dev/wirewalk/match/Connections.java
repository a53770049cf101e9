package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * Ports are used again: each SYN with a new sequence number begins another connection. The one that fares worst is followed,
 * the first of them when several do.
 */
final class Connections {
    private static final long REMEMBERED_NANOS = 240_000_000_000L;

    private static final int NONE = -1;

    private final List<PointTrace> traces;
    private final int count;

    /** For each trace, the connection that each packet belongs to. */
    private final List<int[]> belonging = new ArrayList<>();

    private final int chosen;

    Connections(List<PointTrace> traces) {
        this.traces = traces;
        Map<Long, Long> begun = new LinkedHashMap<>();
        for (PointTrace trace : traces) {
            for (Observation packet : trace.signals(Direction.FORWARD)) {
                if (opens(packet)) {
                    begun.merge(packet.sequence(), packet.nanos(), Math::min);
                }
            }
        }
        Map<Long, Integer> openings = new HashMap<>();
        begun.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> openings.put(entry.getKey(), openings.size()));
        count = openings.size();
        if (count > 1) {
            traces.forEach(trace -> belonging.add(belonging(trace, openings)));
        }
        chosen = count > 1 ? worst() : 0;
    }

    /** A SYN of the client; one whose number a text leaves out could be any connection's. */
    private static boolean opens(Observation packet) {
        return packet.syn() && packet.direction() == Direction.FORWARD && packet.sequence() >= 0;
    }

    /** Each connection lasts until another one's first SYN; what comes before any SYN is of the first. */
    private static int[] belonging(PointTrace trace, Map<Long, Integer> openings) {
        int[] belonging = new int[trace.packets().size()];
        int current = 0;
        for (int i = 0; i < belonging.length; i++) {
            Observation packet = trace.packets().get(i);
            current = opens(packet) ? openings.getOrDefault(packet.sequence(), 0) : current;
            belonging[i] = current;
        }
        return belonging;
    }

    /** How many connections with these ports went before of which a host or a box may still remember something. */
    int earlier() {
        if (chosen == 0) {
            return 0;
        }
        Map<Direction, BitSet> closed = new EnumMap<>(Direction.class);
        Arrays.stream(Direction.values()).forEach(direction -> closed.put(direction, new BitSet()));
        forEach((packet, connection) -> closed.forEach((direction, ended) -> {
            if (packet.reset() || (packet.fin() && packet.direction() == direction)) {
                ended.set(connection);
            }
        }));
        long[] pauses = pauses();
        BitSet forgotten = new BitSet();
        forgotten.set(0, chosen);
        closed.values().forEach(forgotten::and);
        return chosen
                - (int) forgotten.stream()
                        .filter(before -> pauses[before] != Long.MAX_VALUE && pauses[before] > REMEMBERED_NANOS)
                        .count();
    }

    /**
     * How long ago each earlier connection ended when the chosen one began, in nanoseconds, where it is least; {@link Long#MAX_VALUE}
     * when no point tells. By the clock of one point: clocks of two may be apart, and many texts print no times.
     */
    private long[] pauses() {
        long[] pauses = new long[chosen];
        Arrays.fill(pauses, Long.MAX_VALUE);
        for (int i = 0; i < traces.size(); i++) {
            List<Observation> packets = traces.get(i).packets();
            int[] last = new int[count];
            Arrays.fill(last, NONE);
            int first = NONE;
            for (int j = 0; j < packets.size(); j++) {
                last[belonging.get(i)[j]] = j;
                first = first == NONE && belonging.get(i)[j] == chosen ? j : first;
            }
            for (int before = 0; before < chosen; before++) {
                if (first != NONE && last[before] != NONE) {
                    pauses[before] = Math.min(pauses[before], pause(packets.get(last[before]), packets.get(first)));
                }
            }
        }
        return pauses;
    }

    private static long pause(Observation last, Observation first) {
        boolean timed = last.nanos() != Frame.NO_TIME && first.nanos() != Frame.NO_TIME;
        return timed ? first.nanos() - last.nanos() : Long.MAX_VALUE;
    }

    List<PointTrace> chosen() {
        if (count < 2) {
            return traces;
        }
        return IntStream.range(0, traces.size())
                .mapToObj(i -> traces.get(i).with(part(i)))
                .toList();
    }

    private List<Observation> part(int trace) {
        List<Observation> packets = traces.get(trace).packets();
        return IntStream.range(0, packets.size())
                .filter(i -> belonging.get(trace)[i] == chosen)
                .mapToObj(packets::get)
                .toList();
    }

    /** The first of those that are not answered; else of those without data from the server, else the first of all. */
    private int worst() {
        BitSet answered = new BitSet();
        BitSet dataBack = new BitSet();
        forEach((packet, connection) -> {
            if (packet.synAck()) {
                answered.set(connection);
            }
            if (packet.direction() == Direction.RETURN && packet.payloadLength() > 0) {
                dataBack.set(connection);
            }
        });
        int unanswered = answered.nextClearBit(0);
        int wordless = dataBack.nextClearBit(0);
        return unanswered < count ? unanswered : wordless < count ? wordless : 0;
    }

    private void forEach(ObjIntConsumer<Observation> visitor) {
        for (int i = 0; i < traces.size(); i++) {
            for (int j = 0; j < belonging.get(i).length; j++) {
                visitor.accept(traces.get(i).packets().get(j), belonging.get(i)[j]);
            }
        }
    }
}
