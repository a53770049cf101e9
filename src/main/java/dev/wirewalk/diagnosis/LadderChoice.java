package dev.wirewalk.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses the rows of a long flow that tell most: its beginning, what went wrong and the neighbourhood of that, its end. */
final class LadderChoice {
    /** More rows than this nobody reads. */
    static final int ROWS = 120;

    /** So many packets are left when each has a gap beside it. */
    private static final int LEAST = ROWS / 2 - 1;

    /** Rows before and after one that went wrong. */
    private static final int NEIGHBOURHOOD = 2;

    private static final int BEGINNING = 12;
    private static final int END = 6;

    private final Set<Evidence> evidence;

    LadderChoice(Set<Evidence> evidence) {
        this.evidence = evidence;
    }

    List<Ladder.Row> of(List<Ladder.Packet> packets) {
        if (packets.size() <= ROWS) {
            return List.copyOf(packets);
        }
        int[] weights = new int[packets.size()];
        for (int i = 0; i < weights.length; i++) {
            int weight = weight(packets.get(i));
            int nearness = weight >= 80 ? NEIGHBOURHOOD : 0;
            for (int j = Math.max(0, i - nearness); j <= Math.min(weights.length - 1, i + nearness); j++) {
                weights[j] = Math.max(weights[j], i == j ? weight : 30);
            }
            boolean outer = i < BEGINNING || i >= weights.length - END;
            weights[i] = Math.max(weights[i], outer ? 50 : 0);
        }
        List<Integer> order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -weights[i]).thenComparing(i -> i))
                .limit(ROWS)
                .toList();
        List<Ladder.Row> rows = List.of();
        for (int kept = ROWS; kept >= LEAST && (rows.isEmpty() || rows.size() > ROWS); kept--) {
            boolean[] chosen = new boolean[packets.size()];
            order.subList(0, kept).forEach(i -> chosen[i] = true);
            rows = withGaps(packets, chosen);
        }
        return rows;
    }

    private int weight(Ladder.Packet packet) {
        boolean needed = packet.sightings().stream()
                .anyMatch(seen -> evidence.contains(new Evidence(seen.file(), seen.frame())));
        if (needed) {
            return 100;
        }
        int ending = switch (packet.ending()) {
            case LOST -> 90;
            case UNKNOWN -> 40;
            case ARRIVED, UNWATCHED -> 0;
        };
        int kind = switch (packet.kind()) {
            case OPENING, RESET, ERROR -> 80;
            case END, NEIGHBOUR -> 60;
            case DATA, REQUEST, REPLY -> 10;
            case ACKNOWLEDGEMENT -> 5;
        };
        return Math.max(ending, kind);
    }

    private static List<Ladder.Row> withGaps(List<Ladder.Packet> packets, boolean[] chosen) {
        List<Ladder.Row> rows = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (!chosen[i]) {
                left++;
                continue;
            }
            if (left > 0) {
                rows.add(new Ladder.Gap(left));
                left = 0;
            }
            rows.add(packets.get(i));
        }
        if (left > 0) {
            rows.add(new Ladder.Gap(left));
        }
        return rows;
    }
}
