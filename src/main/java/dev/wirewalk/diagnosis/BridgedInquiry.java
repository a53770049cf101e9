package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/**
 * A question for the far end itself, on a path whose boxes pass questions on as a bridge does: how far the question came, and
 * how far the answer. Concludes only where the boxes are known to be such, by what was heard behind one or by the asker's
 * prefix.
 */
final class BridgedInquiry {
    private final Scene scene;

    BridgedInquiry(Scene scene) {
        this.scene = scene;
    }

    Optional<Finding> judge(Direction direction, int index, List<NeighbourMessage> questions) {
        List<PointTrace> way = scene.way(direction);
        NeighbourMessage question = questions.getFirst();
        Optional<IpAddress> end = direction == Direction.FORWARD ? scene.server() : scene.client();
        int heard = index;
        for (int i = index; i < way.size(); i++) {
            heard = hears(way.get(i), question) ? i : heard;
        }
        boolean through = heard > index + 1;
        boolean onLink = way.get(index).point().addresses().stream()
                .anyMatch(told -> told.network().contains(question.target()));
        if (index + 2 >= way.size()
                || end.filter(question.target()::equals).isEmpty()
                || !(through || onLink)
                || way.stream().anyMatch(point -> !point.captured())) {
            return Optional.empty();
        }
        int answered = -1;
        for (int i = way.size() - 1; i > index; i--) {
            answered = ArpInquiry.answered(way.get(i), question.target()) ? i : answered;
        }
        if (answered > 0) {
            return Optional.of(gap(direction, way.get(answered - 1), way.get(answered), questions, "the answer"));
        }
        if (heard == way.size() - 1) {
            return Optional.of(Finding.fails(
                    Place.at(way.getLast().device()),
                    direction,
                    Stage.ARP,
                    Cause.ARP_UNANSWERED,
                    Evidence.ofNeighbours(questions),
                    way.getLast().device() + " hears the question for its own address " + question.target()
                            + " and does not answer."));
        }
        return Optional.of(gap(direction, way.get(heard), way.get(heard + 1), questions, "the question"));
    }

    private static boolean hears(PointTrace point, NeighbourMessage question) {
        return point.neighbours().stream()
                .anyMatch(message -> message.request()
                        && message.target().equals(question.target())
                        && message.sender().equals(question.sender()));
    }

    private static Finding gap(
            Direction direction, PointTrace near, PointTrace far, List<NeighbourMessage> questions, String what) {
        Place place = Place.passing(direction, near, far);
        return Finding.fails(
                place,
                direction,
                Stage.ARP,
                Cause.ARP_UNANSWERED,
                Evidence.ofNeighbours(questions),
                "The question for " + questions.getFirst().target() + " is not answered: " + what + " gets lost "
                        + place.words() + ".");
    }
}
