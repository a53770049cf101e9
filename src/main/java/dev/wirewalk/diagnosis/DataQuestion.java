package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.List;

/** Does the data of a direction come to its end? Asked about what never did; else about all of it. */
final class DataQuestion implements Question {
    private final Direction direction;

    DataQuestion(Direction direction) {
        this.direction = direction;
    }

    @Override
    public List<Answered> ask(Scene scene) {
        Delivery delivery = new Delivery(scene, direction);
        if (!delivery.anySent()) {
            return List.of();
        }
        Passage lost = delivery.undelivered();
        int end = scene.way(direction).size() - 1;
        Passage shown =
                lost.anywhere() ? lost : Passage.of(scene, direction, packet -> packet.payloadLength() > 0, end);
        return PassageQuestion.answers(scene, shown, direction == Direction.FORWARD ? Subject.DATA : Subject.ANSWER);
    }
}
