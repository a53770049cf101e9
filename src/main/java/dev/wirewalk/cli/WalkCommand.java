package dev.wirewalk.cli;

import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.PlannedCaptures;
import dev.wirewalk.diagnosis.WalkInputException;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.PathFileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Walks one flow along a path of captures. */
@Command(
        name = "walk",
        description = "Follow one flow through the captures of a path and name the failing hop.",
        footer = {
            "",
            "Exit codes: 0 the flow works, 1 it fails or is degraded, 2 bad usage or input, 3 the captures do not tell."
        })
final class WalkCommand implements Callable<Integer> {
    private static final int FAULT = 1;
    private static final int UNDECIDED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH.yaml", description = "The path file: points in forward order, with their captures.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws BadInputException {
        WalkResult result = walk();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(result));
        } else {
            new WalkText(out).print(result);
        }
        out.flush();
        return code(result.verdict().outcome());
    }

    private WalkResult walk() throws BadInputException {
        try {
            PlannedCaptures advice = new PlannedCaptures(ToolCatalogue.standard());
            return new PathWalk(advice).walk(PathFile.read(file), WalkProgress.SILENT);
        } catch (PathFileException | WalkInputException unusable) {
            throw new BadInputException(String.valueOf(unusable.getMessage()));
        }
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> 0;
            case FAILS, DEGRADED -> FAULT;
            case UNDECIDED -> UNDECIDED;
        };
    }

    /** A result for people. */
    private record WalkText(PrintWriter out) {
        void print(WalkResult result) {
            out.println(
                    result.verdict().outcome().word() + ": " + result.verdict().summary());
            if (!result.verdict().terms().isEmpty()) {
                out.println("  " + result.verdict().terms());
            }
            result.captureIssues().forEach(issue -> out.println("  note, " + issue.point() + ": " + issue.text()));
            out.println();
            result.questions().forEach(this::print);
            result.mappings()
                    .forEach(mapping -> out.println(
                            "  at " + mapping.to() + " the flow " + mapping.flow() + " becomes " + mapping.becomes()));
            result.next().forEach(next -> {
                out.println();
                out.println("next, at " + next.point() + ": " + next.why());
                next.steps()
                        .forEach(step -> out.println("  # " + step.phase() + ": " + step.why() + "\n"
                                + step.command().indent(2).stripTrailing()));
            });
        }

        private void print(dev.wirewalk.diagnosis.Answered question) {
            StringBuilder line = new StringBuilder(question.answer().glyph() + " " + question.text() + " "
                    + question.answer().word());
            if (!question.evidence().isEmpty()) {
                line.append("  [");
                question.evidence()
                        .forEach(seen -> line.append(line.charAt(line.length() - 1) == '[' ? "" : ", ")
                                .append(seen.file())
                                .append(" #")
                                .append(seen.frame()));
                line.append(']');
            }
            out.println(line);
            if (question.answer() != Answer.YES && !question.reason().isEmpty()) {
                out.println("    " + question.reason());
            }
            question.assumptions().forEach(assumption -> out.println("    relies on: " + assumption));
        }
    }
}
