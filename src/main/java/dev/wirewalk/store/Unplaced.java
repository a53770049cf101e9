package dev.wirewalk.store;

import dev.wirewalk.topology.draft.PointDraft;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The points that only stand for captures whose place in the path is still sought. Its investigation guards it. */
final class Unplaced {
    private final Set<String> points = new HashSet<>();

    void add(String point) {
        points.add(point);
    }

    void remove(Set<String> placed) {
        points.removeAll(placed);
    }

    /** Those that are in the path, once all their files are there; nothing before: whoever brings the last one asks again. */
    Set<String> complete(InvestigationState state) {
        points.retainAll(state.draft().points().stream().map(PointDraft::id).collect(Collectors.toSet()));
        boolean coming = points.stream()
                .flatMap(point -> state.filesAt(point).stream())
                .anyMatch(file -> switch (file.stage()) {
                    case PointFile.Receiving receiving -> true;
                    case PointFile.Checking checking -> true;
                    case PointFile.Usable usable -> false;
                    case PointFile.Refused refused -> false;
                });
        return coming ? Set.of() : Set.copyOf(points);
    }
}
