package dev.wirewalk.store;

import dev.wirewalk.capture.ReadReport;
import java.util.Optional;

/**
 * A file that was given to a point.
 *
 * @param id names it within its point
 * @param name as the person called it, fit to be shown
 */
public record PointFile(String id, String name, Stage stage) {

    /** How far it came. */
    public sealed interface Stage {}

    /**
     * Bytes are coming in.
     *
     * @param total negative when unknown
     */
    public record Receiving(long received, long total) implements Stage {}

    /** Complete; it is being read for the first time. */
    public record Checking(StoredFile stored) implements Stage {}

    /** A capture, and what the first reading found. */
    public record Usable(StoredFile stored, ReadReport report) implements Stage {}

    /** Not taken, cut off, or not a capture; nothing of it is kept. */
    public record Refused(String sentence) implements Stage {}

    public Optional<Usable> usable() {
        return stage instanceof Usable usable ? Optional.of(usable) : Optional.empty();
    }

    Optional<StoredFile> stored() {
        return switch (stage) {
            case Receiving receiving -> Optional.empty();
            case Checking checking -> Optional.of(checking.stored());
            case Usable usable -> Optional.of(usable.stored());
            case Refused refused -> Optional.empty();
        };
    }

    PointFile at(Stage newStage) {
        return new PointFile(id, name, newStage);
    }
}
