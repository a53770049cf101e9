package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/**
 * Reads the tree of each packet: protocols at the margin, their fields indented. Of two headers of one kind the outer one counts; what
 * is quoted or carried inside is not read.
 */
final class DetailParser implements TextParser {
    private final TextOutput output;
    private Optional<DetailFields> open = Optional.empty();
    private String place = "";

    DetailParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        if (DetailFormat.isFrame(text)) {
            end();
            open = Optional.of(new DetailFields(line));
            place = CommandedCapture.place(output.commands());
            return LineKind.PACKET;
        }
        if (line.blank()) {
            return LineKind.NOISE;
        }
        if (open.isEmpty()) {
            return LineKind.UNKNOWN;
        }
        if (line.indented()) {
            open.get().field(text.strip());
            return LineKind.PACKET;
        }
        if (isPrompt(text)) {
            end();
            return LineKind.UNKNOWN;
        }
        open.get().header(text.strip());
        return LineKind.PACKET;
    }

    /** {@code switch#show …}: the first word holds the mark of a prompt. */
    private static boolean isPrompt(String text) {
        int blank = text.indexOf(' ');
        String word = blank < 0 ? text : text.substring(0, blank);
        return word.indexOf('#') > 0 || word.endsWith(">") || text.startsWith("show ");
    }

    @Override
    public void end() {
        open.ifPresent(packet -> output.packet(packet.sketch().on(place)));
        open = Optional.empty();
    }
}
