package dev.wirewalk.store;

import dev.wirewalk.diagnosis.Walk;
import dev.wirewalk.diagnosis.WalkInputException;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.store.InvestigationState.Found;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a walk is given: the path with the captures that are there.
 *
 * @param names what people called those captures
 */
record WalkInput(Path path, FileNames names) {
    /** Empty while the path is wrong, or when there is neither a capture nor an answer. */
    static Optional<WalkInput> of(InvestigationState state) {
        return state.checked()
                .path()
                .map(path -> withCaptures(path, state))
                .filter(path -> !path.answers().isEmpty()
                        || path.points().stream()
                                .anyMatch(point -> !point.files().isEmpty()))
                .map(path -> new WalkInput(path, names(state)));
    }

    private static Path withCaptures(Path path, InvestigationState state) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < path.points().size(); i++) {
            Point point = path.points().get(i);
            List<java.nio.file.Path> files = usable(
                            state, state.draft().points().get(i))
                    .map(usable -> usable.stored().path())
                    .toList();
            points.add(point.withFiles(files));
        }
        return new Path(path.flow(), points, path.returnOrder(), path.nat(), path.answers());
    }

    private static FileNames names(InvestigationState state) {
        FileNames names = new FileNames();
        state.draft().points().forEach(point -> usable(state, point).forEach(usable -> names.add(usable.stored())));
        return names;
    }

    private static Stream<PointFile.Usable> usable(InvestigationState state, PointDraft point) {
        return state.filesAt(point.id()).stream().flatMap(file -> file.usable().stream());
    }

    /** Walks; a file that cannot be used is named in the message as people called it. */
    Found walk(Walk walk, WalkJob.Progress progress) {
        try {
            WalkResult result = walk.walk(path, new WalkProgress() {
                @Override
                public void at(String phase, long doneBytes, long totalBytes) {
                    progress.report(phase, doneBytes, totalBytes);
                }

                @Override
                public boolean cancelled() {
                    return progress.cancelled();
                }
            });
            return new Found(result, path, names, EvidenceReader.read(result, names));
        } catch (WalkInputException unusable) {
            throw new IllegalStateException(names.shownIn(String.valueOf(unusable.getMessage())), unusable);
        }
    }
}
