package dev.wirewalk.command;

/**
 * A part of a command and what it does.
 *
 * @param text one or more words as they are typed
 * @param meaning one or more sentences; empty when the profile has none
 */
public record StepPart(String text, String meaning) {}
