package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every question of the method for a path, in the order in which they are asked: for each kind of packet, at each point of its
 * way, does it arrive, does it leave; before the first kind of a direction whether the sender emits anything at all and whether
 * its question for the next hop is answered; at the end whether the server answers well.
 */
public final class PathQuestions {
    static final String ROUTE = "route-emits";
    static final String ARP = "arp-answered";
    static final String APPLICATION = "application-answers";

    /**
     * A question and what it is about.
     *
     * @param index the point's index on the way of the subject's direction
     */
    record Step(PathQuestion question, Subject subject, int index) {}

    private PathQuestions() {}

    /** All questions of the path, each once; a flow that is not told is taken for TCP. */
    public static List<PathQuestion> of(Path path) {
        return steps(path, path.flow().map(FlowHint::protocol).orElse(FlowProtocol.TCP)).stream()
                .map(Step::question)
                .toList();
    }

    static List<Step> steps(Path path, FlowProtocol protocol) {
        List<Step> steps = new ArrayList<>();
        List<Subject> subjects = Subject.of(protocol);
        for (Subject subject : subjects) {
            List<Point> way = Ways.of(path, subject.direction());
            for (int i = 0; i < way.size(); i++) {
                if (subject.opens()) {
                    ahead(way, i, subject, steps);
                }
                boolean leaves = Ways.leaves(way, i);
                String point = way.get(i).name();
                steps.add(step(subject.key(leaves), point, subject.text(leaves, point), subject, subject.stage(), i));
            }
        }
        Point server = Ways.of(path, Direction.FORWARD).getLast();
        Subject last = subjects.getLast();
        steps.add(step(APPLICATION, server.name(), applicationText(server.device()), last, Stage.APPLICATION, 0));
        return once(steps);
    }

    /** What must go well before the packet can leave the point. */
    private static void ahead(List<Point> way, int index, Subject subject, List<Step> steps) {
        Point point = way.get(index);
        if (index == 0) {
            steps.add(step(ROUTE, point.name(), routeText(point, subject.direction()), subject, subject.stage(), 0));
        }
        if (Ways.sendsIntoLink(way, index)) {
            String text = "Is " + point.device() + "'s question for its next hop answered at " + point.name() + "?";
            steps.add(step(ARP, point.name(), text, subject, Stage.ARP, index));
        }
    }

    private static Step step(String id, String point, String text, Subject subject, Stage stage, int index) {
        return new Step(new PathQuestion(id, point, text, stage, subject.direction()), subject, index);
    }

    /** A point that is on both ways as a sender is asked once. */
    private static List<Step> once(List<Step> steps) {
        record Name(String id, String point) {}
        Set<Name> known = new HashSet<>();
        return steps.stream()
                .filter(step ->
                        known.add(new Name(step.question().id(), step.question().point())))
                .toList();
    }

    static String routeText(Point point, Direction direction) {
        return "Does " + point.device() + " send anything " + (direction == Direction.FORWARD ? "of the flow" : "back")
                + " at " + point.name() + ", be it the question for its next hop?";
    }

    static String applicationText(String server) {
        return "Does " + server + " answer the request in time and without an error?";
    }
}
