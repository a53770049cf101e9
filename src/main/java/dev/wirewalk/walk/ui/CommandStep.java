package dev.wirewalk.walk.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Step;
import dev.wirewalk.diagnosis.NextStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One step of a capture as it is shown, wherever it comes from.
 *
 * @param risk a word when care is needed, else empty
 */
record CommandStep(String phase, String command, String why, String risk) {
    static List<CommandStep> of(CapturePlan plan) {
        return plan.steps().stream().map(CommandStep::of).toList();
    }

    private static CommandStep of(Step step) {
        String run = step.run() > 1 ? " (run " + step.run() + ")" : "";
        return new CommandStep(
                word(step.phase().name()) + run,
                step.command(),
                step.why(),
                care(step.risk().name()));
    }

    static CommandStep of(NextStep step) {
        String run = step.run() > 1 ? " (run " + step.run() + ")" : "";
        return new CommandStep(word(step.phase()) + run, step.command(), step.why(), care(step.risk()));
    }

    /** All commands with their reasons as comments, for a notebook or a ticket. */
    static String text(List<CommandStep> steps) {
        return steps.stream()
                .map(step -> "# " + step.phase() + ": " + step.why() + "\n" + step.command())
                .collect(Collectors.joining("\n"));
    }

    private static String care(String risk) {
        return word(risk).equals("none") ? "" : word(risk);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
