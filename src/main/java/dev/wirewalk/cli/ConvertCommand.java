package dev.wirewalk.cli;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.capture.pcapng.Conversion;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns any readable input into a pcapng file. */
@Command(
        name = "convert",
        description =
                "Turn a capture or the printed output of a tool into pcapng, with what it says in words as comments.")
final class ConvertCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 18;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A capture, or the printed output of a tool.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "OUT.pcapng",
            description = "The file to write; an old one is replaced.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    public Integer call() throws BadInputException {
        try (CaptureFile capture = CaptureFile.open(file)) {
            if (Files.exists(output) && Files.isSameFile(file, output)) {
                throw new BadInputException("-o: " + output + " is the file that is to be read");
            }
            report(write(capture));
            return 0;
        } catch (UnreadableCapture unreadable) {
            throw new BadInputException(String.valueOf(unreadable.getMessage()));
        } catch (IOException failed) {
            throw new BadInputException("-o: cannot write " + output + ": "
                    + failed.getClass().getSimpleName() + " " + failed.getMessage());
        }
    }

    /** Into a file beside, which takes the place of the old one when it is whole. */
    private Conversion.Summary write(CaptureFile capture) throws IOException {
        Path part = output.resolveSibling(output.getFileName() + ".part");
        try {
            Conversion.Summary summary;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                summary = Conversion.convert(capture, out);
            }
            Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
            return summary;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void report(Conversion.Summary summary) {
        PrintWriter err = spec.commandLine().getErr();
        summary.report()
                .warnings()
                .forEach(warning -> err.println(
                        "wirewalk convert: at offset " + warning.offset() + ": " + Words.printable(warning.text())));
        err.println("wirewalk convert: " + summary.report().packets() + " packets on " + summary.interfaces()
                + " interfaces, " + summary.commented() + " with comments: " + Words.printable(output.toString()));
        err.flush();
    }
}
