package dev.wirewalk.diagnosis;

/** Hears how far a walk has come. Called from the thread that walks, a few times per second at most. */
@FunctionalInterface
public interface WalkProgress {
    /**
     * @param phase what is being done, in words
     * @param doneBytes bytes of capture files read so far, over all passes
     * @param totalBytes bytes to read in all, over all passes
     */
    void at(String phase, long doneBytes, long totalBytes);

    /** True ends the walk with a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody listens. */
    WalkProgress SILENT = (phase, doneBytes, totalBytes) -> {};
}
