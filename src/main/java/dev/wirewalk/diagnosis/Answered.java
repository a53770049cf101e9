package dev.wirewalk.diagnosis;

import java.util.List;

/**
 * A question with its answer.
 *
 * @param id the question's stable id, such as {@code syn-arrives}
 * @param point the point it was asked at
 * @param text the question in words
 * @param evidence the frames that show it; for a No, frames of the nearest points that show the packet before it was lost
 * @param assumptions what a No relies on, as sentences with their values
 * @param reason why the answer is what it is; never empty for Unknown
 */
public record Answered(
        String id,
        String point,
        String text,
        Answer answer,
        List<Evidence> evidence,
        List<String> assumptions,
        String reason) {
    public Answered {
        evidence = List.copyOf(evidence);
        assumptions = List.copyOf(assumptions);
    }
}
