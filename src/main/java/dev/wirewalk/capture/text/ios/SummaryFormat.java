package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/**
 * {@code show monitor capture NAME buffer [brief]}: lines of tshark on switches ({@code N S.ffffff SRC -> DST PROTO LEN Info}), a table with
 * size and DSCP on routers ({@code N SIZE S.ffffff SRC -> DST DSCP PROTO}).
 */
public final class SummaryFormat implements TextFormat {
    static final CaptureFormat FORMAT = CaptureFormat.ofText("cisco-ios-capture-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a packet of show monitor capture buffer";
    }

    @Override
    public int recognise(String line) {
        if (SummaryLine.of(line).isPresent()) {
            return SURE;
        }
        return line.contains("0000: ") && SummaryParser.isFirstRow(line) ? LIKELY : 0;
    }

    @Override
    public boolean aside(String line) {
        return DeviceText.is(line);
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new SummaryParser(output);
    }
}
