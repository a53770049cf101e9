package dev.wirewalk.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * A question with its answer.
 *
 * @param id the question's stable id, such as {@code syn-arrives}
 * @param point the point it was asked at
 * @param text the question in words
 * @param evidence the frames that show it; for a No, frames of the nearest points that show the packet before it was lost
 * @param assumptions what a No relies on, as sentences with their values
 * @param reason why the answer is what it is; never empty for Unknown
 * @param byHand what a person answered
 * @param agreement what the captures say of that
 */
public record Answered(
        String id,
        String point,
        String text,
        Answer answer,
        List<Evidence> evidence,
        List<String> assumptions,
        String reason,
        Optional<HandAnswer> byHand,
        Optional<Agreement> agreement) {
    public Answered {
        evidence = List.copyOf(evidence);
        assumptions = List.copyOf(assumptions);
    }

    /** An answer from the captures alone. */
    public Answered(
            String id,
            String point,
            String text,
            Answer answer,
            List<Evidence> evidence,
            List<String> assumptions,
            String reason) {
        this(id, point, text, answer, evidence, assumptions, reason, Optional.empty(), Optional.empty());
    }

    /** The same answer from the captures, with what a person said to the same question. */
    Answered beside(HandAnswer said, Agreement found) {
        return new Answered(
                id, point, text, answer, evidence, assumptions, reason, Optional.of(said), Optional.of(found));
    }
}
