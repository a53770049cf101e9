package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FrameSpot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the points that saw the flow into the order in which the client's packets pass them, and says why. */
final class ForwardOrder {
    /** A point of the order. */
    record Stop(View.Seen seen, String reason, List<String> guesses) {}

    private record Pair(View.Seen one, View.Seen other) {}

    private final List<View.Seen> points;
    private final Map<Pair, Precedence> known = new HashMap<>();

    ForwardOrder(List<View.Seen> points) {
        this.points = List.copyOf(points);
    }

    List<Stop> stops() {
        Map<View.Seen, Integer> wins = new HashMap<>();
        for (View.Seen one : points) {
            wins.put(
                    one,
                    points.stream()
                            .filter(other -> other != one)
                            .mapToInt(other -> sign(one, other))
                            .sum());
        }
        List<View.Seen> order = new ArrayList<>(points);
        order.sort(Comparator.<View.Seen>comparingInt(point -> -wins.getOrDefault(point, 0))
                .thenComparing(ForwardOrder::role)
                .thenComparing(point -> point.view().given().name())
                .thenComparing(point -> point.view().place().toString()));
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            stops.add(i == 0 ? first(order.getFirst()) : behind(order.get(i - 1), order.get(i)));
        }
        return stops;
    }

    private Precedence precedence(View.Seen one, View.Seen other) {
        return known.computeIfAbsent(new Pair(one, other), pair -> Precedence.between(pair.one(), pair.other()));
    }

    /** Above 0 when the client's packets pass {@code one} first. */
    private int sign(View.Seen one, View.Seen other) {
        int inside = inside(one, other);
        if (inside != 0) {
            return inside;
        }
        Precedence precedence = precedence(one, other);
        if (precedence.ttl() != 0 || precedence.bothWays() != 0 || sameFile(one, other)) {
            return precedence.sign();
        }
        int roles = Integer.compare(role(other), role(one));
        return roles != 0 ? roles : precedence.sign();
    }

    /** Inside one device the position tells: every packet passes them in the same order. */
    private static int inside(View.Seen one, View.Seen other) {
        String here = one.view().place().position().orElse("");
        String there = other.view().place().position().orElse("");
        if (!sameFile(one, other) || here.isEmpty() || there.isEmpty()) {
            return 0;
        }
        return Integer.compare(rank(there), rank(here));
    }

    private static int rank(String position) {
        return FrameSpot.isInspectionPoint(position) ? FrameSpot.rank(position) : position.equals("in") ? 0 : 1;
    }

    private static boolean sameFile(View.Seen one, View.Seen other) {
        return one.view().given().equals(other.view().given());
    }

    private static int role(View.Seen point) {
        return NameParts.of(point.view().given().name()).role();
    }

    private static Stop first(View.Seen point) {
        String ttl = point.first(Direction.FORWARD)
                .filter(packet -> packet.ttl() >= 0)
                .map(packet -> ", with a TTL of " + packet.ttl())
                .orElse("");
        return new Stop(point, "The client's packets pass here before all other points" + ttl + ".", List.of());
    }

    private Stop behind(View.Seen before, View.Seen here) {
        String name = before.trace().name();
        if (inside(before, here) != 0) {
            return new Stop(here, "Inside the same device packets pass " + position(before) + " first.", List.of());
        }
        Precedence precedence = precedence(before, here);
        if (precedence.ttl() > 0) {
            return new Stop(
                    here,
                    "Behind " + name + ": the same packets have a TTL that is " + precedence.ttl() + " lower here.",
                    List.of());
        }
        if (precedence.ttl() == 0 && precedence.bothWays() > 0) {
            return new Stop(
                    here,
                    "Behind " + name + ": to here and back packets and answers take " + time(precedence.bothWays())
                            + " more, which no clock can turn round.",
                    List.of());
        }
        if (precedence.ttl() == 0 && precedence.bothWays() == 0 && precedence.oneWay() > 0) {
            return new Stop(
                    here,
                    "Behind " + name + ": the same packets appear here " + time(precedence.oneWay()) + " later.",
                    sameFile(before, here)
                            ? List.of()
                            : List.of("That the clocks of " + name
                                    + " and of this point agree: no answer was seen at both."));
        }
        return new Stop(
                here,
                "Behind " + name + ": that is how they lie with regard to the other points.",
                List.of("The order of " + name + " and this point: their packets do not tell it."));
    }

    private static String position(View.Seen point) {
        return point.view().place().position().orElse("");
    }

    private static String time(long nanos) {
        return nanos < 1_000_000 ? nanos / 1000 + " µs" : nanos / 1_000_000 + " ms";
    }
}
