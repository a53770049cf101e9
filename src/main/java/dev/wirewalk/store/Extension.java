package dev.wirewalk.store;

import dev.wirewalk.match.order.InferredPath;
import dev.wirewalk.match.order.InferredPoint;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Captures added to a path that stands: whatever a person made of it stays as it is. A point that waits for a capture of this name
 * takes it; each other capture becomes a point where the packets say.
 */
final class Extension {
    private final InferredPath inferred;
    private final List<PointFile> captures;
    private final List<PointDraft> order;
    private final Map<String, List<PointFile>> files;
    private final Set<String> met = new HashSet<>();
    private final Set<PointDraft> added = new HashSet<>();
    private final List<String> said = new ArrayList<>();

    /**
     * @param standing the points that stay
     * @param files the files of each point by its id
     * @param inferred a path made of all captures, the new ones too
     * @param captures all of them
     */
    Extension(
            List<PointDraft> standing,
            Map<String, List<PointFile>> files,
            InferredPath inferred,
            List<PointFile> captures) {
        this.inferred = inferred;
        this.captures = captures;
        this.order = new ArrayList<>(standing);
        this.files = new HashMap<>();
        standing.forEach(point -> this.files.put(point.id(), files.getOrDefault(point.id(), List.of())));
        place();
    }

    /** All points in their order. */
    List<PointDraft> points() {
        return order;
    }

    /** The files of each of them. */
    Map<String, List<PointFile>> files() {
        return files;
    }

    /** What was done with the new captures, a sentence each. */
    List<String> said() {
        return said;
    }

    private void place() {
        List<PointDraft> made = PathDraft.of(inferred.path()).points();
        int after = -1;
        for (int i = 0; i < made.size(); i++) {
            List<PointFile> own = own(i);
            if (own.isEmpty()) {
                continue;
            }
            Optional<PointDraft> known = standing(made.get(i).name(), own);
            if (known.isEmpty()) {
                known = waiting(made.get(i).name(), own);
                known.ifPresent(point -> take(point, own));
            }
            if (known.isPresent()) {
                met.add(known.get().id());
                after = order.indexOf(known.get());
            } else {
                after = insert(made.get(i), own, inferred.points().get(i), after + 1);
            }
        }
        ends(made);
    }

    /** An end without a capture is added only where the path now ends at a new point: elsewhere the person knows it. */
    private void ends(List<PointDraft> made) {
        if (!made.isEmpty() && own(0).isEmpty() && added.contains(order.getFirst())) {
            insert(made.getFirst(), List.of(), inferred.points().getFirst(), 0);
        }
        if (made.size() > 1 && own(made.size() - 1).isEmpty() && added.contains(order.getLast())) {
            insert(made.getLast(), List.of(), inferred.points().getLast(), order.size());
        }
    }

    private List<PointFile> own(int point) {
        List<java.nio.file.Path> own = inferred.path().points().get(point).files();
        return captures.stream()
                .filter(file -> file.stored()
                        .filter(stored -> own.contains(stored.path()))
                        .isPresent())
                .toList();
    }

    /** The point that has this capture already; of several with the same one the next, or the one of this name. */
    private Optional<PointDraft> standing(String name, List<PointFile> own) {
        List<PointDraft> holders = order.stream()
                .filter(point -> !met.contains(point.id()))
                .filter(point -> files.getOrDefault(point.id(), List.of()).stream()
                        .flatMap(file -> file.stored().stream())
                        .anyMatch(stored -> own.stream()
                                .flatMap(file -> file.stored().stream())
                                .anyMatch(stored::equals)))
                .toList();
        return holders.stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .or(() -> holders.stream().findFirst());
    }

    /** A point without a capture that has this name, or for which a loaded path named this file. */
    private Optional<PointDraft> waiting(String name, List<PointFile> own) {
        return order.stream()
                .filter(point -> !met.contains(point.id()))
                .filter(point -> files.getOrDefault(point.id(), List.of()).isEmpty())
                .filter(point -> point.name().strip().equalsIgnoreCase(name)
                        || own.stream()
                                .anyMatch(file -> point.expected().contains(file.name())
                                        || stem(file.name())
                                                .equalsIgnoreCase(point.name().strip())))
                .findFirst();
    }

    private static String stem(String fileName) {
        int dot = fileName.indexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    private void take(PointDraft point, List<PointFile> own) {
        files.put(point.id(), own);
        own.forEach(file -> said.add(file.name() + " is the capture at " + point.name() + "."));
    }

    /** @return where it stands now */
    private int insert(PointDraft made, List<PointFile> own, InferredPoint why, int place) {
        PointDraft point = named(made);
        int at = why.placed() ? Math.min(place, order.size()) : order.size();
        order.add(at, point);
        added.add(point);
        files.put(point.id(), own);
        met.add(point.id());
        said.add(point.name() + " is a new point" + (why.placed() ? "." : ", put at the end: " + why.reason()));
        why.guesses().forEach(guess -> said.add("Guessed of " + point.name() + ": " + guess));
        return why.placed() ? at : place - 1;
    }

    /** Under a name that is still free. */
    private PointDraft named(PointDraft made) {
        String name = made.name();
        for (int number = 2; taken(name); number++) {
            name = made.name() + "-" + number;
        }
        return made.with(name, made.device(), made.interfaceName(), made.tool());
    }

    private boolean taken(String name) {
        return order.stream().anyMatch(point -> point.name().strip().equals(name));
    }
}
