package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resets of an established connection: who made them. A reset that an end sent was seen where that end sends. */
final class Resets {
    private final Scene scene;

    Resets(Scene scene) {
        this.scene = scene;
    }

    List<Observation> at(PointTrace point, Direction direction) {
        return point.signals(direction).stream().filter(Observation::reset).toList();
    }

    /** Index on its way of the first point that saw a reset of this direction; -1 when there is none. */
    int origin(Direction direction) {
        List<PointTrace> way = scene.way(direction);
        for (int i = 0; i < way.size(); i++) {
            if (!at(way.get(i), direction).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the connection was still in use: no end had said that it is done before its reset. */
    boolean abrupt(Direction direction) {
        int origin = origin(direction);
        if (origin < 0) {
            return false;
        }
        // Where the reset did not come, the ends close later on their own; that says nothing about the time of the
        // reset.
        return scene.points().stream().allMatch(point -> {
            long reset = at(point, direction).stream()
                    .mapToLong(Observation::frame)
                    .min()
                    .orElse(0);
            return Stream.of(Direction.values())
                    .flatMap(sender -> point.signals(sender).stream())
                    .noneMatch(packet -> packet.fin() && packet.frame() < reset);
        });
    }

    /** The device between the last point that did not see the reset and the first that did, when both tell. */
    Optional<Place> injector(Direction direction) {
        int origin = origin(direction);
        List<PointTrace> way = scene.way(direction);
        int before = -1;
        for (int i = 0; i < origin; i++) {
            before = way.get(i).captured() ? i : before;
        }
        if (origin <= 0 || before < 0) {
            return Optional.empty();
        }
        PointTrace silent = way.get(before);
        if (silent.frames() == 0 || scene.leaks().at(silent, direction) > 0) {
            return Optional.empty();
        }
        PointTrace first = way.get(origin);
        return Optional.of(Place.passing(direction, silent, first));
    }

    /** The stretch from an end without a capture to the first point that saw the reset. */
    Optional<Place> unseenEnd(Direction direction) {
        int origin = origin(direction);
        PointTrace end = scene.way(direction).getFirst();
        return origin > 0 && !end.captured()
                ? Optional.of(Place.passing(direction, end, scene.way(direction).get(origin)))
                : Optional.empty();
    }

    /**
     * Whether the reset was made by another station than the end in whose name it comes: it has passed more or fewer routers
     * (its TTL) than all of the end's other packets where it is seen first. Empty where a text tells no TTL or the end sends
     * nothing else.
     */
    Optional<Boolean> foreign(Direction direction) {
        Set<Integer> own = lives(direction, false);
        Set<Integer> resets = lives(direction, true);
        boolean told = !own.isEmpty() && !resets.isEmpty() && !own.contains(-1) && !resets.contains(-1);
        Set<Integer> known = own.stream().map(Resets::routers).collect(Collectors.toSet());
        return told ? Optional.of(resets.stream().map(Resets::routers).noneMatch(known::contains)) : Optional.empty();
    }

    /** How many routers a packet has passed: systems begin at 64, 128 or 255, some with another number for resets. */
    private static int routers(int life) {
        return (life <= 64 ? 64 : life <= 128 ? 128 : 255) - life;
    }

    /** What the TTL says of who made the reset, as a sentence with a blank before it; empty when it says nothing. */
    String lifeWords(Direction direction) {
        String end = scene.way(direction).getFirst().device();
        return foreign(direction)
                .map(foreign -> " At "
                        + scene.way(direction).get(origin(direction)).name() + " its TTL is "
                        + words(lives(direction, true)) + ", "
                        + (foreign
                                ? "that of " + end + "'s other packets " + words(lives(direction, false))
                                        + ": another station made it."
                                : "which fits " + end + "'s other packets (" + words(lives(direction, false)) + ")."))
                .orElse("");
    }

    private Set<Integer> lives(Direction direction, boolean ofResets) {
        PointTrace point = scene.way(direction).get(origin(direction));
        return point.packets(direction).stream()
                .filter(packet -> packet.reset() == ofResets)
                .map(Observation::ttl)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Set<Integer> lives) {
        return lives.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
