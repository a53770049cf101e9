package dev.wirewalk.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.wirewalk.profile.Risk;

/** What to know before typing: the reason and the remedy. */
@JsonPropertyOrder({"level", "text"})
public record PlanWarning(Risk level, String text) {}
