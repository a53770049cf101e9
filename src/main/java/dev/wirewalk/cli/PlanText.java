package dev.wirewalk.cli;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.command.Step;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.profile.Risk;
import java.util.List;
import java.util.stream.Collectors;

/** Plans for a person's eye: commands at the left margin, so that they can be copied, all else behind a #. */
final class PlanText {
    private PlanText() {}

    static String of(List<CapturePlan> plans) {
        return plans.stream().map(PlanText::of).collect(Collectors.joining("\n"));
    }

    private static String of(CapturePlan plan) {
        StringBuilder text = new StringBuilder();
        comment(text, "== " + plan.tool() + " " + plan.version() + ": " + meaning(plan) + " ==");
        for (Gap gap : plan.gaps()) {
            comment(text, "not said: " + gap.term() + " - " + gap.reason());
            if (!gap.narrow().isEmpty()) {
                comment(text, "  when reading, narrow with: " + gap.narrow());
            }
        }
        for (PlanWarning warning : plan.warnings()) {
            comment(text, warning.level().word() + ": " + warning.text());
        }
        for (Step step : plan.steps()) {
            text.append('\n');
            String run = plan.runs() > 1 ? " (run " + step.run() + ")" : "";
            String risk = step.risk() == Risk.NONE ? "" : " [" + step.risk().word() + "]";
            comment(text, step.phase().word() + run + risk + ": " + step.why());
            text.append(step.command()).append('\n');
        }
        return text.toString();
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
