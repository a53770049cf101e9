package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far packets of one kind came on their way.
 *
 * @param seen the packets at each point of the way
 * @param furthest index of the last point that they are known to have passed; -1 when no point saw them
 * @param next index of the next point behind it that has a capture; -1 when there is none
 * @param objection why their absence there proves nothing
 */
record Passage(
        Direction direction,
        List<PointTrace> way,
        List<List<Observation>> seen,
        int furthest,
        int next,
        Optional<String> objection) {

    /** @param proven index up to which other packets prove that these arrived; -1 when nothing does */
    static Passage of(Scene scene, Direction direction, Predicate<Observation> which, int proven) {
        List<List<Observation>> seen = scene.way(direction).stream()
                .map(point -> point.packets(direction).stream().filter(which).toList())
                .toList();
        return along(scene, direction, seen, proven);
    }

    /** @param seen the packets at each point of the way */
    static Passage along(Scene scene, Direction direction, List<List<Observation>> seen, int proven) {
        List<PointTrace> way = scene.way(direction);
        int furthest = proven;
        for (int i = 0; i < way.size(); i++) {
            if (!seen.get(i).isEmpty()) {
                furthest = Math.max(furthest, i);
            }
        }
        int next = -1;
        for (int i = way.size() - 1; i > furthest; i--) {
            next = way.get(i).captured() ? i : next;
        }
        Optional<String> objection = Optional.empty();
        if (next >= 0 && furthest >= 0) {
            objection =
                    new Guard(scene).objection(way.get(next), direction, way.get(furthest), lastSeen(seen, furthest));
        }
        return new Passage(direction, way, seen, furthest, next, objection);
    }

    private static List<Observation> lastSeen(List<List<Observation>> seen, int furthest) {
        for (int i = furthest; i >= 0; i--) {
            if (!seen.get(i).isEmpty()) {
                return seen.get(i);
            }
        }
        return List.of();
    }

    boolean anywhere() {
        return furthest >= 0;
    }

    /** Whether they came to the end of their way. */
    boolean arrived() {
        return furthest == way.size() - 1;
    }

    /** The packets at the last point that shows them. */
    List<Observation> lastSeen() {
        return lastSeen(seen, furthest);
    }

    PointTrace from() {
        return way.get(furthest);
    }

    /** Whether the break is inside one device: in at one side, not out at the other. */
    boolean inside() {
        return next == furthest + 1 && from().device().equals(way.get(next).device());
    }

    /**
     * The boxes on the stretch behind {@link #from()} that may keep the packets as well as a link may lose them: a point without a
     * capture belongs to them, or the path tells only one side of them.
     */
    Set<String> boxesBetween() {
        Set<String> boxes = new LinkedHashSet<>();
        for (int i = furthest; i <= next; i++) {
            String device = way.get(i).device();
            boolean end = device.equals(way.getFirst().device())
                    || device.equals(way.getLast().device());
            boolean oneSided =
                    way.stream().filter(point -> point.device().equals(device)).count() == 1;
            if (!end && (oneSided || !way.get(i).captured())) {
                boxes.add(device);
            }
        }
        return boxes;
    }

    /** Where they got lost. */
    Place place() {
        if (inside()) {
            return Place.at(from().device());
        }
        String beyond = next >= 0 ? way.get(next).name() : way.getLast().device();
        return Place.stretch(direction, from().name(), beyond);
    }

    /** Frames that show them where they were last seen. */
    List<Evidence> evidence() {
        return Evidence.of(lastSeen());
    }
}
