package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.text.LineScanner;

/** Whole decimal numbers in texts. */
final class Decimal {
    private Decimal() {}

    /** @return the number, or -1 when the text is none, or a larger one than {@code most} */
    static int parse(String text, int most) {
        LineScanner line = new LineScanner(text);
        long value = line.number();
        return value < 0 || value > most || !line.atEnd() ? -1 : (int) value;
    }
}
