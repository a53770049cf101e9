package dev.wirewalk.command;

import dev.wirewalk.profile.Risk;

/** A look at a device beside a capture, as it is typed; several lines are typed in their order. */
public record Check(String command, String why, Risk risk) {}
