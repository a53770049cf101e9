package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether the ends of a path are boxes: a device with a point on each of its sides passes packets on, and is no end of them. */
record Sides(List<Placed> forward, Map<View.Seen, String> devices) {
    boolean beginBeforeABox() {
        return box(forward);
    }

    boolean endBehindABox() {
        return box(forward.reversed());
    }

    /** @param way from the end that is asked about */
    private boolean box(List<Placed> way) {
        if (way.isEmpty()) {
            return false;
        }
        String device = device(way.getFirst());
        List<Placed> its =
                way.stream().takeWhile(placed -> device(placed).equals(device)).toList();
        View.Seen end = way.getFirst().seen();
        // A second interface of a host, by which its answers leave, stands beside the first.
        boolean answersOnly = end.sees(Direction.RETURN) && !end.sees(Direction.FORWARD);
        return its.size() > 1
                && !answersOnly
                && its.stream().anyMatch(placed -> placed.seen().seesFlow())
                && way.stream()
                        .skip(its.size())
                        .noneMatch(placed -> device(placed).equals(device));
    }

    private String device(Placed placed) {
        return Objects.requireNonNull(devices.get(placed.seen()));
    }
}
