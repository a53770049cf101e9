package dev.wirewalk.api;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered; the message is one sentence for whoever sent it. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    /** A place in a text of the request, counted from 1. */
    record Place(int line, int column) implements Serializable {}

    private final int status;
    private final @Nullable Place place;

    private RefusedRequest(int status, String message, @Nullable Place place) {
        super(message);
        this.status = status;
        this.place = place;
    }

    /** @param status of HTTP, 400 to 499 */
    RefusedRequest(int status, String message) {
        this(status, message, null);
    }

    RefusedRequest(String message) {
        this(400, message, null);
    }

    /** A text that is not understood at one place. */
    static RefusedRequest at(String key, int line, int column, String message) {
        String where = line == 1 ? "column " + column : "line " + line + ", column " + column;
        return new RefusedRequest(400, key + where + ": " + message, new Place(line, column));
    }

    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    int status() {
        return status;
    }
}
