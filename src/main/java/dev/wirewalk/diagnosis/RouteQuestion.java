package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does an end send anything towards its next hop, be it only the question for it? Asked of the server once it was reached. */
final class RouteQuestion implements Question {
    private final Direction direction;

    RouteQuestion(Direction direction) {
        this.direction = direction;
    }

    @Override
    public List<Answered> ask(Scene scene) {
        List<PointTrace> way = scene.way(direction);
        PointTrace end = way.getFirst();
        // Before the server is reached, whatever comes back was sent by a box on the way.
        boolean asked = direction == Direction.FORWARD
                || reached(scene)
                || !end.packets(direction).isEmpty();
        if (!asked) {
            return List.of();
        }
        boolean sends = scene.seen(direction, Kinds.any());
        String text = PathQuestions.routeText(end.point(), direction);
        List<Evidence> evidence = evidence(scene, way);
        if (sends || !evidence.isEmpty()) {
            return List.of(answered(end, text, Answer.YES, evidence, List.of(), ""));
        }
        return List.of(silence(scene, end, text));
    }

    private static boolean reached(Scene scene) {
        Passage request = scene.tcp() ? Kinds.syn(scene) : Kinds.request(scene);
        return request.anywhere() && request.arrived();
    }

    /** Packets of the flow where they were seen first; else the end's own questions for hardware addresses. */
    private List<Evidence> evidence(Scene scene, List<PointTrace> way) {
        for (PointTrace point : way) {
            if (!point.packets(direction).isEmpty()) {
                return Evidence.of(point.packets(direction));
            }
        }
        Neighbours neighbours = new Neighbours(scene);
        Optional<PointTrace> far = way.size() > 1 ? Optional.of(way.get(1)) : Optional.empty();
        List<NeighbourMessage> questions = new ArrayList<>();
        way.getFirst().neighbours().stream()
                .filter(message -> message.request()
                        && !message.sender().equals(message.target())
                        && neighbours.own(way.getFirst(), far, message))
                .forEach(questions::add);
        return Evidence.ofNeighbours(questions);
    }

    private Answered silence(Scene scene, PointTrace end, String text) {
        Optional<String> blind = !end.captured()
                ? Optional.of("There is no capture from " + end.name() + ".")
                : scene.leaks().any(end) || !end.warnings().isEmpty() || !NothingSent.speaks(end)
                        ? Optional.of(
                                "The capture at " + end.name() + " does not show all that " + end.device() + " sends.")
                        : scene.trace().path().flow().isEmpty()
                                ? Optional.of("No flow is told, and no capture shows one.")
                                : Optional.empty();
        if (blind.isPresent()) {
            return answered(end, text, Answer.UNKNOWN, List.of(), List.of(), blind.get());
        }
        return answered(
                end,
                text,
                Answer.NO,
                List.of(),
                List.of(
                        "The capture at " + end.name() + " is taken to have been running while the flow was tried, and"
                                + " to show all that " + end.device() + " sends: nothing proves that it missed any.",
                        end.device() + " is taken to send over the interface of " + end.name() + "."),
                "No point shows a packet of this direction, nor a question for a next hop.");
    }

    private static Answered answered(
            PointTrace end,
            String text,
            Answer answer,
            List<Evidence> evidence,
            List<String> assumptions,
            String reason) {
        return new Answered(PathQuestions.ROUTE, end.name(), text, answer, evidence, assumptions, reason);
    }
}
