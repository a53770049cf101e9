package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.List;

/**
 * DNS messages: {@code 25071+ A? host. (34)} asks, {@code 3622 NXDomain* 0/1/0 (62)} answers. The header (RFC 1035, 4.1.1) is made
 * again from it, and the question where it is shown, which in answers is with {@code -vv} only.
 */
final class DnsText {
    private static final List<String> OPERATIONS = List.of(
            ", inv_q, stat, op3, notify, update, op6, op7, op8, updateA, updateD, updateDA, updateM, updateMA, zoneInit, zoneRef"
                    .split(", "));
    private static final List<String> ANSWERS = List.of(
            ", FormErr, ServFail, NXDomain, NotImp, Refused, YXDomain, YXRRSet, NXRRSet, NotAuth, NotZone, Resp11, Resp12, Resp13, Resp14"
                    .split(", "));

    /** By the identifier of a question. */
    private final BitSet asked = new BitSet();

    private final BitSet desired = new BitSet();
    private int flags;
    private final int[] counts = new int[4];
    private final DnsQuestion question = new DnsQuestion();

    static boolean isPort(int port) {
        return port == 53 || port == 5353 || port == 5355;
    }

    /** False when this is no DNS message. The rest of the line belongs to it. */
    boolean read(LineScanner line, PacketSketch into, boolean overTcp) {
        long id = line.number();
        if (id < 0 || id > 0xFFFF) {
            return false;
        }
        flags = 0;
        counts[0] = 1;
        counts[1] = 0;
        counts[2] = 0;
        counts[3] = 0;
        question.clear();
        String rest = line.rest();
        boolean answers = isAnswer(rest);
        if (!(answers ? answer(line) : query(line))) {
            return false;
        }
        recursion((int) id, answers);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        long length = lastNumberInParentheses(rest);
        if (overTcp && length >= 0) {
            two(message, (int) length);
        }
        two(message, (int) id);
        two(message, flags);
        for (int count : counts) {
            two(message, count);
        }
        message.writeBytes(counts[0] == 1 ? question.bytes() : new byte[0]);
        if (!overTcp && length >= 0) {
            into.payloadLength(length);
        }
        if (!overTcp || length >= 0) {
            into.payload(message.toByteArray());
        }
        line.moveTo(Integer.MAX_VALUE);
        return true;
    }

    /**
     * That recursion was desired is copied from the question into the answer (RFC 1035, 4.1.1), which does not show it; where the question
     * is not in the text, it is taken to be as what is available.
     */
    private void recursion(int id, boolean answers) {
        if (!answers) {
            desired.set(id, (flags & 0x0100) != 0);
            asked.set(id);
        } else if (asked.get(id) ? desired.get(id) : (flags & 0x0080) != 0) {
            flags |= 0x0100;
        }
    }

    /** The three counts {@code 1/0/2} stand in answers only; in a name no slash has digits on both sides and blanks around. */
    private static boolean isAnswer(String rest) {
        int slash = rest.indexOf('/');
        while (slash > 0) {
            LineScanner from = new LineScanner(rest);
            int begin = slash;
            while (begin > 0 && Character.isDigit(rest.charAt(begin - 1))) {
                begin--;
            }
            from.moveTo(begin);
            boolean counts = begin > 0
                    && begin < slash
                    && rest.charAt(begin - 1) == ' '
                    && from.number() >= 0
                    && from.accept("/")
                    && from.number() >= 0
                    && from.accept("/")
                    && from.number() >= 0
                    && (from.atEnd() || from.peek() == ' ');
            if (counts) {
                return true;
            }
            slash = rest.indexOf('/', slash + 1);
        }
        return false;
    }

    private boolean answer(LineScanner line) {
        flags = 0x8000 | 0x0080;
        marks(line);
        line.blanks();
        int operation = wordOf(line, OPERATIONS);
        flags |= operation << 11;
        marks(line);
        line.blanks();
        flags |= wordOf(line, ANSWERS);
        marks(line);
        line.blanks();
        brackets(line);
        if (line.accept("q: ")) {
            question.read(line);
        }
        // What is not understood of the question does not hide the counts.
        while (!line.atEnd() && !countsHere(line)) {
            line.word();
            line.blanks();
        }
        return !line.atEnd();
    }

    private boolean countsHere(LineScanner line) {
        int before = line.position();
        long answers = line.number();
        long authorities = answers >= 0 && line.accept("/") ? line.number() : -1;
        long additional = authorities >= 0 && line.accept("/") ? line.number() : -1;
        if (additional < 0) {
            line.moveTo(before);
            return false;
        }
        counts[1] = (int) answers & 0xFFFF;
        counts[2] = (int) authorities & 0xFFFF;
        counts[3] = (int) additional & 0xFFFF;
        line.moveTo(before);
        return true;
    }

    /** {@code *} authoritative, {@code -} no recursion available, {@code |} truncated, {@code $} authentic data. */
    private void marks(LineScanner line) {
        while ("*-|$".indexOf(line.peek()) >= 0 && !line.atEnd()) {
            switch (line.peek()) {
                case '*' -> flags |= 0x0400;
                case '-' -> flags &= ~0x0080;
                case '|' -> flags |= 0x0200;
                default -> flags |= 0x0020;
            }
            line.moveTo(line.position() + 1);
        }
    }

    private static int wordOf(LineScanner line, List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (line.accept(words.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private boolean query(LineScanner line) {
        if (line.peek() == ' ' && Character.isLowerCase(line.peek(1))) {
            line.blanks();
            flags |= wordOf(line, OPERATIONS) << 11;
        }
        flags |= line.accept("+") ? 0x0100 : 0;
        flags |= line.accept("%") ? 0x0010 : 0;
        if (!line.blanks()) {
            return false;
        }
        brackets(line);
        return question.read(line);
    }

    /** {@code [1au]}, {@code [2q]}, {@code [b2&3=0x110]}: counts that are not usual, and flags as they are. */
    private void brackets(LineScanner line) {
        while (line.accept("[")) {
            if (line.accept("b2&3=")) {
                flags = (int) Math.max(0, line.hex()) & 0xFFFF;
            } else {
                int count = (int) line.number() & 0xFFFF;
                int which = line.startsWith("q") ? 0 : line.startsWith("au") ? 3 : line.startsWith("a") ? 1 : 2;
                counts[which] = count;
            }
            line.skipTo("]");
            line.blanks();
        }
    }

    private static long lastNumberInParentheses(String rest) {
        int open = rest.lastIndexOf('(');
        while (open >= 0) {
            LineScanner line = new LineScanner(rest);
            line.moveTo(open + 1);
            long number = line.number();
            if (number >= 0 && line.accept(")")) {
                return Math.min(number, 0xFFFF);
            }
            open = rest.lastIndexOf('(', open - 1);
        }
        return -1;
    }

    static void two(ByteArrayOutputStream out, int value) {
        out.write(value >>> 8);
        out.write(value);
    }
}
