package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Is the sender's question for its next hop answered? Asked where a device sends into a link and a question was seen. */
final class ArpQuestion implements Question {
    private final Direction direction;

    ArpQuestion(Direction direction) {
        this.direction = direction;
    }

    @Override
    public List<Answered> ask(Scene scene) {
        List<Answered> answers = new ArrayList<>();
        List<PointTrace> way = scene.way(direction);
        Neighbours neighbours = new Neighbours(scene);
        for (int i = 0; i + 1 < way.size(); i++) {
            PointTrace near = way.get(i);
            Optional<PointTrace> far = Optional.of(way.get(i + 1));
            if (near.device().equals(way.get(i + 1).device())) {
                continue;
            }
            List<NeighbourMessage> questions = near.neighbours().stream()
                    .filter(message -> message.request()
                            && !message.sender().equals(message.target())
                            && neighbours.own(near, far, message))
                    .toList();
            if (questions.isEmpty()) {
                continue;
            }
            answers.add(answer(scene, near, far, questions));
        }
        return answers;
    }

    private Answered answer(Scene scene, PointTrace near, Optional<PointTrace> far, List<NeighbourMessage> questions) {
        List<NeighbourMessage> open = new ArpInquiry(scene).unanswered(near, far);
        String target = (open.isEmpty() ? questions : open).getFirst().target().toString();
        String text = "Is " + near.device() + "'s question for " + target + " answered at " + near.name() + "?";
        if (open.isEmpty()) {
            return new Answered(
                    PathQuestions.ARP, near.name(), text, Answer.YES, Evidence.ofNeighbours(questions), List.of(), "");
        }
        boolean passes = !near.packets(direction).isEmpty();
        return new Answered(
                PathQuestions.ARP,
                near.name(),
                text,
                passes ? Answer.UNKNOWN : Answer.NO,
                Evidence.ofNeighbours(open),
                passes
                        ? List.of()
                        : List.of("The capture at " + near.name()
                                + " is taken to show both directions: nothing proves that it missed an answer."),
                passes
                        ? "No answer is in the capture, but packets leave: the next hop is known."
                        : "The question was asked " + open.size() + " times.");
    }
}
