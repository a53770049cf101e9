package dev.wirewalk.command;

import java.util.List;

/**
 * A plan with what each part of its steps does.
 *
 * @param steps one for each step of the plan, in the same order
 */
public record ExplainedPlan(CapturePlan plan, List<StepExplanation> steps) {
    public ExplainedPlan {
        steps = List.copyOf(steps);
    }
}
