package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/** The text of {@code show capture}, {@code packet-tracer} and {@code show asp drop} of ASA and FTD. */
public final class AsaFormat implements TextFormat {
    @Override
    public CaptureFormat format() {
        return CaptureFormat.ofText("cisco-asa-text");
    }

    @Override
    public String lineName() {
        return "Cisco ASA or FTD: a packet, list or command of a capture, or a phase of a traced packet";
    }

    @Override
    public int recognise(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return 0;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            Optional<RecordHead> head = RecordHead.parse(line, new DatedTime());
            return head.isPresent()
                    ? head.get().showsPacket() ? SURE + 5 : LIKELY
                    : PacketCounts.parse(text).isPresent() ? LIKELY : 0;
        }
        if (AsaCommand.of(line).isPresent()) {
            return SURE;
        }
        if (first == 'c' && CaptureList.parse(text).isPresent()) {
            return text.endsWith("bytes]") ? SURE : LIKELY;
        }
        return TracePhases.begins(text) ? SURE : TracePhases.isFact(text) || DropCounters.begins(text) ? LIKELY : 0;
    }

    @Override
    public boolean partial(String command) {
        return command.contains("asp-drop") || command.contains("packet-tracer");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new AsaParser(output);
    }
}
