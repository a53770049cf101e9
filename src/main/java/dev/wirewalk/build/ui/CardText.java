package dev.wirewalk.build.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Step;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.profile.ToolProfile;
import java.util.Locale;
import java.util.StringJoiner;

/** A plan as one text: the commands in order, everything else as comment lines. */
record CardText(ToolProfile tool, CapturePlan plan) {
    /** Without comments, and with nothing but the commands, when the tool's command line takes none. */
    String everything() {
        return tool.comment().map(this::commented).orElseGet(this::commands);
    }

    private String commands() {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        plan.steps().stream().filter(step -> !step.mustBePressed()).forEach(step -> text.add(step.command()));
        return text.toString();
    }

    private String commented(String mark) {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        text.add(comment(
                mark,
                tool.name() + " " + plan.version() + ", "
                        + plan.coverage().name().toLowerCase(Locale.ROOT)));
        for (Gap gap : plan.gaps()) {
            text.add(comment(mark, (gap.term() + " " + gap.reason()).strip()));
            if (plan.coverage() == Coverage.WIDER && !gap.narrow().isBlank()) {
                text.add(comment(mark, "when reading, narrow with: " + gap.narrow()));
            }
        }
        plan.warnings()
                .forEach(warning -> text.add(comment(mark, warning.level().word() + ": " + warning.text())));
        for (Step step : plan.steps()) {
            String run = plan.runs() > 1 ? " (run " + step.run() + " of " + plan.runs() + ")" : "";
            text.add("").add(comment(mark, step.phase().word() + run + ": " + step.why()));
            text.add(step.mustBePressed() ? comment(mark, "press " + step.command()) : step.command());
        }
        return text.toString();
    }

    /** One line whatever is in it: a second line would be a command. */
    private static String comment(String mark, String sentence) {
        return mark + " " + sentence.replaceAll("\\R", " ").strip();
    }
}
