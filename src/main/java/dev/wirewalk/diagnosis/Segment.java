package dev.wirewalk.diagnosis;

/** A stretch of the path, both ends by name and in forward order. */
public record Segment(String from, String to) {}
