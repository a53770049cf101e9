package dev.wirewalk.diagnosis;

import dev.wirewalk.topology.Path;
import java.util.List;

/** Walks one flow along a path and tells where it fails. {@code PathWalk} is the one that reads capture files. */
public interface Walk {
    /**
     * Reads the files of the path's points and judges.
     *
     * @param answers questions that somebody answered without a capture; they count where the captures cannot tell, and
     *     instead of those that the path holds
     * @throws WalkInputException when a file is missing or is no capture
     * @throws java.util.concurrent.CancellationException when {@code progress} asks to stop
     */
    WalkResult walk(Path path, List<HandAnswer> answers, WalkProgress progress);

    /** The same with no answers but those that the path holds. */
    default WalkResult walk(Path path, WalkProgress progress) {
        return walk(path, List.of(), progress);
    }
}
