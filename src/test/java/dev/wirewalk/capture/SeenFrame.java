package dev.wirewalk.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** What a test keeps of a frame after the pass has moved on. */
public record SeenFrame(
        long number, long nanos, int captured, int original, int interfaceId, String name, int linkType, int port) {

    public static SeenFrame of(Frame frame) {
        return new SeenFrame(
                frame.number(),
                frame.timeNanos(),
                frame.capturedLength(),
                frame.originalLength(),
                frame.interfaceId(),
                frame.interfaceName().orElse("-"),
                frame.linkType().number(),
                frame.packet().destinationPort());
    }

    /** A pass over a whole file: its frames and its report. */
    public record Pass(List<SeenFrame> frames, ReadReport report) {}

    public static Pass pass(Path path) {
        List<SeenFrame> frames = new ArrayList<>();
        try (CaptureFile file = CaptureFile.open(path)) {
            ReadReport report = file.read(frame -> frames.add(of(frame)));
            return new Pass(frames, report);
        } catch (UnreadableCapture e) {
            return Assertions.fail(e.getMessage());
        }
    }
}
