package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question for a hardware address gets lost on a link, a repeated one is answered: the flow waits for it, and works. */
final class QuestionsLost implements Rule {
    /** Nobody repeats a question so soon (RFC 4861 section 10: a second). */
    private static final long COPIES_APART_NANOS = 200_000_000L;

    @Override
    public Optional<Finding> judge(Scene scene) {
        for (Direction direction : Direction.values()) {
            List<PointTrace> way = scene.way(direction);
            for (int i = 0; i + 1 < way.size(); i++) {
                PointTrace near = way.get(i);
                PointTrace far = way.get(i + 1);
                boolean link = !near.device().equals(far.device()) && near.captured() && far.captured();
                if (link && !scene.leaks().any(near) && !scene.leaks().any(far)) {
                    Optional<Finding> found = judge(scene, direction, near, far);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> judge(Scene scene, Direction direction, PointTrace near, PointTrace far) {
        Neighbours neighbours = new Neighbours(scene);
        for (NeighbourMessage question : near.neighbours()) {
            if (!question.request()
                    || question.sender().equals(question.target())
                    || !neighbours.own(near, Optional.of(far), question)) {
                continue;
            }
            List<NeighbourMessage> asked = same(near, question);
            int heard = same(far, question).size();
            if (heard > 0 && heard < asked.size() && ArpInquiry.answered(near, question.target())) {
                Place place = Place.stretch(direction, near.name(), far.name());
                return Optional.of(Finding.of(
                        Outcome.DEGRADED,
                        place,
                        direction,
                        Stage.ARP,
                        Cause.RANDOM_LOSS,
                        Evidence.ofNeighbours(asked),
                        near.device() + " asks for " + question.target() + " " + asked.size() + " times, " + heard
                                + " of the questions come to " + far.name() + "; then it is answered."));
            }
        }
        return Optional.empty();
    }

    /** The times that this was asked here; a mirror's copies of one question count once. */
    private static List<NeighbourMessage> same(PointTrace point, NeighbourMessage question) {
        List<NeighbourMessage> asked = new ArrayList<>();
        for (NeighbourMessage message : point.neighbours()) {
            boolean alike = message.request()
                    && message.sender().equals(question.sender())
                    && message.target().equals(question.target());
            if (alike && (asked.isEmpty() || message.nanos() - asked.getLast().nanos() > COPIES_APART_NANOS)) {
                asked.add(message);
            }
        }
        return asked;
    }
}
