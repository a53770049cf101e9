package dev.wirewalk.topology;

/**
 * A question of the walk that somebody answered without a capture.
 *
 * @param question the question's id, such as {@code syn-arrives}
 * @param point the name of the point that it was asked at
 */
public record ToldAnswer(String question, String point, boolean yes) {}
