package dev.wirewalk.cli;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.NextCheck;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.PairingCount;
import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.PlannedCaptures;
import dev.wirewalk.diagnosis.WalkInputException;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.PathFileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A path file (PATH.yaml: points in forward order, with their captures), or captures alone,"
                    + " in any order: the path is then made from what they show.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--flow",
            paramLabel = "PROTOCOL,CLIENT,SERVER[,PORT]",
            converter = FlowOption.class,
            description = "With captures alone: the flow to follow, in place of the one that fails most.")
    @SuppressWarnings("NullAway.Init")
    private FlowHint flow;

    @Option(
            names = "--save-path",
            paramLabel = "OUT.yaml",
            description =
                    "With captures alone: write the path that was made from them, to be corrected and walked again.")
    @SuppressWarnings("NullAway.Init")
    private Path savedPath;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private final WalkOutputs outputs = new WalkOutputs();

    @Override
    public Integer call() throws BadInputException {
        outputs.check();
        Optional<PathFromCaptures> made = made();
        WalkResult result = walk(made);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(made.map(path -> Json.text("path", path.json(), result)).orElseGet(() -> Json.text(result)));
        } else {
            made.ifPresent(path -> path.print(out));
            new WalkText(out).print(result);
        }
        out.flush();
        return code(result.verdict().outcome());
    }

    /** The path of captures alone; empty when a path file was given. */
    private Optional<PathFromCaptures> made() throws BadInputException {
        if (files.size() == 1 && !isCapture(files.getFirst())) {
            if (flow != null || savedPath != null) {
                throw new BadInputException((flow != null ? "--flow" : "--save-path")
                        + " goes with captures; a path file tells its flow and path itself");
            }
            return Optional.empty();
        }
        Optional<Path> pathFile = files.stream().filter(WalkCommand::isPathName).findFirst();
        if (pathFile.isPresent()) {
            throw new BadInputException(
                    pathFile.get() + " is a path file, which is walked alone: it names its captures");
        }
        PathFromCaptures path = PathFromCaptures.of(files, Optional.ofNullable(flow));
        if (savedPath != null) {
            path.save(savedPath);
        }
        return Optional.of(path);
    }

    private static boolean isPathName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isCapture(Path file) {
        if (isPathName(file)) {
            return false;
        }
        try (CaptureFile _ = CaptureFile.open(file)) {
            return true;
        } catch (UnreadableCapture noCapture) {
            return false;
        }
    }

    private WalkResult walk(Optional<PathFromCaptures> made) throws BadInputException {
        try {
            PlannedCaptures advice = new PlannedCaptures(ToolCatalogue.standard());
            dev.wirewalk.topology.Path path =
                    made.map(known -> known.inferred().path()).orElseGet(() -> PathFile.read(files.getFirst()));
            WalkResult result = new PathWalk(advice).walk(path, WalkProgress.SILENT);
            outputs.write(path, "Walk of " + files.getFirst().getFileName(), result);
            return result;
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
            result.notes().forEach(note -> out.println("  note: " + note));
            result.captureIssues().forEach(issue -> out.println("  note, " + issue.point() + ": " + issue.text()));
            out.println();
            result.questions().forEach(this::print);
            result.mappings()
                    .forEach(mapping -> out.println(
                            "  at " + mapping.to() + " the flow " + mapping.flow() + " becomes " + mapping.becomes()));
            result.pairing().forEach(this::print);
            result.next().forEach(next -> {
                out.println();
                out.println("next, at " + next.point() + ": " + next.why());
                next.steps()
                        .forEach(step -> out.println("  # " + step.phase() + ": " + step.why() + "\n"
                                + step.command().indent(2).stripTrailing()));
                next.checks()
                        .forEach(check -> out.println("  # check" + care(check) + ": " + check.why() + "\n"
                                + check.command().indent(2).stripTrailing()));
            });
        }

        private static String care(NextCheck check) {
            return check.risk().equals("none") ? "" : " (" + check.risk() + ")";
        }

        private void print(PairingCount count) {
            out.println("  " + count.direction().word() + " packets at " + count.from() + " and " + count.to()
                    + " that are the same: " + count.exact() + " exact, " + count.derived() + " derived, "
                    + count.probable() + " probable, " + count.ambiguous() + " ambiguous");
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
