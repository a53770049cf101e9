package dev.wirewalk.match;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The files of a path, read from beginning to end as often as asked. Files of different points are read at the same time, as far
 * as there are processors; those of one point one after the other.
 */
final class PathFiles {
    /** Between two reports of progress. */
    private static final int FRAMES_PER_REPORT = 50_000;

    /** What is done with each frame of a file that belongs to a point; never by two threads for one point. */
    @FunctionalInterface
    interface Visitor {
        /** @param point index of the point in the path */
        void frame(String file, Frame frame, int point);

        /** The same of a frame of which the file does not tell whether it belongs to the point. */
        default void untold(String file, Frame frame, int point) {}

        /** The whole file was read. */
        default void end(String file, List<Integer> points, ReadReport read) {}
    }

    private final List<List<SharedFile>> apart = new ArrayList<>();
    private final FlowReader.Progress progress;
    private long done;
    private long total;

    /**
     * @param passes how often the files will be read
     * @throws UnreadableCapture naming the first file that is missing or no capture
     */
    PathFiles(Path path, int passes, FlowReader.Progress progress) throws UnreadableCapture {
        this.progress = progress;
        for (SharedFile file : SharedFile.of(path)) {
            try (CaptureFile open = CaptureFile.open(file.file())) {
                total += passes * open.size();
                add(file.knowing(open));
            }
        }
    }

    /** Joins the file to those that have a point in common with it. */
    private void add(SharedFile file) {
        List<SharedFile> joined = new ArrayList<>();
        for (List<SharedFile> others : List.copyOf(apart)) {
            if (others.stream().anyMatch(other -> !Collections.disjoint(other.points(), file.points()))) {
                apart.remove(others);
                joined.addAll(others);
            }
        }
        joined.add(file);
        apart.add(joined);
    }

    /** @param phase words before the name of the file that is read */
    void read(String phase, Visitor visitor) throws UnreadableCapture {
        List<Optional<Exception>> failures = apart.parallelStream()
                .map(files -> readInOrder(phase, files, visitor))
                .toList();
        for (Optional<Exception> failure : failures) {
            if (failure.isPresent()) {
                switch (failure.get()) {
                    case UnreadableCapture unreadable -> throw unreadable;
                    case RuntimeException other -> throw other;
                    case Exception other -> throw new IllegalStateException(other);
                }
            }
        }
    }

    /** What ended the reading; as a value, so that no other thread reads on behind the end. */
    private Optional<Exception> readInOrder(String phase, List<SharedFile> files, Visitor visitor) {
        try {
            for (SharedFile file : files) {
                read(phase, file, visitor);
            }
            return Optional.empty();
        } catch (UnreadableCapture | RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private void read(String phase, SharedFile file, Visitor visitor) throws UnreadableCapture {
        String name = Optional.ofNullable(file.file().getFileName())
                .map(java.nio.file.Path::toString)
                .orElse("");
        try (CaptureFile open = CaptureFile.open(file.file())) {
            Heard heard = new Heard(phase + name, open.size());
            ReadReport read = open.read(frame -> {
                if (frame.number() % FRAMES_PER_REPORT == 1) {
                    heard.upTo(frame.dataOffset());
                }
                for (int point : file.points()) {
                    if (file.belongs(frame, point)) {
                        visitor.frame(name, frame, point);
                    } else if (file.untold(frame, point)) {
                        visitor.untold(name, frame, point);
                    }
                }
            });
            visitor.end(name, file.points(), read);
            heard.upTo(open.size());
        }
    }

    /** How much of one file was told. */
    private final class Heard {
        private final String phase;
        private final long size;
        private long told;

        Heard(String phase, long size) {
            this.phase = phase;
            this.size = size;
        }

        /** Tells one thread after the other. What a packed file holds may be longer than the file. */
        void upTo(long offset) {
            synchronized (PathFiles.this) {
                long now = Math.clamp(offset, told, size);
                done += now - told;
                told = now;
                progress.at(phase, done, total);
            }
        }
    }
}
