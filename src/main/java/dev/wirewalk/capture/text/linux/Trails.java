package dev.wirewalk.capture.text.linux;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The packets that are on their way through the rules, by what names them. The number is bounded: one that has not been seen for
 * thousands of others is over.
 *
 * @param <T> what is known of a packet's way
 */
final class Trails<T> {
    private static final int KEPT = 4096;

    private final LinkedHashMap<String, T> known = new LinkedHashMap<>();
    private final Consumer<T> over;

    /** @param over is told of each packet that is not looked at any more */
    Trails(Consumer<T> over) {
        this.over = over;
    }

    Optional<T> of(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Replaces what was known under this name. */
    void put(String name, T trail) {
        known.remove(name);
        known.put(name, trail);
        if (known.size() > KEPT) {
            var eldest = known.pollFirstEntry();
            if (eldest != null) {
                over.accept(eldest.getValue());
            }
        }
    }

    void remove(String name) {
        known.remove(name);
    }

    void end() {
        known.values().forEach(over);
        known.clear();
    }
}
