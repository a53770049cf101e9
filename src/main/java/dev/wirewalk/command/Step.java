package dev.wirewalk.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.Risk;
import java.util.regex.Pattern;

/**
 * @param run which run of the tool it belongs to, from 1
 * @param command exactly what is typed, line by line, without prompt; a key such as {@code Ctrl+C} where one is pressed
 * @param why one sentence for the one who types it
 */
@JsonPropertyOrder({"phase", "run", "command", "why", "risk"})
public record Step(Phase phase, int run, String command, String why, Risk risk) {
    private static final Pattern KEYS = Pattern.compile("(Ctrl|Alt|Shift)\\+.+|Esc|Enter");

    /** Whether the command is a key such as {@code Ctrl+C}. */
    public boolean mustBePressed() {
        return KEYS.matcher(command).matches();
    }
}
