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
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/**
 * A path made from the captures of an investigation, with each capture at its points.
 *
 * @param unplaced ids of points that only stand for captures whose place is sought
 */
record Arrangement(InferredPath inferred, List<PointFile> captures, Set<String> unplaced) {
    /** How many sentences of what is not sure a notice can hold; the points themselves show the rest. */
    private static final int SAID = 6;

    /**
     * What the captures of a state make of it. Waits for a place among the walks, as it reads as much as they do.
     */
    static UnaryOperator<InvestigationState> of(InvestigationState state, Set<String> unplaced, Semaphore places) {
        places.acquireUninterruptibly();
        try {
            Optional<Arrangement> made = of(state, unplaced);
            return now -> made.map(arrangement -> arrangement.applied(now)).orElseGet(() -> without(now, unplaced));
        } catch (UnreadableCapture unreadable) {
            return now -> now.withNotice("The points could not be put in order: a capture is not there any more.");
        } finally {
            places.release();
        }
    }

    /** Empty where there is no capture. */
    private static Optional<Arrangement> of(InvestigationState state, Set<String> unplaced) throws UnreadableCapture {
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
                        given,
                        standing(state.draft(), unplaced).checked().path().flatMap(Path::flow),
                        (phase, done, total) -> {})
                .infer();
        return Optional.of(new Arrangement(inferred, List.copyOf(captures), unplaced));
    }

    private static PathDraft standing(PathDraft draft, Set<String> unplaced) {
        return draft.withPoints(draft.points().stream()
                .filter(point -> !unplaced.contains(point.id()))
                .toList());
    }

    /** The state with the captures at their points: in a path that stands, or else in one made of them. */
    private InvestigationState applied(InvestigationState state) {
        PathDraft standing = standing(state.draft(), unplaced);
        return standing.points().isEmpty() ? made(state) : extended(state, standing);
    }

    private InvestigationState extended(InvestigationState state, PathDraft standing) {
        Extension extension = new Extension(standing.points(), state.files(), inferred, captures);
        PathDraft draft = standing.withPoints(extension.points());
        List<String> said = new ArrayList<>(extension.said());
        said.addAll(refused(state, unplaced));
        said.addAll(inferred.leftOut());
        return state.withDraft(draft, draft.checked())
                .withFiles(extension.files())
                .withNotice(sentences(said));
    }

    /** None of the new files is a capture: the path stays what it was. */
    private static InvestigationState without(InvestigationState state, Set<String> unplaced) {
        PathDraft draft = standing(state.draft(), unplaced);
        return state.withDraft(draft, draft.checked())
                .withoutStrayFiles()
                .withNotice(sentences(refused(state, unplaced)));
    }

    /** Why files of which there will be no point are not used. */
    private static List<String> refused(InvestigationState state, Set<String> unplaced) {
        return state.draft().points().stream()
                .filter(point -> unplaced.contains(point.id()))
                .flatMap(point -> state.filesAt(point.id()).stream())
                .filter(file -> file.stage() instanceof PointFile.Refused)
                .map(file ->
                        file.stage() instanceof PointFile.Refused(String sentence) ? file.name() + ": " + sentence : "")
                .toList();
    }

    private InvestigationState made(InvestigationState state) {
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
        return state.withDraft(draft, draft.checked()).withFiles(files).withNotice(notice(state));
    }

    private String notice(InvestigationState state) {
        List<String> said = new ArrayList<>();
        for (InferredPoint point : inferred.points()) {
            if (!point.placed()) {
                said.add(point.point() + ": " + point.reason());
            }
            point.guesses().forEach(guess -> said.add("Guessed of " + point.point() + ": " + guess));
        }
        said.addAll(refused(state, unplaced));
        said.addAll(inferred.leftOut());
        return "The captures made this path; names, devices and order can be changed. " + sentences(said);
    }

    private static String sentences(List<String> said) {
        String rest = said.size() > SAID ? " And " + (said.size() - SAID) + " more." : "";
        return String.join(" ", said.subList(0, Math.min(SAID, said.size()))) + rest;
    }
}
