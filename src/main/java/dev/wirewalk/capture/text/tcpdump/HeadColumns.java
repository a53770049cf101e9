package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;

/** The columns before a packet: number, time, interface, direction, and the rule of a packet filter. */
final class HeadColumns {
    private static final int LONGEST_NAME = 40;

    private final TimeColumn time = new TimeColumn();
    private boolean numbered;
    private String interfaceName = "";
    private String position = "";
    private String verdict = "";
    private LineScanner rest = new LineScanner("");

    TimeColumn.Form form() {
        return time.form();
    }

    long nanos() {
        return time.nanos();
    }

    boolean numbered() {
        return numbered;
    }

    /** Empty when there is no such column. */
    String interfaceName() {
        return interfaceName;
    }

    /** {@code in}, {@code out}, or empty. */
    String position() {
        return position;
    }

    /** {@code rule 16/(match) pass in on xl0}, as pf's log says, or empty. */
    String verdict() {
        return verdict;
    }

    /** At the packet. */
    LineScanner rest() {
        return rest;
    }

    /** Takes a line apart; it may still be none that begins a record. */
    void read(String line) {
        rest = new LineScanner(line);
        interfaceName = "";
        position = "";
        verdict = "";
        rest.accept("^C");
        bracketed();
        number();
        time.read(rest);
        bracketed();
        rule();
        columns();
    }

    /** {@code -#}: blanks, the number, two blanks. */
    private void number() {
        int before = rest.position();
        rest.blanks();
        int digits = rest.position();
        boolean found = rest.number() > 0 && rest.startsWith("  ") && rest.position() - before >= 5 && digits >= before;
        numbered = found;
        if (found) {
            rest.accept("  ");
        } else {
            rest.moveTo(before);
        }
    }

    /** {@code [eth0][in] } of Check Point's cppcap. */
    private void bracketed() {
        int before = rest.position();
        if (!rest.accept("[")) {
            return;
        }
        String name = rest.upTo("]").orElse("");
        boolean in = rest.accept("[in]");
        if (isName(name) && (in || rest.accept("[out]"))) {
            interfaceName = name;
            position = in ? "in" : "out";
            rest.accept(":");
            rest.blanks();
        } else {
            rest.moveTo(before);
        }
    }

    private void rule() {
        if (!rest.startsWith("rule ")) {
            return;
        }
        int before = rest.position();
        String words = rest.upTo(": ").orElse("");
        if (words.endsWith(")")) {
            // "rule 0/0(match): block in on em0: "
            words += ": " + rest.upTo(": ").orElse("");
        }
        int on = words.indexOf(" on ");
        if (on < 0) {
            rest.moveTo(before);
            return;
        }
        verdict = words;
        interfaceName = words.substring(on + 4);
        position = words.startsWith(" in", on - 3) ? "in" : "out";
    }

    private void columns() {
        int before = rest.position();
        rest.blanks();
        if (direction()) {
            return;
        }
        String name = rest.word();
        // A reader's machine that has no interface of that number prints "?".
        if ((isName(name) || name.equals("?")) && rest.blanks() && direction()) {
            interfaceName = name.equals("?") ? "" : name;
            return;
        }
        rest.moveTo(before);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i)) && "-_.:/@+".indexOf(name.charAt(i)) < 0) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    /** Broadcasts, multicasts and what is meant for others were received too. */
    private boolean direction() {
        int before = rest.position();
        String word = rest.word();
        boolean out = word.equals("Out");
        boolean known = out || word.equals("In") || word.equals("B") || word.equals("M") || word.equals("P");
        if (!known || !(rest.blanks() || rest.atEnd())) {
            rest.moveTo(before);
            return false;
        }
        position = out ? "out" : "in";
        return true;
    }
}
