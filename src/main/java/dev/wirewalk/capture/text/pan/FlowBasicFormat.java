package dev.wirewalk.capture.text.pan;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.ShownClock;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** Blocks that begin with {@code == YYYY-MM-DD HH:MM:SS.fff +0000 ==}, or with the line of the stage where a packet was received. */
public final class FlowBasicFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("paloalto-flow-basic-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a block of a flow basic log, a format known from descriptions only";
    }

    @Override
    public int recognise(String line) {
        return blockTime(line) >= 0 || isStage(line) ? SURE : 0;
    }

    static boolean isStage(String line) {
        return line.startsWith("Packet received at ") && line.contains(" stage");
    }

    /** The time in the line that begins a block, as shown, in nanoseconds; the zone is taken off. -1 in other lines. */
    static long blockTime(String line) {
        LineScanner scanner = new LineScanner(line);
        if (!scanner.accept("== ")) {
            return -1;
        }
        long year = scanner.number();
        long month = scanner.accept("-") ? scanner.number() : -1;
        long day = scanner.accept("-") ? scanner.number() : -1;
        long time = scanner.blanks() ? scanner.timeOfDay() : -1;
        if (year < 1000 || month < 1 || day < 1 || time < 0) {
            return -1;
        }
        scanner.blanks();
        boolean east = scanner.accept("+");
        long zone = east || scanner.accept("-") ? scanner.number() : 0;
        long minutes = zone < 0 ? 0 : zone / 100 * 60 + zone % 100;
        return Math.max(0, ShownClock.date(year, month, day, time) - (east ? minutes : -minutes) * 60_000_000_000L);
    }

    @Override
    public boolean partial(String command) {
        return command.contains("packet-diag") || command.contains("packet_diag");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new FlowBasicParser(output);
    }
}
