package dev.wirewalk.command;

import java.util.List;

/** What the parts of a step do, line by line. */
public record StepExplanation(Step step, List<Line> lines) {
    public StepExplanation {
        lines = List.copyOf(lines);
    }

    /**
     * @param command the line as it is typed
     * @param parts its parts in order; only spaces stand between them
     */
    public record Line(String command, List<StepPart> parts) {
        public Line {
            parts = List.copyOf(parts);
        }
    }
}
