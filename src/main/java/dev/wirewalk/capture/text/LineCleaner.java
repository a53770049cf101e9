package dev.wirewalk.capture.text;

import java.util.function.Consumer;

/**
 * Takes out of a line what terminals, pagers and web pages put in: escape sequences (ECMA-48), backspaces with what they
 * rub out, carriage returns, NULs, pager texts, HTML entities, typographic quotes and dashes.
 */
final class LineCleaner {
    private static final String[] PAGERS = {
        "<--- More --->",
        "<--- more --->",
        "---(more)---[abort]",
        "---(more)---",
        "--More--",
        "-- More --",
        "--- More ---"
    };
    private static final String[][] ENTITIES = {
        {"&gt;", ">"}, {"&lt;", "<"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}
    };
    private static final char ESCAPE = 0x1B;
    private static final char BELL = 0x07;

    private final StringBuilder out = new StringBuilder();

    /** Hands on each part between lone carriage returns; at least one, which may be empty. */
    void clean(String raw, Consumer<String> lines) {
        out.setLength(0);
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '\r') {
            end--;
        }
        boolean pager = false;
        for (int i = 0; i < end; i++) {
            char c = raw.charAt(i);
            if (c == ESCAPE) {
                i = behindEscape(raw, i, end) - 1;
            } else if (c == '\b') {
                out.setLength(Math.max(0, out.length() - 1));
            } else if (c == '\r') {
                String part = finish(pager);
                if (!part.isBlank()) {
                    lines.accept(part);
                }
                out.setLength(0);
            } else if (c == '\t' || (c >= ' ' && c != 0x7F && c != 0xFFFD)) {
                out.append(plain(c));
                pager |= c == '-' || c == '&' || c == '[';
            }
        }
        lines.accept(finish(pager));
    }

    private String finish(boolean mayHavePager) {
        String line = out.toString();
        if (mayHavePager) {
            for (String pager : PAGERS) {
                line = line.replace(pager, "");
            }
            if (line.indexOf('&') >= 0) {
                for (String[] entity : ENTITIES) {
                    line = line.replace(entity[0], entity[1]);
                }
            }
        }
        return line;
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A' -> '\'';
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u00A0', '\u2007', '\u202F' -> ' ';
            default -> c;
        };
    }

    /** CSI ends with a letter or one of {@code @[\]^_`{|}~}; OSC with BEL or ESC \; other sequences are two characters long. */
    private static int behindEscape(String raw, int at, int end) {
        if (at + 1 >= end) {
            return end;
        }
        char kind = raw.charAt(at + 1);
        int i = at + 2;
        if (kind == '[') {
            while (i < end && (raw.charAt(i) < 0x40 || raw.charAt(i) > 0x7E)) {
                i++;
            }
            return Math.min(end, i + 1);
        }
        if (kind == ']') {
            while (i < end && raw.charAt(i) != BELL && raw.charAt(i) != ESCAPE) {
                i++;
            }
            return i < end && raw.charAt(i) == ESCAPE ? Math.min(end, i + 2) : Math.min(end, i + 1);
        }
        return kind == '(' || kind == ')' ? Math.min(end, i + 1) : i;
    }
}
