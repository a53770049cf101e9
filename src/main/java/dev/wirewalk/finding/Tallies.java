package dev.wirewalk.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cases put together by whom they concern (a server, say). So many subjects are told apart and no more: what comes later is
 * counted with the last of them.
 *
 * @param <K> a value that names the subject
 */
public final class Tallies<K> {
    /** Enough to find those that occur most, few enough to bound memory. */
    private static final int KEPT = 4096;
    /** More findings of one kind than this hide the others. */
    private static final int SHOWN = 4;

    private final Map<K, Tally<K>> tallies = new LinkedHashMap<>();
    private long beyond;

    public Tally<K> of(K subject) {
        Tally<K> known = tallies.get(subject);
        if (known != null) {
            return known;
        }
        if (tallies.size() < KEPT) {
            return tallies.computeIfAbsent(subject, Tally::new);
        }
        beyond++;
        return new Tally<>(subject);
    }

    /** Those whose subject is of some kind; they share what was counted so far. */
    public Tallies<K> only(Predicate<K> kind) {
        return having(tally -> kind.test(tally.subject()));
    }

    /** Those of some kind; they share what was counted so far. */
    public Tallies<K> having(Predicate<Tally<K>> kind) {
        Tallies<K> chosen = new Tallies<>();
        tallies.forEach((subject, tally) -> {
            if (kind.test(tally)) {
                chosen.tallies.put(subject, tally);
            }
        });
        return chosen;
    }

    public boolean isEmpty() {
        return tallies.isEmpty();
    }

    public int subjects() {
        return tallies.size();
    }

    public Collection<Tally<K>> all() {
        return tallies.values();
    }

    public long cases() {
        return tallies.values().stream().mapToLong(Tally::cases).sum() + beyond;
    }

    /**
     * What is said of a subject.
     *
     * @param id the id of the findings
     * @param summary one sentence
     * @param filter a display filter
     * @param subjects what the subjects are called, for those that are only counted: {@code servers}
     */
    public record Wording<K>(
            String id,
            Severity severity,
            Function<Tally<K>, String> summary,
            Function<Tally<K>, String> filter,
            String subjects,
            String advice) {}

    /** One finding for each of the subjects that it concerned most, and one for all others together. */
    public void conclude(Conclusions conclusions, Wording<K> wording) {
        List<Tally<K>> sorted = tallies.values().stream()
                .sorted(Comparator.<Tally<K>>comparingLong(Tally::count).reversed())
                .toList();
        int shown = sorted.size() <= SHOWN + 1 && beyond == 0 ? sorted.size() : SHOWN;
        for (Tally<K> tally : sorted.subList(0, shown)) {
            conclusions.add(
                    wording.id,
                    wording.severity,
                    wording.summary.apply(tally),
                    tally.count(),
                    tally.frames(),
                    wording.filter.apply(tally),
                    wording.advice);
        }
        if (shown < sorted.size()) {
            addOthers(conclusions, wording, sorted.subList(shown, sorted.size()));
        }
    }

    private void addOthers(Conclusions conclusions, Wording<K> wording, List<Tally<K>> others) {
        Frames frames = new Frames();
        others.forEach(tally -> tally.frames().sorted().limit(1).forEach(frames::add));
        long count = others.stream().mapToLong(Tally::count).sum() + beyond;
        conclusions.add(
                wording.id,
                wording.severity,
                "The same holds for " + (beyond > 0 ? "at least " : "") + others.size() + " more " + wording.subjects
                        + ", " + count + " times in all.",
                count,
                frames,
                Display.frames(frames),
                wording.advice);
    }
}
