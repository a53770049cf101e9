package dev.wirewalk.match;

import java.util.function.BiPredicate;

/**
 * Which of several copies with the same key are the ones that the other point shows, where it shows fewer: those that came at the
 * expected time.
 */
final class CopyChoice {
    /** Hears of each pair; {@code told} is false where another copy would have done as well. */
    @FunctionalInterface
    interface Chosen {
        void pair(int near, int far, boolean told);
    }

    private final Observation[] near;
    private final Observation[] far;
    private final TravelTimes times;
    private final BiPredicate<Observation, Observation> contradicts;

    CopyChoice(
            Observation[] near,
            Observation[] far,
            TravelTimes times,
            BiPredicate<Observation, Observation> contradicts) {
        this.near = near;
        this.far = far;
        this.times = times;
        this.contradicts = contradicts;
    }

    /** Keeps the order of both lists; each copy is in one pair at most. */
    void choose(int[] here, int[] there, Chosen chosen) {
        boolean fewerHere = here.length <= there.length;
        int[] few = fewerHere ? here : there;
        int[] many = fewerHere ? there : here;
        int at = 0;
        for (int i = 0; i < few.length && at < many.length; i++) {
            int last = many.length - few.length + i;
            at = nearest(few[i], many, at, last, fewerHere);
            if (at <= last && fits(few[i], many[at], fewerHere)) {
                boolean told = told(few[i], many, at, fewerHere);
                chosen.pair(fewerHere ? few[i] : many[at], fewerHere ? many[at] : few[i], told);
                at++;
            }
        }
    }

    /** From {@code at} on, as long as the next one suits better; deviations fall and rise again along the list. */
    private int nearest(int one, int[] many, int at, int last, boolean oneIsNear) {
        int best = at;
        while (best < last && !fits(one, many[best], oneIsNear)) {
            best++;
        }
        while (times.known()
                && best < last
                && fits(one, many[best + 1], oneIsNear)
                && deviation(one, many[best + 1], oneIsNear) < deviation(one, many[best], oneIsNear)) {
            best++;
        }
        return best;
    }

    /** Whether this copy came at the expected time and those beside it did not, or cannot be it. */
    private boolean told(int one, int[] many, int at, boolean oneIsNear) {
        if (copiesOfNetwork(many, oneIsNear ? far : near)) {
            return true;
        }
        if (!times.known()) {
            return false;
        }
        long best = deviation(one, many[at], oneIsNear);
        boolean before = at > 0 && rivals(one, many[at - 1], oneIsNear, best);
        boolean after = at + 1 < many.length && rivals(one, many[at + 1], oneIsNear, best);
        return best <= TravelTimes.JITTER_NANOS && !before && !after;
    }

    private boolean rivals(int one, int other, boolean oneIsNear, long best) {
        return fits(one, other, oneIsNear) && deviation(one, other, oneIsNear) <= best + TravelTimes.JITTER_NANOS;
    }

    /** The same identification within moments: the network doubled the packet, and either copy is it. */
    private static boolean copiesOfNetwork(int[] many, Observation[] side) {
        Observation first = side[many[0]];
        Observation last = side[many[many.length - 1]];
        return first.identification() > 0
                && first.identification() == last.identification()
                && Math.abs(last.nanos() - first.nanos()) <= TravelTimes.JITTER_NANOS;
    }

    private boolean fits(int one, int other, boolean oneIsNear) {
        return !contradicts.test(near[oneIsNear ? one : other], far[oneIsNear ? other : one]);
    }

    private long deviation(int one, int other, boolean oneIsNear) {
        return times.deviation(near[oneIsNear ? one : other], far[oneIsNear ? other : one]);
    }
}
