package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/**
 * Where in the rules a packet was seen.
 *
 * @param name {@code table:chain:rule|return|policy:…} as it is printed
 * @param kind {@code rule}, {@code return} or {@code policy}
 * @param number of the rule within its chain, from 1; 0 when none is printed
 * @param verdict {@code ACCEPT}, {@code DROP}, {@code CONTINUE}, …; empty in the kernel's log, which prints none
 * @param end where in the line it ends
 */
record TracePoint(String name, String table, String chain, String kind, long number, String verdict, int end) {
    private static final String MARK = "TRACE: ";

    /** In a line of the kernel's log. */
    static Optional<TracePoint> ofLog(String line) {
        int mark = line.indexOf(MARK);
        return mark < 0 ? Optional.empty() : at(line, mark + MARK.length());
    }

    /** The word at this place. */
    static Optional<TracePoint> at(String line, int from) {
        LineScanner scanner = new LineScanner(line);
        scanner.moveTo(from);
        String word = scanner.word();
        String[] parts = word.split(":", -1);
        boolean known = parts.length >= 4
                && (parts[2].equals("rule") || parts[2].equals("return") || parts[2].equals("policy"))
                && !parts[0].isEmpty()
                && !parts[1].isEmpty();
        if (!known) {
            return Optional.empty();
        }
        long number = parts[3].startsWith("0x") ? new LineScanner(parts[3]).hex() : new LineScanner(parts[3]).number();
        String last = parts[parts.length - 1];
        String verdict = !last.isEmpty() && Character.isUpperCase(last.charAt(0)) ? last : "";
        return Optional.of(
                new TracePoint(word, parts[0], parts[1], parts[2], Math.max(0, number), verdict, scanner.position()));
    }

    int order() {
        return Hook.order(table, chain);
    }

    boolean policy() {
        return kind.equals("policy");
    }
}
