package dev.wirewalk.topology.draft;

import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.ToldAnswer;
import dev.wirewalk.topology.Translation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A path as it is being typed: it may be incomplete or wrong, and {@link CheckedPath} says where.
 *
 * @param points in forward order
 * @param returnOrder ids of the points in the order of the way back, as a loaded path told; empty when over the same points
 * @param nat as a loaded path told
 * @param answers questions of the walk that were answered without a capture, by the names of points
 */
public record PathDraft(
        FlowDraft flow,
        List<PointDraft> points,
        List<String> returnOrder,
        List<Translation> nat,
        List<ToldAnswer> answers) {
    public static final PathDraft EMPTY = new PathDraft(FlowDraft.EMPTY, List.of(), List.of(), List.of(), List.of());

    public PathDraft {
        points = List.copyOf(points);
        returnOrder = List.copyOf(returnOrder);
        nat = List.copyOf(nat);
        answers = List.copyOf(answers);
    }

    /** A client, both sides of a firewall, a server: what most searches begin with. */
    public static PathDraft fourPoints() {
        return EMPTY.withPoints(List.of(
                PointDraft.of("client", "client", "eth0", "tcpdump"),
                PointDraft.of("fw-in", "fw", "eth0", "tcpdump"),
                PointDraft.of("fw-out", "fw", "eth1", "tcpdump"),
                PointDraft.of("server", "server", "eth0", "tcpdump")));
    }

    /** The draft of a path that was read; names of files are kept as hints only. */
    public static PathDraft of(Path path) {
        List<PointDraft> points = path.points().stream().map(PointDraft::of).toList();
        List<String> back = path.returnOrder().stream()
                .flatMap(name -> points.stream()
                        .filter(point -> point.name().equals(name))
                        .map(PointDraft::id))
                .toList();
        return new PathDraft(
                path.flow().map(FlowDraft::of).orElse(FlowDraft.EMPTY), points, back, path.nat(), path.answers());
    }

    public PathDraft withFlow(FlowDraft newFlow) {
        return new PathDraft(newFlow, points, returnOrder, nat, answers);
    }

    /** The path over these points; what speaks of others goes with them. */
    public PathDraft withPoints(List<PointDraft> newPoints) {
        Set<String> ids = newPoints.stream().map(PointDraft::id).collect(Collectors.toSet());
        Set<String> names =
                newPoints.stream().map(point -> point.name().strip()).collect(Collectors.toSet());
        Set<String> devices = newPoints.stream().map(PointDraft::device).collect(Collectors.toSet());
        return new PathDraft(
                flow,
                newPoints,
                returnOrder.stream().filter(ids::contains).toList(),
                nat.stream()
                        .filter(translation -> devices.contains(translation.device()))
                        .toList(),
                answers.stream().filter(told -> names.contains(told.point())).toList());
    }

    public Optional<PointDraft> point(String id) {
        return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** One more point at the end, with a name that is still free. */
    public PathDraft withNewPoint() {
        Set<String> names = points.stream().map(PointDraft::name).collect(Collectors.toSet());
        int number = points.size() + 1;
        while (names.contains("point-" + number)) {
            number++;
        }
        return with(PointDraft.of("point-" + number, "", "", ""));
    }

    /** One more point at the end. */
    public PathDraft with(PointDraft point) {
        List<PointDraft> more = new ArrayList<>(points);
        more.add(point);
        return withPoints(more);
    }

    public PathDraft without(String id) {
        return withPoints(
                points.stream().filter(point -> !point.id().equals(id)).toList());
    }

    /** The point moved by so many places towards the server (negative: the client), at most to the end of the path. */
    public PathDraft moved(String id, int places) {
        List<PointDraft> order = new ArrayList<>(points);
        for (int from = 0; from < order.size(); from++) {
            if (order.get(from).id().equals(id)) {
                int to = Math.clamp(from + places, 0, order.size() - 1);
                Collections.rotate(order.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
                break;
            }
        }
        return withPoints(order);
    }

    /** The point changed; translations follow a device that is renamed as a whole. */
    public PathDraft changed(String id, UnaryOperator<PointDraft> change) {
        List<PointDraft> changed = points.stream()
                .map(point -> point.id().equals(id) ? change.apply(point) : point)
                .toList();
        String before = point(id).map(PointDraft::device).orElse("");
        boolean renamed = changed.stream().noneMatch(point -> point.device().equals(before));
        List<Translation> follow = nat.stream()
                .map(each -> renamed && each.device().equals(before) ? follow(each, id, changed) : each)
                .toList();
        return new PathDraft(flow, points, returnOrder, follow, renamed(id, changed)).withPoints(changed);
    }

    /** Answers stay with a point that gets another name. */
    private List<ToldAnswer> renamed(String id, List<PointDraft> changed) {
        String before = name(points, id);
        return answers.stream()
                .map(told -> told.point().equals(before)
                        ? new ToldAnswer(told.question(), name(changed, id), told.yes())
                        : told)
                .toList();
    }

    private static String name(List<PointDraft> points, String id) {
        return points.stream()
                .filter(point -> point.id().equals(id))
                .map(point -> point.name().strip())
                .findFirst()
                .orElse("");
    }

    /** A question of the walk answered without a capture; an empty answer takes an earlier one back. */
    public PathDraft withAnswer(String question, String point, Optional<Boolean> yes) {
        List<ToldAnswer> told = new ArrayList<>(answers);
        told.removeIf(each -> each.question().equals(question) && each.point().equals(point));
        yes.ifPresent(said -> told.add(new ToldAnswer(question, point, said)));
        return new PathDraft(flow, points, returnOrder, nat, told);
    }

    private static Translation follow(Translation translation, String id, List<PointDraft> points) {
        String device = points.stream()
                .filter(point -> point.id().equals(id))
                .map(PointDraft::device)
                .findFirst()
                .orElse(translation.device());
        return new Translation(device, translation.source(), translation.destination());
    }

    /** This path with the identity of those points of another that have the same name, so that their files stay theirs. */
    public PathDraft keepingIdentities(PathDraft other) {
        Map<String, String> ids = new HashMap<>();
        for (PointDraft point : points) {
            other.points.stream()
                    .filter(before -> before.name().equals(point.name()))
                    .findFirst()
                    .ifPresent(before -> ids.put(point.id(), before.id()));
        }
        return new PathDraft(
                flow,
                points.stream()
                        .map(point -> point.as(ids.getOrDefault(point.id(), point.id())))
                        .toList(),
                returnOrder.stream().map(id -> ids.getOrDefault(id, id)).toList(),
                nat,
                answers);
    }

    /** What this draft amounts to. */
    public CheckedPath checked() {
        return CheckedPath.of(this);
    }
}
