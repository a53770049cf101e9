package dev.wirewalk.inspection;

/** Hears how far a pass over a file has come. Called from the thread that reads, every few thousand packets. */
@FunctionalInterface
public interface InspectionProgress {
    /**
     * @param doneBytes bytes of the file that were read so far
     * @param totalBytes the size of the file
     */
    void at(long doneBytes, long totalBytes);

    /** True ends the pass with a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody listens. */
    InspectionProgress SILENT = (doneBytes, totalBytes) -> {};
}
