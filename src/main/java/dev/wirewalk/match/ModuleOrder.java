package dev.wirewalk.match;

import dev.wirewalk.capture.TextEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The modules of a device's inspection in the order in which packets pass them, as the packets of all flows in a text show them: {@code
 * at eth0:i2 chain module NAME}.
 */
final class ModuleOrder {
    private static final String MODULE = " chain module ";

    /** The letter of an inspection point, and the module's number there. */
    private record Place(int rank, long number, String position) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::rank)
                    .thenComparingLong(Place::number)
                    .thenComparing(Place::position)
                    .compare(this, other);
        }
    }

    private final TreeMap<Place, String> modules = new TreeMap<>();

    ModuleOrder(List<TextEvent> events) {
        for (TextEvent event : events) {
            place(event.text())
                    .ifPresent(place -> modules.putIfAbsent(
                            place, event.text().substring(event.text().indexOf(MODULE) + MODULE.length())));
        }
    }

    /** The words with the module behind this one, where the text shows one. */
    String withNext(String words) {
        return place(words)
                .map(modules::higherEntry)
                .map(Map.Entry::getKey)
                .map(next -> words + " and not in the next, " + next.position() + " " + modules.get(next))
                .orElse(words);
    }

    private static Optional<Place> place(String words) {
        int module = words.startsWith("at ") ? words.indexOf(MODULE) : -1;
        String place = module < 0 ? "" : words.substring(0, module);
        String position = place.substring(place.lastIndexOf(':') + 1);
        boolean numbered = position.length() > 1
                && position.length() < 8
                && FrameSpot.isInspectionPoint(position.substring(0, 1))
                && position.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
        return numbered
                ? Optional.of(new Place(
                        FrameSpot.rank(position.substring(0, 1)), Long.parseLong(position.substring(1)), position))
                : Optional.empty();
    }
}
