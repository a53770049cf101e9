package dev.wirewalk.cli;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.command.Step;
import dev.wirewalk.command.StepExplanation;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.profile.Risk;
import java.util.List;
import java.util.stream.Collectors;

/** Plans for a person's eye: commands at the left margin, so that they can be copied, all else behind a #. */
final class PlanText {
    private PlanText() {}

    static String of(List<CapturePlan> plans) {
        return plans.stream().map(plan -> of(plan, List.of())).collect(Collectors.joining("\n"));
    }

    /** @param explanations one for each step, or none at all */
    static String of(CapturePlan plan, List<StepExplanation> explanations) {
        StringBuilder text = new StringBuilder();
        comment(text, "== " + plan.tool() + " " + plan.version() + ": " + meaning(plan) + " ==");
        for (Gap gap : plan.gaps()) {
            comment(text, "not said: " + gap.term() + " - " + gap.reason());
            if (!gap.narrow().isEmpty()) {
                comment(text, "  when reading, narrow with: " + gap.narrow());
            }
        }
        plan.narrowing().filter(narrowing -> !narrowing.display().isEmpty()).ifPresent(narrowing -> {
            String coverage = narrowing.displayCoverage() == Coverage.EXACT ? "" : " (wider)";
            comment(text, "in Wireshark, narrow with" + coverage + ": " + narrowing.display());
        });
        for (PlanWarning warning : plan.warnings()) {
            comment(text, warning.level().word() + ": " + warning.text());
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            text.append('\n');
            String run = plan.runs() > 1 ? " (run " + step.run() + ")" : "";
            String risk = step.risk() == Risk.NONE ? "" : " [" + step.risk().word() + "]";
            comment(text, step.phase().word() + run + risk + ": " + step.why());
            text.append(step.command()).append('\n');
            if (!explanations.isEmpty()) {
                explain(text, explanations.get(i));
            }
        }
        return text.toString();
    }

    private static void explain(StringBuilder text, StepExplanation step) {
        step.lines().stream()
                .flatMap(line -> line.parts().stream())
                .distinct()
                .forEach(part -> comment(text, "  " + part.text() + "  " + part.meaning()));
    }

    private static String meaning(CapturePlan plan) {
        return switch (plan.coverage()) {
            case EXACT -> "exact";
            case WIDER -> "wider, selects more than asked for";
            case UNSUPPORTED -> "unsupported, nothing is rendered";
        };
    }

    private static void comment(StringBuilder text, String words) {
        text.append("# ").append(words).append('\n');
    }
}
