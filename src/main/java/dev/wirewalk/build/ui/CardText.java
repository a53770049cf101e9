package dev.wirewalk.build.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Step;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.profile.Quoting;
import dev.wirewalk.profile.ToolProfile;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A plan as one text: the commands in order, everything else as comment lines. */
record CardText(ToolProfile tool, CapturePlan plan) {
    /** Steps that are pressed and not typed, such as {@code Ctrl+C}. */
    private static final Pattern PRESSED = Pattern.compile("(Ctrl|Alt|Shift)\\+.+|Esc|Enter");

    static boolean isPressed(Step step) {
        return PRESSED.matcher(step.command()).matches();
    }

    String everything() {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        text.add(comment(tool.name() + " " + plan.version() + ", "
                + plan.coverage().name().toLowerCase(Locale.ROOT)));
        for (Gap gap : plan.gaps()) {
            text.add(comment((gap.term() + " " + gap.reason()).strip()));
            if (plan.coverage() == Coverage.WIDER && !gap.narrow().isBlank()) {
                text.add(comment("when reading, narrow with: " + gap.narrow()));
            }
        }
        plan.warnings().forEach(warning -> text.add(comment(warning.level().word() + ": " + warning.text())));
        for (Step step : plan.steps()) {
            String run = plan.runs() > 1 ? " (run " + step.run() + " of " + plan.runs() + ")" : "";
            text.add("").add(comment(step.phase().word() + run + ": " + step.why()));
            text.add(isPressed(step) ? comment("press " + step.command()) : step.command());
        }
        return text.toString();
    }

    /** One line whatever is in it: a second line would be a command. */
    private String comment(String sentence) {
        String mark = tool.quoting() == Quoting.SHELL ? "# " : "! ";
        return mark + sentence.replaceAll("\\R", " ").strip();
    }
}
