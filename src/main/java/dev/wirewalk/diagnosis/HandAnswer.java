package dev.wirewalk.diagnosis;

import dev.wirewalk.topology.ToldAnswer;

/**
 * An answer that a person gave without a capture.
 *
 * @param question the id of a question of {@link PathQuestions}, such as {@code syn-arrives}
 * @param point the name of the point that it is asked at
 * @param answer Unknown takes an earlier answer back
 */
public record HandAnswer(String question, String point, Answer answer) {
    static HandAnswer of(ToldAnswer told) {
        return new HandAnswer(told.question(), told.point(), told.yes() ? Answer.YES : Answer.NO);
    }
}
