package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;

/**
 * A question that the walk of a path asks at a point; known before there is any capture.
 *
 * @param id with {@code point} the question's stable name, such as {@code syn-arrives}
 * @param text the question in words
 * @param direction of the packet that it is about
 */
public record PathQuestion(String id, String point, String text, Stage stage, Direction direction) {}
