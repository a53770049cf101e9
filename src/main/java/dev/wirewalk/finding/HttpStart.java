package dev.wirewalk.finding;

import dev.wirewalk.packet.PacketView;

/** The first line of an HTTP/1 message at the beginning of a TCP segment (RFC 9112), read where it lies. */
public final class HttpStart {
    private static final int LONGEST = 120;
    private static final long HTTP = 0x4854_5450L;
    private static final int STATUS_LINE = 12;

    private PacketView packet = new PacketView();
    private int offset;
    private int length;
    private boolean request;
    private boolean response;

    void place(PacketView next) {
        packet = next;
        request = false;
        response = false;
        if (next.transport() != PacketView.TCP) {
            return;
        }
        offset = next.payloadOffset();
        length = next.capturedPayloadLength();
        if (length < STATUS_LINE) {
            return;
        }
        long word = next.load(offset, 4);
        response = word == HTTP && digits();
        request = isMethod(word);
    }

    /** {@code HTTP/1.x SP 3DIGIT}. */
    private boolean digits() {
        return at(4) == '/' && at(5) == '1' && at(8) == ' ' && digit(9) >= 1 && digit(10) >= 0 && digit(11) >= 0;
    }

    private int at(int index) {
        return (int) packet.load(offset + index, 1);
    }

    private int digit(int index) {
        int letter = at(index);
        return letter >= '0' && letter <= '9' ? letter - '0' : -1;
    }

    /** The first four letters of the methods of RFC 9110 and of PATCH. */
    private static boolean isMethod(long word) {
        return word == 0x4745_5420L
                || word == 0x504F_5354L
                || word == 0x4845_4144L
                || word == 0x5055_5420L
                || word == 0x4445_4C45L
                || word == 0x4F50_5449L
                || word == 0x5041_5443L
                || word == 0x434F_4E4EL;
    }

    public boolean present() {
        return request || response;
    }

    public boolean request() {
        return request;
    }

    public boolean response() {
        return response;
    }

    /** 100 to 999, or -1 when this is no response. */
    public int status() {
        return response ? digit(9) * 100 + digit(10) * 10 + digit(11) : -1;
    }

    /** The line as text, shortened; what cannot be shown is a question mark. */
    public String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int letter = at(i);
            if (letter == '\r' || letter == '\n') {
                return line.toString();
            }
            if (i == LONGEST) {
                return line + "…";
            }
            line.append(letter >= ' ' && letter < 0x7F ? (char) letter : '?');
        }
        return line.toString();
    }
}
