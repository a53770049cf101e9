package dev.wirewalk.diagnosis;

/** The flow {@code flow} as seen at {@code from} appears at {@code to} as {@code becomes}. */
public record Mapping(String from, String to, String flow, String becomes) {}
