package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts the path together from what the points saw. */
final class Composition {
    private static final String CLIENT = "client";
    private static final String SERVER = "server";

    private final Optional<FlowHint> flow;
    private final List<Placed> forward = new ArrayList<>();
    private final List<View.Seen> back;
    private final List<String> leftOut = new ArrayList<>();

    Composition(PathFromFiles.Reading reading, Settled settled, Optional<FlowHint> flow) {
        this.flow = flow;
        List<View.Seen> points = of(reading, settled.points());
        ReturnWay way = new ReturnWay(points);
        Set<String> backDevices = points.stream()
                .filter(way::only)
                .flatMap(seen -> Boxes.named(seen).stream())
                .collect(Collectors.toSet());
        Set<String> thereDevices = points.stream()
                .filter(seen -> seen.sees(Direction.FORWARD))
                .flatMap(seen -> Boxes.named(seen).stream())
                .collect(Collectors.toSet());
        // A second interface of a device that the client's packets pass stands beside the first.
        Predicate<View.Seen> beside = seen -> way.only(seen) && isOn(thereDevices, seen);
        Predicate<View.Seen> answersOnly =
                seen -> !beside.test(seen) && (way.only(seen) || (!seen.seesFlow() && isOn(backDevices, seen)));
        back = points.stream().filter(answersOnly).toList();
        List<View.Seen> there = points.stream().filter(answersOnly.negate()).toList();
        Predicate<View.Seen> ordered = seen -> seen.seesFlow() && !beside.test(seen);
        List<ForwardOrder.Stop> stops =
                new ForwardOrder(there.stream().filter(ordered).toList()).stops();
        Bystanders bystanders = new Bystanders(stops, reading.flow());
        List<View.Seen> others =
                new ArrayList<>(there.stream().filter(ordered.negate()).toList());
        for (View.Seen spare : of(reading, settled.spare())) {
            boolean onward = !stops.isEmpty()
                    && stops.getLast().seen().view().given().equals(spare.view().given())
                    && bystanders.leadsToServer(spare);
            if (onward) {
                others.add(spare);
            } else {
                leftOut.add(spare.trace().name() + " is not in the path: nothing of the flow was seen there.");
            }
        }
        forward.addAll(bystanders.among(others));
        leftOut.addAll(bystanders.leftOut());
    }

    private static boolean isOn(Set<String> devices, View.Seen seen) {
        return Boxes.named(seen).filter(devices::contains).isPresent();
    }

    private static List<View.Seen> of(PathFromFiles.Reading reading, List<View> views) {
        return reading.seen().stream()
                .filter(seen -> views.contains(seen.view()))
                .toList();
    }

    /** The views in the path's order. */
    List<View> order() {
        List<View> order = new ArrayList<>();
        forward.forEach(placed -> order.add(placed.seen().view()));
        back.forEach(seen -> order.add(seen.view()));
        return order;
    }

    InferredPath path() {
        List<View.Seen> returning = returning();
        List<Placed> all = new ArrayList<>(forward);
        returning.stream()
                .filter(back::contains)
                .forEach(seen -> all.add(new Placed(
                        seen,
                        seen.seesFlow(),
                        "On the way back only: answers pass here, and none of the client's packets.",
                        List.of())));
        Boxes boxes = new Boxes(all.stream().map(Placed::seen).toList());
        Map<View.Seen, String> devices = boxes.names();
        List<Point> points = new ArrayList<>();
        List<InferredPoint> told = new ArrayList<>();
        for (Placed placed : all) {
            String name = placed.seen().trace().name();
            points.add(PathFromFiles.point(
                    placed.seen().view(), name, Objects.requireNonNull(devices.get(placed.seen()))));
            List<String> guesses = new ArrayList<>(placed.guesses());
            boxes.guess(placed.seen()).ifPresent(guesses::add);
            told.add(new InferredPoint(name, placed.placed(), placed.reason(), guesses));
        }
        List<String> way = new ArrayList<>(
                returning.stream().map(seen -> seen.trace().name()).toList());
        boolean turnsBefore =
                !way.isEmpty() && !forward.getLast().seen().trace().name().equals(way.getFirst());
        Sides sides = new Sides(forward, devices);
        if (turnsBefore || sides.endBehindABox()) {
            addEnd(points, told, forward.size(), SERVER);
            addTo(way, 0, points.get(forward.size()));
        }
        if (sides.beginBeforeABox()) {
            addEnd(points, told, 0, CLIENT);
            addTo(way, way.size(), points.getFirst());
        }
        return new InferredPath(new Path(flow, points, way, List.of()), told, leftOut);
    }

    /** A way back has to begin where the way there ends; behind a device that is seen through, that is the server. */
    private static void addEnd(List<Point> points, List<InferredPoint> told, int at, String end) {
        boolean taken = points.stream()
                .anyMatch(point -> point.name().equals(end) || point.device().equals(end));
        String name = taken ? end + " (not captured)" : end;
        points.add(at, Point.named(name, name));
        told.add(
                at,
                new InferredPoint(
                        name,
                        true,
                        "The path " + (end.equals(SERVER) ? "ends" : "begins") + " at the " + end
                                + ", of which there is no capture.",
                        List.of()));
    }

    private static void addTo(List<String> way, int at, Point end) {
        if (!way.isEmpty()) {
            way.add(at, end.name());
        }
    }

    /** The way back, where it is not simply the way there turned round. */
    private List<View.Seen> returning() {
        List<View.Seen> there = forward.stream().map(Placed::seen).toList();
        boolean inside = there.stream().anyMatch(Composition::isInside);
        if (back.isEmpty() && !inside) {
            return List.of();
        }
        List<View.Seen> way = new ArrayList<>(back.isEmpty() ? there.reversed() : otherWay(there));
        for (int from = 0; from < way.size(); from++) {
            int to = from;
            while (to < way.size()
                    && isInside(way.get(to))
                    && way.get(to).view().given().equals(way.get(from).view().given())) {
                to++;
            }
            if (to > from) {
                Collections.reverse(way.subList(from, to));
                from = to - 1;
            }
        }
        return way;
    }

    /** A device is passed in the same order of positions whichever way a packet goes. */
    private static boolean isInside(View.Seen seen) {
        return seen.view().place().position().isPresent();
    }

    private List<View.Seen> otherWay(List<View.Seen> there) {
        List<View.Seen> passed = new ArrayList<>(there.stream()
                .filter(seen -> seen.sees(Direction.RETURN))
                .filter(seen -> !seen.equals(there.getFirst()) && !seen.equals(there.getLast()))
                .toList());
        back.stream().filter(View.Seen::seesFlow).forEach(passed::add);
        List<View.Seen> way = new ArrayList<>();
        way.add(there.getLast());
        List<ForwardOrder.Stop> stops = new ForwardOrder(passed).stops();
        stops.reversed().forEach(stop -> way.add(stop.seen()));
        back.stream().filter(seen -> !seen.seesFlow()).forEach(way::add);
        way.add(there.getFirst());
        return way;
    }
}
