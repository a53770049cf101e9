package dev.wirewalk.match;

import dev.wirewalk.packet.PacketView;

/** How long a begun HTTP answer says it is: its head and the Content-Length in it (RFC 9112 sections 4 and 6.2). */
final class AnnouncedLength {
    private static final String NAME = "content-length:";

    /** Where "HTTP/1.1 200" has its status. */
    private static final int STATUS = 9;

    private static final int STATUS_END = STATUS + 3;

    /** Digits that surely fit into a long. */
    private static final int DIGITS = 18;

    private AnnouncedLength() {}

    /** Bytes from the payload's beginning to the answer's announced end; -1 without an answer's whole head or a length in it. */
    static long of(PacketView packet) {
        int length = packet.capturedPayloadLength();
        if (length < STATUS_END || !matches(packet, 0, "http/1.") || bodiless(packet)) {
            return -1;
        }
        long body = -1;
        for (int i = STATUS_END; i + 3 < length; i++) {
            if (at(packet, i) != '\r' || at(packet, i + 1) != '\n') {
                continue;
            }
            if (at(packet, i + 2) == '\r' && at(packet, i + 3) == '\n') {
                return body < 0 ? -1 : i + 4 + body;
            }
            if (i + 2 + NAME.length() < length && matches(packet, i + 2, NAME)) {
                body = number(packet, i + 2 + NAME.length(), length);
            }
        }
        return -1;
    }

    /** Interim answers, 204 and 304 have no body, whatever they announce (RFC 9112 section 6.3). */
    private static boolean bodiless(PacketView packet) {
        return at(packet, STATUS) == '1' || matches(packet, STATUS, "204") || matches(packet, STATUS, "304");
    }

    private static long number(PacketView packet, int from, int end) {
        int i = from;
        while (i < end && (at(packet, i) == ' ' || at(packet, i) == '\t')) {
            i++;
        }
        long value = -1;
        for (int digits = 0;
                i < end && digits < DIGITS && at(packet, i) >= '0' && at(packet, i) <= '9';
                i++, digits++) {
            value = Math.max(0, value) * 10 + at(packet, i) - '0';
        }
        return value;
    }

    /** Whether the payload has the word, given in small letters, at an offset; the caller knows that it is long enough. */
    private static boolean matches(PacketView packet, int offset, String word) {
        for (int i = 0; i < word.length(); i++) {
            int letter = at(packet, offset + i);
            if ((letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int at(PacketView packet, int offset) {
        return (int) packet.load(packet.payloadOffset() + offset, 1);
    }
}
