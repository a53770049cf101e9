package dev.wirewalk.cli;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.report.EvidenceFile;
import dev.wirewalk.report.EvidenceSettings;
import dev.wirewalk.report.Pseudonyms;
import dev.wirewalk.report.ReportSettings;
import dev.wirewalk.report.WalkReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The files that a walk writes beside what it prints. */
final class WalkOutputs {
    private static final int BUFFER = 1 << 18;

    @Option(
            names = "--report",
            paramLabel = "FILE.html|.md",
            description = "Write the whole result as one HTML file or as Markdown; an old file is replaced.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--evidence",
            paramLabel = "OUT.pcapng",
            description = "Write the packets that matter, without their data, each point as an interface.")
    private Optional<Path> evidence = Optional.empty();

    @Option(
            names = "--pseudonyms",
            description =
                    "Other addresses for addresses in report and evidence: the same for the same, checksums kept.")
    private boolean pseudonyms;

    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException, BadInputException;
    }

    /** Says before a long walk that a file could not be written after it. */
    void check() throws BadInputException {
        if (report.isPresent() && !ends(report.get(), ".html") && !ends(report.get(), ".md")) {
            throw new BadInputException("--report: " + report.get() + " ends neither with .html nor with .md");
        }
        if (pseudonyms && report.isEmpty() && evidence.isEmpty()) {
            throw new BadInputException("--pseudonyms goes with --report or --evidence");
        }
    }

    void write(dev.wirewalk.topology.Path path, String title, WalkResult result) throws BadInputException {
        Optional<Pseudonyms> others = pseudonyms ? Optional.of(Pseudonyms.fresh()) : Optional.empty();
        if (report.isPresent()) {
            ReportSettings settings = new ReportSettings(
                    title,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    UnaryOperator.identity(),
                    text -> others.map(other -> other.text(text)).orElse(text));
            WalkReport written = new WalkReport(path, result, settings);
            String text = ends(report.get(), ".md") ? written.markdown() : written.html();
            write("--report", report.get(), path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        if (evidence.isPresent()) {
            EvidenceFile packets = new EvidenceFile(path, result, new EvidenceSettings(false, others));
            write("--evidence", evidence.get(), path, out -> write(packets, out));
        }
    }

    private static void write(EvidenceFile packets, OutputStream out) throws IOException, BadInputException {
        try {
            packets.write(new BufferedOutputStream(out, BUFFER));
        } catch (UnreadableCapture unreadable) {
            throw new BadInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Into a file beside, which takes the place of the old one when it is whole. */
    private static void write(String option, Path file, dev.wirewalk.topology.Path path, Content content)
            throws BadInputException {
        try {
            for (var point : path.points()) {
                for (Path capture : point.files()) {
                    if (Files.exists(file) && Files.exists(capture) && Files.isSameFile(file, capture)) {
                        throw new BadInputException(option + ": " + file + " is one of the captures");
                    }
                }
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    content.write(out);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new BadInputException(option + ": cannot write " + file + ": "
                    + failed.getClass().getSimpleName() + " " + failed.getMessage());
        }
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
