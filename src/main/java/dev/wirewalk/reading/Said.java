package dev.wirewalk.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one command says: its pieces of the filter, the options it sets, the definitions it uses. */
final class Said {
    /**
     * A piece of the filter.
     *
     * @param group what pieces share that are one when put together; empty for a piece of its own
     */
    record Piece(String form, Placed text, String group) {}

    /** @param offset where the name stands */
    record Use(String name, int offset) {}

    final List<Piece> pieces = new ArrayList<>();
    final Map<String, String> options = new LinkedHashMap<>();
    final List<String> ignored = new ArrayList<>();
    Optional<Use> use = Optional.empty();
    boolean aside;
}
