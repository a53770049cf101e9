package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** Resets of an established connection: who made them. A reset that an end sent was seen where that end sends. */
final class Resets {
    private final Scene scene;

    Resets(Scene scene) {
        this.scene = scene;
    }

    List<Observation> at(PointTrace point, Direction direction) {
        return point.packets(direction).stream().filter(Observation::reset).toList();
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
            return point.packets().stream().noneMatch(packet -> packet.fin() && packet.frame() < reset);
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
}
