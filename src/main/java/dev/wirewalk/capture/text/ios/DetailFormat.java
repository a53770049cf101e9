package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code show monitor capture NAME buffer detailed}: trees of tshark, {@code Frame N: N bytes on wire (…}. */
public final class DetailFormat implements TextFormat {
    @Override
    public CaptureFormat format() {
        return SummaryFormat.FORMAT;
    }

    @Override
    public String lineName() {
        return "a packet of show monitor capture buffer detailed";
    }

    @Override
    public int recognise(String line) {
        return isFrame(line) ? SURE : 0;
    }

    static boolean isFrame(String line) {
        return line.startsWith("Frame ") && line.contains(" bytes on wire");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new DetailParser(output);
    }
}
