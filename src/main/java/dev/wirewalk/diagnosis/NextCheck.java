package dev.wirewalk.diagnosis;

/** A look at the device beside a capture; the word of its risk is one of a command's steps. */
public record NextCheck(String command, String why, String risk) {}
