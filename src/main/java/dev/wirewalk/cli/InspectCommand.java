package dev.wirewalk.cli;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.Inspector;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what captures and text outputs hold. */
@Command(
        name = "inspect",
        description = "Say what captures or text outputs hold: facts, findings, conversations, events.",
        footer = {"", "Exit codes: 0 done, 2 bad usage, or none of the files could be read."})
final class InspectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Captures, or the printed output of a tool.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "Print one JSON document a line and file.")
    private boolean json;

    @Option(
            names = "--frames",
            description = "Print one JSON object a line for each frame with a TCP sequence flag instead.")
    private boolean frames;

    private record Unreadable(String file, String error) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int unread = 0;
        for (String file : files) {
            try {
                inspect(file, out);
            } catch (UnreadableCapture unreadable) {
                unread++;
                complain(file, unreadable.reason(), out);
            } catch (InvalidPathException impossible) {
                unread++;
                complain(file, "is no possible name of a file", out);
            } catch (OutOfMemoryError tooLarge) {
                unread++;
                complain(file, CommandLineProgram.TOO_LARGE, out);
            } catch (RuntimeException fault) {
                // One file's fault is no reason to say nothing of the others.
                unread++;
                complain(file, "could not be inspected by a fault of Wirewalk, please report it: " + fault, out);
            }
        }
        out.flush();
        return unread == files.size() ? CommandLineProgram.BAD_INPUT : 0;
    }

    private void complain(String file, String reason, PrintWriter out) {
        if (json || frames) {
            out.println(Json.text(new Unreadable(file, reason)));
        } else {
            PrintWriter err = spec.commandLine().getErr();
            err.println("wirewalk inspect: " + Words.printable(file + " " + reason + "."));
            err.flush();
        }
    }

    private void inspect(String file, PrintWriter out) throws UnreadableCapture {
        try (CaptureFile capture = CaptureFile.open(Path.of(file))) {
            if (frames) {
                capture.read(new FrameLines(file, out));
                return;
            }
            Inspector inspector =
                    new Inspector(TerminalProgress.of(file, spec.commandLine().getErr()), false);
            try (Inspection inspection = inspector.inspect(capture, file)) {
                if (json) {
                    out.println(Json.text(inspection.result()));
                } else {
                    new InspectionText(out).print(inspection);
                }
            }
        }
    }
}
