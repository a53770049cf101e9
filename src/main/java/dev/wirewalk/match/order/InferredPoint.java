package dev.wirewalk.match.order;

import java.util.List;

/**
 * Why a point stands where it stands.
 *
 * @param point the point's name in the path
 * @param placed whether anything tells its place; else it was put where points end that tell nothing
 * @param reason one sentence
 * @param guesses what was assumed of it beyond what the packets tell, one sentence each
 */
public record InferredPoint(String point, boolean placed, String reason, List<String> guesses) {
    public InferredPoint {
        guesses = List.copyOf(guesses);
    }
}
