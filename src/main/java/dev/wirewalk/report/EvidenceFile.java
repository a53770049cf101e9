package dev.wirewalk.report;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.capture.pcapng.PcapngWriter;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.FlowReader;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.topology.Path;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pcapng file of the packets that matter, one interface for each point: the flow, ICMP errors about it, neighbour discovery, and
 * what answers rest on, which is said in comments. Making it reads the path's files again.
 */
public final class EvidenceFile {
    private final Path path;
    private final WalkResult result;
    private final EvidenceSettings settings;

    /**
     * What was written.
     *
     * @param packets in the file
     * @param refused packets left out because they may hold addresses that could not be replaced
     */
    public record Summary(long packets, long refused) {}

    public EvidenceFile(Path path, WalkResult result, EvidenceSettings settings) {
        this.path = path;
        this.result = result;
        this.settings = settings;
    }

    /**
     * Writes the file; the stream is closed.
     *
     * @throws UnreadableCapture when a file of the path is gone or no capture any more
     */
    public Summary write(OutputStream out) throws IOException, UnreadableCapture {
        FlowTrace trace = new FlowReader(path, (_, _, _) -> {}).read();
        EvidenceFrames frames = new EvidenceFrames(result);
        long packets = 0;
        long refused = 0;
        try (PcapngWriter writer = new PcapngWriter(out, remarks(trace))) {
            for (PointTrace point : trace.points()) {
                EvidenceOutput output = new EvidenceOutput(writer, name(point), settings);
                Map<Evidence, List<String>> wanted = frames.at(point);
                for (java.nio.file.Path file : point.point().files()) {
                    read(file, wanted, output);
                }
                packets += output.written();
                refused += output.refused();
            }
            if (packets == 0) {
                writer.addInterface(LinkType.ETHERNET, 0, "", "");
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return new Summary(packets, refused);
    }

    private static void read(java.nio.file.Path file, Map<Evidence, List<String>> wanted, EvidenceOutput output)
            throws UnreadableCapture {
        String name = String.valueOf(file.getFileName());
        try (CaptureFile open = CaptureFile.open(file)) {
            open.read(frame -> {
                List<String> comments = wanted.get(new Evidence(name, frame.number()));
                if (comments != null) {
                    output.write(frame, comments);
                }
            });
        }
    }

    private String name(PointTrace point) {
        return settings.pseudonyms().map(other -> other.text(point.name())).orElse(point.name());
    }

    private List<String> remarks(FlowTrace trace) {
        List<String> remarks = new ArrayList<>();
        remarks.add("Evidence of a walk: " + shown(result.verdict().summary()));
        remarks.add(
                settings.whole()
                        ? "Each point is an interface, with the times of its own clock."
                        : "Each point is an interface, with the times of its own clock. Data behind the headers is cut off.");
        settings.pseudonyms()
                .ifPresent(
                        _ -> remarks.add("Addresses are pseudonyms: the same one for the same address at every point,"
                                + " and two share as many leading bits as the addresses do. Checksums are as right or wrong as they were."
                                + " Packets that might hold further addresses are left out."));
        trace.points().stream()
                .filter(point -> EvidenceFrames.leftOut(point) > 0)
                .forEach(point -> remarks.add(name(point) + ": " + EvidenceFrames.leftOut(point)
                        + " later packets of the flow are left out, but for those that answers rest on."));
        return remarks;
    }

    private String shown(String text) {
        return settings.pseudonyms().map(other -> other.text(text)).orElse(text);
    }
}
