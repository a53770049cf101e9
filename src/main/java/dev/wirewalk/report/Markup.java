package dev.wirewalk.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements with their attributes and texts, as HTML and XML both read them. The only place that escapes: whatever a file
 * or a user said goes in as text or as the value of an attribute and cannot become anything else.
 */
final class Markup {
    /** Elements of HTML that have no end tag. */
    private static final Set<String> VOID = Set.of("meta", "br", "hr");

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element. @param attributes names and values in turn */
    Markup open(String name, Object... attributes) {
        begin(name, attributes);
        open.push(name);
        return this;
    }

    /** Ends the element that was begun last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A whole element with nothing but text in it. */
    Markup leaf(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** A whole element with nothing in it. */
    Markup empty(String name, Object... attributes) {
        begin(name, attributes);
        if (!VOID.contains(name)) {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A line break between elements, for those who read the source. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** Markup that was written elsewhere, and is whole. */
    Markup add(Markup part) {
        out.append(part);
        return this;
    }

    private void begin(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(String.valueOf(attributes[i + 1]));
            out.append('"');
        }
        out.append(VOID.contains(name) ? "/>" : ">");
    }

    /** A text without what no reader shows: control characters but tab and line feed, half characters, turning marks. */
    static String readable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> shown.appendCodePoint(allowed(point) ? point : REPLACEMENT));
        return shown.toString();
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(point) ? point : REPLACEMENT);
            }
        });
    }

    /** What XML 1.0 section 2.2 allows, without the marks that turn the direction of the text behind them. */
    private static boolean allowed(int point) {
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean control = (point < ' ' && point != '\t' && point != '\n') || (point >= 0x7F && point <= 0x9F);
        boolean noCharacter = (point >= 0xD800 && point <= 0xDFFF) || (point & 0xFFFE) == 0xFFFE;
        return !turns && !control && !noCharacter;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> has no end");
        }
        return out.toString();
    }
}
