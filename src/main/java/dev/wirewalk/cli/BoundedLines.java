package dev.wirewalk.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a text in UTF-8, none kept longer than a limit however long it is; a byte order mark is no part of the first. */
final class BoundedLines implements Closeable {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final BufferedReader reader;
    private final int longest;
    private boolean first = true;

    /** Bytes that are no UTF-8 are replaced, so that a damaged line is an error of its own. */
    BoundedLines(InputStream bytes, int longest) {
        this.reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.longest = longest;
    }

    /** @param whole whether nothing of it was cut off */
    record Line(String text, boolean whole) {}

    /** The next line without its end; empty behind the last. */
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        int letter = reader.read();
        if (first && letter == BYTE_ORDER_MARK) {
            letter = reader.read();
        }
        first = false;
        if (letter < 0) {
            return Optional.empty();
        }
        while (letter >= 0 && letter != '\n') {
            if (text.length() < longest) {
                text.append((char) letter);
            } else {
                whole = false;
            }
            letter = reader.read();
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return Optional.of(new Line(text.toString(), whole));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
