package dev.wirewalk.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
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

    /** The weight of a row that an answer rests on; none is above. */
    private static final int NEEDED = 100;

    private LadderChoice() {}

    /**
     * How much a row tells, from 0 to 100.
     *
     * @param needed whether an answer rests on it
     */
    static int weight(Ladder.Kind kind, Ladder.Ending ending, boolean needed) {
        if (needed) {
            return NEEDED;
        }
        int end = switch (ending) {
            case LOST -> 90;
            case UNKNOWN -> 40;
            case ARRIVED, UNWATCHED -> 0;
        };
        int about = switch (kind) {
            case OPENING, RESET, ERROR -> 80;
            case END, NEIGHBOUR -> 60;
            case DATA, REQUEST, REPLY -> 10;
            case ACKNOWLEDGEMENT -> 5;
        };
        return Math.max(end, about);
    }

    /**
     * @param own the rows' weights, in the order of the rows
     * @return indices of the rows to be shown, in order
     */
    static int[] of(int[] own) {
        if (own.length <= ROWS) {
            return IntStream.range(0, own.length).toArray();
        }
        int[] order = heaviest(beside(own));
        int kept = ROWS;
        int[] chosen = first(order, kept);
        while (kept > LEAST && chosen.length + gaps(chosen, own.length) > ROWS) {
            kept--;
            chosen = first(order, kept);
        }
        return chosen;
    }

    /** The weights with those of the neighbourhood and of both ends raised. */
    private static int[] beside(int[] own) {
        int[] weights = new int[own.length];
        for (int i = 0; i < weights.length; i++) {
            int nearness = own[i] >= 80 ? NEIGHBOURHOOD : 0;
            for (int j = Math.max(0, i - nearness); j <= Math.min(weights.length - 1, i + nearness); j++) {
                weights[j] = Math.max(weights[j], i == j ? own[i] : 30);
            }
            boolean outer = i < BEGINNING || i >= weights.length - END;
            weights[i] = Math.max(weights[i], outer ? 50 : 0);
        }
        return weights;
    }

    /** The indices of the heaviest rows, the heaviest first, and of equal ones the earlier. */
    private static int[] heaviest(int[] weights) {
        boolean[] occurs = new boolean[NEEDED + 1];
        for (int weight : weights) {
            occurs[weight] = true;
        }
        int[] order = new int[ROWS];
        int count = 0;
        for (int weight = NEEDED; weight >= 0; weight--) {
            for (int i = 0; occurs[weight] && count < ROWS && i < weights.length; i++) {
                if (weights[i] == weight) {
                    order[count++] = i;
                }
            }
        }
        return order;
    }

    private static int[] first(int[] order, int kept) {
        int[] chosen = Arrays.copyOf(order, kept);
        Arrays.sort(chosen);
        return chosen;
    }

    private static int gaps(int[] chosen, int count) {
        int gaps = 0;
        int next = 0;
        for (int index : chosen) {
            gaps += index > next ? 1 : 0;
            next = index + 1;
        }
        return gaps + (count > next ? 1 : 0);
    }

    /** The chosen rows of so many, and between them how many are left out. */
    static List<Ladder.Row> withGaps(int[] chosen, int count, IntFunction<Ladder.Packet> packet) {
        List<Ladder.Row> rows = new ArrayList<>();
        int next = 0;
        for (int index : chosen) {
            if (index > next) {
                rows.add(new Ladder.Gap(index - next));
            }
            rows.add(packet.apply(index));
            next = index + 1;
        }
        if (count > next) {
            rows.add(new Ladder.Gap(count - next));
        }
        return rows;
    }
}
