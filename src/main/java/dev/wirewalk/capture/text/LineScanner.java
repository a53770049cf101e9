package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import java.util.Optional;

/**
 * A place in a line of text that moves from left to right. Nothing is ever read twice, so that no line can take long. What
 * is asked for and not there leaves the place where it was.
 */
public final class LineScanner {
    private final String text;
    private final int end;
    private int at;

    public LineScanner(String text) {
        this(text, 0, text.length());
    }

    private LineScanner(String text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    public int position() {
        return at;
    }

    /** Goes back or forth to a place that {@link #position()} told. */
    public void moveTo(int position) {
        at = Math.clamp(position, 0, end);
    }

    public boolean atEnd() {
        return at >= end;
    }

    /** The character here, or 0 at the end. */
    public char peek() {
        return at < end ? text.charAt(at) : 0;
    }

    /** The character so many places ahead, or 0 behind the end. */
    public char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : 0;
    }

    /** What is left of the line. */
    public String rest() {
        return text.substring(at, end);
    }

    public boolean startsWith(String word) {
        return text.startsWith(word, at) && at + word.length() <= end;
    }

    /** Steps over this text, if it is here. */
    public boolean accept(String word) {
        if (!startsWith(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** Steps over blanks and tabs; true when there was one. */
    public boolean blanks() {
        int before = at;
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
        return at > before;
    }

    /** Up to the next blank or tab, which stays; empty at a blank or the end. */
    public String word() {
        int from = at;
        while (at < end && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
            at++;
        }
        return text.substring(from, at);
    }

    /** Up to the next place of this text, which is stepped over; empty, and nothing is stepped over, when it does not come. */
    public Optional<String> upTo(String stop) {
        int found = text.indexOf(stop, at);
        if (found < 0 || found + stop.length() > end) {
            return Optional.empty();
        }
        String before = text.substring(at, found);
        at = found + stop.length();
        return Optional.of(before);
    }

    /** Moves behind the next place of this text; false, without moving, when it does not come. */
    public boolean skipTo(String stop) {
        int found = text.indexOf(stop, at);
        if (found < 0 || found + stop.length() > end) {
            return false;
        }
        at = found + stop.length();
        return true;
    }

    /** A decimal number of up to 18 digits, or -1 when there is none here. */
    public long number() {
        return number(10, 18);
    }

    /** A hexadecimal number of up to 15 digits, with or without {@code 0x}, or -1 when there is none here. */
    public long hex() {
        int before = at;
        if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            at += 2;
        }
        long value = number(16, 15);
        if (value < 0) {
            at = before;
        }
        return value;
    }

    private long number(int radix, int mostDigits) {
        int from = at;
        long value = 0;
        while (at < end
                && at - from < mostDigits
                && Character.digit(text.charAt(at), radix) >= 0
                && text.charAt(at) < 128) {
            value = value * radix + Character.digit(text.charAt(at), radix);
            at++;
        }
        boolean goesOn = at < end && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0;
        if (at == from || goesOn) {
            at = from;
            return -1;
        }
        return value;
    }

    /**
     * {@code H:MM:SS} or {@code HH:MM:SS} with an optional fraction of 1 to 10 digits behind a dot or comma.
     *
     * @return nanoseconds since midnight, or -1 when there is no such time here
     */
    public long timeOfDay() {
        int before = at;
        long hours = number(10, 2);
        long minutes = hours >= 0 && accept(":") ? number(10, 2) : -1;
        long seconds = minutes >= 0 && accept(":") ? number(10, 2) : -1;
        if (seconds < 0 || hours > 23 || minutes > 59 || seconds > 60) {
            at = before;
            return -1;
        }
        return ((hours * 60 + minutes) * 60 + seconds) * 1_000_000_000L + fraction();
    }

    /** A fraction behind a dot or comma, in units of 10^-9; 0 when there is none. More than 9 digits are cut. */
    public long fraction() {
        if ((peek() != '.' && peek() != ',') || !isDigit(peek(1))) {
            return 0;
        }
        at++;
        long value = 0;
        int digits = 0;
        while (isDigit(peek())) {
            value = digits < 9 ? value * 10 + (peek() - '0') : value;
            digits++;
            at++;
        }
        for (int i = digits; i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * A hardware address: six numbers with colons or dashes between (leading zeros may be missing), or three groups of four
     * digits with dots between. -1 when there is none here.
     */
    public long mac() {
        int before = at;
        long value = mac(6, 2, peek(1) == '-' || peek(2) == '-' ? "-" : ":");
        if (value < 0) {
            at = before;
            value = mac(3, 4, ".");
        }
        if (value < 0) {
            at = before;
        }
        return value;
    }

    private long mac(int groups, int digits, String separator) {
        long value = 0;
        for (int group = 0; group < groups; group++) {
            if (group > 0 && !accept(separator)) {
                return -1;
            }
            long part = number(16, digits);
            if (part < 0) {
                return -1;
            }
            value = value << digits * 4 | part;
        }
        return value;
    }

    /** An IPv4 or IPv6 address that ends where its characters end; empty when there is none here. */
    public Optional<IpAddress> address() {
        int from = at;
        int to = from;
        while (to < end && to - from < 46 && isAddressCharacter(text.charAt(to))) {
            to++;
        }
        Optional<IpAddress> found = IpAddress.parse(text.substring(from, to));
        if (found.isPresent()) {
            at = to;
        }
        return found;
    }

    private static boolean isAddressCharacter(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
    }
}
