package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long packets took: moments and what came of them, in nanoseconds. Arrays, as a flow may have a million packets. */
final class Samples {
    private static final int COURSE = 500;

    private long[] begins = new long[16];
    private long[] took = new long[16];
    private int timed;
    private int untimed;

    /** Where one of the moments is {@link Frame#NO_TIME}, only the pair counts. */
    void add(long begin, long end) {
        if (begin == Frame.NO_TIME || end == Frame.NO_TIME) {
            untimed++;
            return;
        }
        if (timed == begins.length) {
            begins = Arrays.copyOf(begins, timed * 2);
            took = Arrays.copyOf(took, timed * 2);
        }
        begins[timed] = begin;
        took[timed++] = end - begin;
    }

    int pairs() {
        return timed + untimed;
    }

    int timed() {
        return timed;
    }

    /** When the pair began; by its number among the timed ones, as is {@link #took}. */
    long begin(int index) {
        return begins[index];
    }

    long took(int index) {
        return took[index];
    }

    /**
     * At least one must be timed, and they come in the order of time.
     *
     * @param zero the moment that their moments are to count from
     */
    Delays.Figures figures(long zero) {
        long[] sorted = Arrays.copyOf(took, timed);
        Arrays.sort(sorted);
        List<Delays.Moment> course = new ArrayList<>();
        int stretch = Math.ceilDiv(timed, COURSE);
        for (int i = 0; i < timed; i += stretch) {
            int longest = i;
            for (int j = i; j < Math.min(timed, i + stretch); j++) {
                longest = took[j] > took[longest] ? j : longest;
            }
            course.add(new Delays.Moment((begins[longest] - zero) / 1000, took[longest] / 1000));
        }
        return new Delays.Figures(
                sorted[0] / 1000,
                sorted[(timed - 1) / 2] / 1000,
                sorted[(int) Math.ceil(timed * 0.95) - 1] / 1000,
                sorted[timed - 1] / 1000,
                course);
    }
}
