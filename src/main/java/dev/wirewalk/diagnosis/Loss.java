package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;

/** Packets of the flow that left {@code from} and those of them that never came to {@code to}; both points in forward order. */
public record Loss(String from, String to, Direction direction, int sent, int missing) {}
