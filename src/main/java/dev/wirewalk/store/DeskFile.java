package dev.wirewalk.store;

import java.util.Optional;

/**
 * A file that was laid on the {@link InspectionDesk}.
 *
 * @param id names it on its desk, and in links
 * @param name as the person called it, fit to be shown
 */
public record DeskFile(String id, String name, Stage stage) {
    /** How far it came. */
    public sealed interface Stage {}

    /**
     * Bytes are coming in.
     *
     * @param total negative when unknown
     */
    public record Receiving(long received, long total) implements Stage {}

    /**
     * It is being read.
     *
     * @param done bytes that are read
     * @param sinceNanos when the reading began, by {@link System#nanoTime()}; tells how much time is left
     */
    public record Reading(long done, long total, long sinceNanos) implements Stage {}

    /** Read; it stays open until it is taken off the desk. */
    public record Ready(OpenFile open) implements Stage {}

    /** Not taken, not readable, or stopped by the person; nothing of it is kept. */
    public record Refused(String sentence) implements Stage {}

    public Optional<OpenFile> open() {
        return stage instanceof Ready(OpenFile open) ? Optional.of(open) : Optional.empty();
    }

    DeskFile at(Stage newStage) {
        return new DeskFile(id, name, newStage);
    }
}
