package dev.wirewalk.diagnosis;

/** One step of a capture: the words are those of a command's steps. */
public record NextStep(String phase, int run, String command, String why, String risk) {}
