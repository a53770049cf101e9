package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.flow.Conversations;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads bytes as a capture, every field of every frame, and checks what must hold whatever the bytes are. */
final class AnyBytes {
    private AnyBytes() {}

    /** @return the report, or empty when the bytes were refused in a sentence */
    static Optional<ReadReport> read(byte[] content, Path folder) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "any", ".bytes"), content);
        Conversations conversations = new Conversations();
        try (CaptureFile capture = CaptureFile.open(file)) {
            long size = capture.size();
            ReadReport report = capture.read(frame -> {
                boolean text = frame.line() > 0;
                assertThat(frame.dataOffset()).isBetween(0L, size);
                assertThat(text || frame.dataOffset() + frame.capturedLength() <= size)
                        .isTrue();
                conversations.add(frame);
                readEveryField(frame);
                if (frame.number() % 7 == 1) {
                    capture.visit(
                            frame.place(),
                            frame.number(),
                            again -> assertThat(SeenFrame.of(again)).isEqualTo(SeenFrame.of(frame)));
                }
            });
            report.warnings().forEach(warning -> assertThat(warning.offset()).isNotNegative());
            assertThat(report.warnings()).hasSizeLessThan(110);
            return Optional.of(report);
        } catch (UnreadableCapture refused) {
            assertThat(refused.getMessage()).endsWith(".");
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void readEveryField(Frame frame) {
        FrameFields.of(frame);
        frame.interfaceName();
        frame.position();
        PacketView packet = new Innermost().of(frame.packet());
        int captured = packet.capturedPayloadLength();
        assertThat(captured).isBetween(-1, frame.capturedLength());
        packet.truncated();
        packet.icmp().neighbourMac();
        packet.icmp().redirectGateway();
        PacketView quoted = new PacketView();
        if (packet.quoted(quoted)) {
            quoted.tcp().timestamp();
            quoted.quoted(new PacketView());
        }
    }
}
