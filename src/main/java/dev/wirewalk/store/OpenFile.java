package dev.wirewalk.store;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.Inspection;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A file that was inspected and is open, so that any of its packets can be shown. Pages reach it through {@link #use}: it is
 * not closed under their hands, and memory of a closed one is never touched.
 */
public final class OpenFile implements AutoCloseable {
    private final CaptureFile capture;
    private final Inspection inspection;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    OpenFile(CaptureFile capture, Inspection inspection) {
        this.capture = capture;
        this.inspection = inspection;
    }

    /** What the one pass found; it holds nothing that has to be closed. */
    public Inspection inspection() {
        return inspection;
    }

    /** What is done with an open file. */
    @FunctionalInterface
    public interface Use<R> {
        R with(CaptureFile capture, FrameIndex frames);
    }

    /** Does something with the file, or gives {@code instead} when it has been closed meanwhile. */
    public <R> R use(R instead, Use<R> use) {
        lock.readLock().lock();
        try {
            return closed
                    ? instead
                    : inspection
                            .frames()
                            .map(frames -> use.with(capture, frames))
                            .orElse(instead);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** As {@link #use}, for what needs the file only. */
    public <R> R read(R instead, Function<CaptureFile, R> use) {
        return use(instead, (file, frames) -> use.apply(file));
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                inspection.close();
                capture.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
