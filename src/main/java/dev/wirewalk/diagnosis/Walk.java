package dev.wirewalk.diagnosis;

import dev.wirewalk.topology.Path;

/** Walks one flow along a path and tells where it fails. {@code PathWalk} is the one that reads capture files. */
public interface Walk {
    /**
     * Reads the files of the path's points and judges.
     *
     * @throws WalkInputException when a file is missing or is no capture
     * @throws java.util.concurrent.CancellationException when {@code progress} asks to stop
     */
    WalkResult walk(Path path, WalkProgress progress);
}
