package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import java.nio.charset.StandardCharsets;

/**
 * The packet as characters, which {@code -A} prints from the margin on, so that its lines may look like anything. Each byte is one
 * character, except that the carriage return before a line end is left out.
 */
final class AsciiDump {
    private static final int MARGIN = 8;
    private static final int LEAST_HEADERS = 28;
    private static final int LONGEST_FRAGMENT = 1400;
    /** Ethernet with two tags. */
    private static final int LONGEST_LINK_HEADER = 22;

    private static final int LOOKED_AT = 28;
    private static final int KEPT = 16 * 1024;

    /** Whether this region was printed with {@code -A}. */
    private boolean seen;

    private final StringBuilder characters = new StringBuilder();
    private long begin = -1;
    private long lines;

    /** Another packet begins. */
    void clear() {
        characters.setLength(0);
        begin = -1;
        lines = 0;
    }

    boolean seen() {
        return seen;
    }

    boolean begun() {
        return begin >= 0;
    }

    /** Whether such a dump can begin with this line: with the first byte of an IP header, or none that can be printed, and many such. */
    boolean canBegin(String line) {
        char first = line.charAt(0);
        int dots = 0;
        int looked = Math.min(line.length(), LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            dots += line.charAt(i) == '.' ? 1 : 0;
        }
        boolean version4 = first >= 'E' && first <= 'O';
        boolean version6 = first >= '`' && first <= 'o';
        return (version4 || version6 || first == '.') && looked >= 12 && dots >= 5;
    }

    void add(TextLine line) {
        seen = true;
        begin = begin < 0 ? line.offset() : begin;
        lines++;
        if (characters.length() < KEPT) {
            characters.append(line.text()).append('\n');
        }
    }

    /** Whether so many bytes are still to come that this line must be of the packet, even if each line end stands for two bytes. */
    boolean isInside(TextLine next, long packetLength) {
        return begin >= 0 && next.offset() - begin + lines + MARGIN < packetLength;
    }

    /** How many bytes the IP packet has at least, by what its text says; 0 when it says nothing. */
    static long lengthBy(String text) {
        LineScanner line = new LineScanner(text);
        if (line.skipTo("(tos ") && line.skipTo(", length ")) {
            return Math.max(0, line.number());
        }
        line.moveTo(0);
        if (line.skipTo("ethertype ")) {
            long frame = line.skipTo(", length ") ? line.number() : 0;
            return Math.max(0, frame - LONGEST_LINK_HEADER);
        }
        long payload = line.skipTo(", length ") ? line.number() : -1;
        if (payload < 0) {
            return 0;
        }
        // The length of a datagram in fragments is that of all of them.
        return text.contains(": Flags [")
                ? payload + LEAST_HEADERS
                : text.contains(": UDP, length") ? Math.min(payload, LONGEST_FRAGMENT) + LEAST_HEADERS : payload;
    }

    /** The header of a message of HTTP, where the payload begins with one. */
    void tellPayload(PacketSketch into) {
        int begin = httpBegin();
        if (begin < 0) {
            return;
        }
        StringBuilder message = new StringBuilder();
        int at = begin;
        boolean ended = false;
        while (!ended && at < characters.length()) {
            int end = characters.indexOf("\n", at);
            message.append(characters, at, end).append("\r\n");
            ended = end == at;
            at = end + 1;
        }
        into.payload(message.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The words must stand behind the headers, whose 40 bytes and more may have made line ends. */
    private int httpBegin() {
        int version = characters.indexOf(" HTTP/1.");
        int lineEnd = version < 0 ? -1 : characters.indexOf("\n", version);
        if (version >= 0 && lineEnd - version <= 10) {
            for (String method : new String[] {
                "GET ", "POST ", "HEAD ", "PUT ", "DELETE ", "OPTIONS ", "PATCH ", "CONNECT ", "TRACE "
            }) {
                int at = characters.lastIndexOf(method, version);
                if (at >= 40 && characters.lastIndexOf("\n", version) < at) {
                    return at;
                }
            }
        }
        int answer = characters.indexOf("HTTP/1.");
        boolean status = answer >= 40
                && answer + 12 < characters.length()
                && characters.charAt(answer + 8) == ' '
                && Character.isDigit(characters.charAt(answer + 9));
        return status ? answer : -1;
    }
}
