package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of one packet, as far as they came. */
final class PacketRecord {
    private static final int MOST_TEXTS = 16;
    private static final int MOST_DECODED = 400;
    private static final int LONGEST = 1 << 17;

    /** What a line without a head is to the record that is open. */
    enum Part {
        DUMP,
        DETAIL,
        INNER,
        DECODED,
        WRAPPED,
        FOREIGN
    }

    final TextLine head;
    final TimeColumn.Form form;
    final long shown;
    final String interfaceName;
    final String position;
    final String verdict;
    final HexDump dump;
    /** The packet's text, and those of the packets inside that are printed in lines of their own. */
    private final List<StringBuilder> texts = new ArrayList<>();
    /** What tcpdump decoded of the payload, line by line. */
    private final List<String> decoded = new ArrayList<>();

    /** @param interfaceName of the line itself, or of the run that it belongs to */
    PacketRecord(TextLine head, HeadColumns columns, String interfaceName, HexDump dump) {
        this.head = head;
        this.dump = dump;
        form = columns.form();
        shown = columns.nanos();
        this.interfaceName = interfaceName;
        position = columns.position();
        verdict = columns.verdict();
        texts.add(new StringBuilder(columns.rest().rest()));
        dump.clear();
    }

    List<String> texts() {
        return texts.stream().map(StringBuilder::toString).toList();
    }

    /** Whether the text of the packet is to begin in a line behind the head. */
    boolean empty() {
        return texts.getFirst().isEmpty();
    }

    /** Whether lines follow that belong to the decoding, so that a line at the margin is no payload yet. */
    boolean hasDecoded() {
        return !decoded.isEmpty();
    }

    /** Takes a line that is no head, and says what it is. */
    Part take(String line) {
        if (dump.read(line)) {
            return Part.DUMP;
        }
        StringBuilder last = texts.getLast();
        boolean indented = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        String text = line.strip();
        if (indented && awaitsAddresses(last) && (text.contains(" > ") || text.startsWith("["))) {
            join(last, text);
            return Part.DETAIL;
        }
        if (line.startsWith("\t(label ") && last.indexOf("MPLS (") >= 0) {
            join(last, text);
            return Part.DETAIL;
        }
        if (Continuation.beginsInner(line, last)) {
            if (texts.size() < MOST_TEXTS) {
                texts.add(new StringBuilder(text));
            }
            return Part.INNER;
        }
        if (Continuation.isWrapped(last, text, indented)) {
            join(last, text);
            return Part.WRAPPED;
        }
        if (indented) {
            if (decoded.size() < MOST_DECODED) {
                decoded.add(line.charAt(0) == '\t' ? line.substring(1) : line);
            }
            return Part.DECODED;
        }
        return Part.FOREIGN;
    }

    /** An empty line, which may be one of the payload. */
    void blank() {
        if (hasDecoded() && decoded.size() < MOST_DECODED) {
            decoded.add("");
        }
    }

    /** The text begins here, behind lines that say where the packet comes from. */
    void begin(String text) {
        texts.getFirst().append(text);
    }

    private static void join(StringBuilder text, String more) {
        if (text.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : " ").append(more);
        }
    }

    private static boolean awaitsAddresses(CharSequence text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end > 0 && text.charAt(end - 1) == ')' && Continuation.lastParenthesisIsHeader(text.toString());
    }

    /** Where the words name a protocol of text lines and the lines follow, those are the payload, up to the first empty one. */
    void tellPayload(PacketSketch into) {
        String text = texts.getFirst().toString();
        int at = text.lastIndexOf(": HTTP, length: ");
        if (at < 0 || decoded.isEmpty()) {
            return;
        }
        LineScanner scanner = new LineScanner(text);
        scanner.moveTo(at + ": HTTP, length: ".length());
        long length = scanner.number();
        StringBuilder lines = new StringBuilder();
        for (String line : decoded) {
            lines.append(line).append("\r\n");
            if (line.isBlank()) {
                break;
            }
        }
        if (length >= lines.length()) {
            into.payload(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
