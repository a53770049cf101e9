package dev.wirewalk.store;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.order.Given;
import dev.wirewalk.match.order.InferredPath;
import dev.wirewalk.match.order.InferredPoint;
import dev.wirewalk.match.order.PathFromFiles;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.draft.PathDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** A path made from the captures of an investigation, with each capture at its points. */
record Arrangement(InferredPath inferred, List<PointFile> captures) {
    /** How many sentences of what is not sure a notice can hold; the points themselves show the rest. */
    private static final int SAID = 6;

    /**
     * What the captures of a state make of it. Waits for a place among the walks, as it reads as much as they do.
     */
    static UnaryOperator<InvestigationState> of(InvestigationState state, Semaphore places) {
        places.acquireUninterruptibly();
        try {
            Optional<Arrangement> made = of(state);
            return now -> made.map(arrangement -> arrangement.applied(now)).orElse(now);
        } catch (UnreadableCapture unreadable) {
            return now -> now.withNotice("The points could not be put in order: a capture is not there any more.");
        } finally {
            places.release();
        }
    }

    /** Empty where there is no capture. */
    private static Optional<Arrangement> of(InvestigationState state) throws UnreadableCapture {
        List<PointFile> captures = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        state.files().values().stream()
                .flatMap(List::stream)
                .forEach(file -> file.usable()
                        .map(usable -> new Given(usable.stored().path(), file.name()))
                        .filter(capture -> !given.contains(capture))
                        .ifPresent(capture -> {
                            given.add(capture);
                            captures.add(file);
                        }));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        InferredPath inferred = new PathFromFiles(
                        given, state.checked().path().flatMap(Path::flow), (phase, done, total) -> {})
                .infer();
        return Optional.of(new Arrangement(inferred, List.copyOf(captures)));
    }

    /** The state with this path in the place of its own. */
    InvestigationState applied(InvestigationState state) {
        PathDraft draft = PathDraft.of(inferred.path());
        Map<String, List<PointFile>> files = new HashMap<>();
        for (int i = 0; i < draft.points().size(); i++) {
            List<java.nio.file.Path> own = inferred.path().points().get(i).files();
            files.put(
                    draft.points().get(i).id(),
                    captures.stream()
                            .filter(file -> file.stored()
                                    .filter(stored -> own.contains(stored.path()))
                                    .isPresent())
                            .toList());
        }
        return state.withDraft(draft, draft.checked()).withFiles(files).withNotice(notice());
    }

    private String notice() {
        List<String> said = new ArrayList<>();
        for (InferredPoint point : inferred.points()) {
            if (!point.placed()) {
                said.add(point.point() + ": " + point.reason());
            }
            point.guesses().forEach(guess -> said.add("Guessed of " + point.point() + ": " + guess));
        }
        said.addAll(inferred.leftOut());
        String rest = said.size() > SAID ? " And " + (said.size() - SAID) + " more." : "";
        return "The captures made this path; names, devices and order can be changed. "
                + String.join(" ", said.subList(0, Math.min(SAID, said.size())))
                + rest;
    }
}
