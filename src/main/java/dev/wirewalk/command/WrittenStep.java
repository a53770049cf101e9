package dev.wirewalk.command;

import dev.wirewalk.profile.StepTemplate;
import java.util.List;
import java.util.stream.Collectors;

/** A step of one run with its values filled in. */
record WrittenStep(StepTemplate template, RunContext run, List<WrittenLine> lines) {
    WrittenStep {
        lines = List.copyOf(lines);
    }

    Step step() {
        String command = lines.stream().map(WrittenLine::text).collect(Collectors.joining("\n"));
        return new Step(template.phase(), run.number(), command, template.why(), template.risk());
    }
}
