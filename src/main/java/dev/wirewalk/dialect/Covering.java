package dev.wirewalk.dialect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Brings a list of selections below a limit by joining those that lose least. */
final class Covering {
    /** Comparing all pairs over and over is worth it up to here; longer lists lose their ports first. */
    private static final int CAREFUL = 40;
    /** Longer lists are not even compared: what is beyond becomes one selection. */
    private static final int COMPARED = Alternatives.UNWIELDY;

    private Covering() {}

    /** The list without what others in it cover. */
    static <S extends Widening<S>> List<S> pruned(List<S> selections) {
        List<S> kept = new ArrayList<>();
        for (S candidate : selections) {
            if (kept.stream().noneMatch(one -> one.covers(candidate))) {
                kept.removeIf(candidate::covers);
                kept.add(candidate);
            }
        }
        return kept;
    }

    /**
     * At most {@code limit} selections that hold everything the given ones do; the same ones when they fit.
     *
     * @param everything stands for all packets, used when not even one selection is allowed
     */
    static <S extends Widening<S>> List<S> within(int limit, List<S> selections, S everything) {
        if (limit < 1) {
            return List.of(everything);
        }
        List<S> fitting = selections.size() <= limit ? selections : pruned(withoutSurplus(selections));
        if (fitting.size() > Math.max(limit, CAREFUL)) {
            fitting = pruned(fitting.stream().map(Widening::coarse).toList());
        }
        while (fitting.size() > Math.max(limit, CAREFUL)) {
            fitting = joined(fitting, 0, fitting.size() - 1);
        }
        Map<S, Map<S, Double>> losses = new IdentityHashMap<>();
        while (fitting.size() > limit) {
            fitting = joinCheapest(fitting, losses);
        }
        return fitting;
    }

    /** @param losses what joining two costs, kept from round to round: only pairs with the selection joined last are new */
    private static <S extends Widening<S>> List<S> joinCheapest(List<S> selections, Map<S, Map<S, Double>> losses) {
        int first = 0;
        int second = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < selections.size(); i++) {
            S one = selections.get(i);
            Map<S, Double> ofOne = losses.computeIfAbsent(one, _ -> new IdentityHashMap<>());
            for (int j = i + 1; j < selections.size(); j++) {
                double loss = ofOne.computeIfAbsent(selections.get(j), other -> loss(one, other));
                if (loss < least) {
                    least = loss;
                    first = i;
                    second = j;
                }
            }
        }
        return joined(selections, first, second);
    }

    private static <S extends Widening<S>> double loss(S one, S other) {
        return one.join(other).breadth() - one.breadth() - other.breadth();
    }

    private static <S extends Widening<S>> List<S> joined(List<S> selections, int first, int second) {
        List<S> result = new ArrayList<>(selections);
        S other = result.remove(second);
        S both = result.remove(first).join(other);
        if (result.stream().noneMatch(one -> one.covers(both))) {
            result.removeIf(both::covers);
            result.add(first > result.size() ? result.size() : first, both);
        }
        return result;
    }

    private static <S extends Widening<S>> List<S> withoutSurplus(List<S> selections) {
        if (selections.size() <= COMPARED) {
            return selections;
        }
        List<S> result = new ArrayList<>(selections.subList(0, COMPARED - 1));
        selections.subList(COMPARED - 1, selections.size()).stream()
                .reduce(Widening::join)
                .ifPresent(result::add);
        return result;
    }
}
