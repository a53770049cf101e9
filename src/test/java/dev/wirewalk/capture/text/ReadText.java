package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.capture.TextReading;
import dev.wirewalk.packet.PacketView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A text that was read as a file, for tests to look at: each frame, event and warning as one line. */
public record ReadText(ReadReport report, List<String> frames, List<String> events, List<String> warnings) {
    public static ReadText of(String text) {
        try {
            Path file = Files.createTempFile("wirewalk", ".txt");
            try {
                Files.writeString(file, text);
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ReadText of(Path file) {
        try (CaptureFile capture = CaptureFile.open(file)) {
            List<String> frames = new ArrayList<>();
            ReadReport report = capture.read(frame -> frames.add(line(frame)));
            List<String> events = report.events().stream()
                    .map(event -> event.line() + "/" + event.frame() + " "
                            + event.kind().label() + " " + event.text())
                    .toList();
            List<String> warnings =
                    report.warnings().stream().map(ReadWarning::text).toList();
            return new ReadText(report, frames, events, warnings);
        } catch (dev.wirewalk.capture.UnreadableCapture unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public TextReading reading() {
        return report.text().orElseThrow();
    }

    /** The events without the lines they stand in: {@code frame kind text}. */
    public List<String> remarks() {
        return events.stream()
                .map(event -> event.substring(event.indexOf('/') + 1))
                .toList();
    }

    /** Fails unless every line of the text was taken for something. */
    public ReadText whole() {
        assertThat(reading().notUnderstoodLines()).as("lines not understood").isEmpty();
        return this;
    }

    /** Interface, position, time of day, then what is known of the packet; what is unknown is left out. */
    static String line(Frame frame) {
        PacketView packet = frame.packet();
        StringBuilder line = new StringBuilder();
        line.append(frame.interfaceName().orElse("-"));
        frame.position().ifPresent(position -> line.append(':').append(position));
        if (frame.hasTime()) {
            long nanos = frame.timeNanos();
            Instant time =
                    Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
            line.append(' ').append(time.toString().replace("1970-01-01T", "").replace("Z", ""));
        }
        add(line, "vlan", packet.link().vlanId());
        if (packet.arp().present()) {
            return line.append(" arp ").append(packet.arp().operation()).toString();
        }
        line.append(' ').append(side(packet, true)).append(" > ").append(side(packet, false));
        if (packet.tcp().present()) {
            line.append(' ').append(flags(packet.tcp().flags()));
            add(line, "seq", packet.tcp().sequence());
            add(line, "ack", packet.tcp().has(0x10) ? packet.tcp().acknowledgement() : -1);
            add(line, "win", packet.tcp().window());
            add(line, "mss", packet.tcp().maximumSegmentSize());
            add(line, "ts", packet.tcp().timestamp());
        } else if (packet.icmp().present()) {
            line.append(" icmp ")
                    .append(packet.icmp().type())
                    .append('/')
                    .append(packet.icmp().code());
            add(line, "echo", packet.icmp().identifier());
            add(line, "seq", packet.icmp().sequence());
        } else {
            add(line, "proto", packet.ip().protocol());
        }
        if (packet.ip().fragment()) {
            line.append(" frag ").append(packet.ip().fragmentOffset());
            line.append(packet.ip().moreFragments() ? "+" : "");
        }
        add(line, "id", packet.ip().identification());
        add(line, "ttl", packet.ip().ttl());
        add(line, "data", packet.payloadLength());
        return line.toString();
    }

    private static String side(PacketView packet, boolean source) {
        int port = source ? packet.sourcePort() : packet.destinationPort();
        String address = (source ? packet.ip().sourceAddress() : packet.ip().destinationAddress())
                .map(Object::toString)
                .orElse("?");
        return port < 0 ? address : address + ":" + port;
    }

    private static String flags(int flags) {
        if (flags < 0) {
            return "tcp";
        }
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < 8; bit++) {
            if ((flags & 1 << bit) != 0) {
                letters.append("FSRPAUEC".charAt(bit));
            }
        }
        return letters.isEmpty() ? "none" : letters.toString();
    }

    private static void add(StringBuilder line, String name, long value) {
        if (value >= 0) {
            line.append(' ').append(name).append('=').append(value);
        }
    }
}
