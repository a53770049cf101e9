package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import java.util.List;

/**
 * The phases that a packet goes through, and the result at their end, as {@code packet-tracer} and traced captures print them.
 * Each phase becomes one event, and the result another.
 */
final class TracePhases {
    private static final int LONGEST_PHASE = 500;
    private static final int WORDS_KEPT = 400;
    private static final List<String> RESULT_KEYS = List.of(
            "input-interface:",
            "input-status:",
            "input-line-status:",
            "output-interface:",
            "output-status:",
            "output-line-status:",
            "Action:",
            "Time Taken:",
            "Drop-reason:",
            "Drop-location:");

    private enum State {
        NONE,
        PHASE,
        RESULT
    }

    private final TextOutput output;
    private State state = State.NONE;
    private long first;
    private long frame;
    private boolean simulation;
    private int lines;

    private String number = "";
    private String type = "";
    private String subtype = "";
    private String result = "";
    private final StringBuilder words = new StringBuilder();

    TracePhases(TextOutput output) {
        this.output = output;
    }

    static boolean begins(String text) {
        return (text.startsWith("Phase: ") && new LineScanner(text.substring(7).strip()).number() >= 0)
                || text.startsWith("input-interface:")
                || text.startsWith("output-interface:")
                || text.startsWith("Drop-reason: (");
    }

    /** Lines that tell of a translation or a next hop, in a trace whose beginning was cut off. */
    static boolean isFact(String text) {
        return text.startsWith("Untranslate ")
                || text.startsWith("Static translate ")
                || text.startsWith("Dynamic translate ")
                || text.startsWith("New flow created with id ")
                || text.startsWith("Additional Information:");
    }

    boolean open() {
        return state != State.NONE;
    }

    /** The phases to come are those of a simulated packet. */
    void simulated() {
        finish();
        simulation = true;
        frame = 0;
    }

    /** The phases to come are those of this captured packet. */
    void of(long frameNumber) {
        finish();
        simulation = false;
        frame = frameNumber;
    }

    /** Takes a line of a phase or of the result; false when it is neither. */
    boolean line(TextLine line) {
        String text = line.text().strip();
        if (text.startsWith("Phase: ")) {
            finish();
            open(State.PHASE, line);
            number = text.substring("Phase: ".length()).strip();
            return true;
        }
        boolean resultAlone = text.equals("Result:");
        boolean ofResult = RESULT_KEYS.stream().anyMatch(text::startsWith);
        if (state != State.RESULT && (resultAlone || ofResult)) {
            finish();
            open(State.RESULT, line);
        }
        if (state == State.RESULT) {
            return resultAlone || result(text, ofResult);
        }
        if (state == State.PHASE && ++lines <= LONGEST_PHASE) {
            phase(text);
            return true;
        }
        return fact(line, text);
    }

    private void open(State next, TextLine line) {
        state = next;
        first = line.number();
        lines = 0;
        type = "";
        subtype = "";
        result = "";
        words.setLength(0);
    }

    private void phase(String text) {
        if (text.startsWith("Type:")) {
            type = text.substring("Type:".length()).strip();
        } else if (text.startsWith("Subtype:")) {
            subtype = text.substring("Subtype:".length()).strip();
        } else if (text.startsWith("Result:")) {
            result = text.substring("Result:".length()).strip();
        } else if (!text.equals("Config:") && !text.equals("Additional Information:")) {
            say(text);
        }
    }

    /** The result ends at the first line that is none of its own; only a drop reason may be wrapped. */
    private boolean result(String text, boolean ofResult) {
        if (!ofResult) {
            boolean wrappedReason = result.startsWith("Drop-reason:") && !text.isEmpty() && lines++ < 2;
            if (wrappedReason) {
                words.append(' ').append(text);
            }
            return wrappedReason;
        }
        result = text;
        if (text.startsWith("Action:")) {
            type = text.substring("Action:".length()).strip();
        }
        if (!text.contains("status:")) {
            say(text);
        }
        return true;
    }

    private void say(String text) {
        if (!text.isEmpty() && words.length() + text.length() <= WORDS_KEPT) {
            words.append(words.isEmpty() ? "" : "; ").append(text);
        }
    }

    private boolean fact(TextLine line, String text) {
        boolean fact = isFact(text);
        if (fact && !text.startsWith("Additional")) {
            TextEvent.Kind kind = text.startsWith("New") ? TextEvent.Kind.SESSION : TextEvent.Kind.NAT;
            output.event(line.number(), frame, kind, source() + text);
        }
        return fact;
    }

    private String source() {
        return simulation ? "simulation: " : "trace: ";
    }

    /** Hands out the phase or result that is open. */
    void finish() {
        if (state == State.PHASE) {
            String head = "phase " + number + " " + type + (subtype.isEmpty() ? "" : " " + subtype);
            String outcome = result.isEmpty() ? "" : ": " + result;
            output.event(
                    first,
                    frame,
                    PhaseKind.of(type, result),
                    source() + head + outcome + (words.isEmpty() ? "" : "; " + words));
        } else if (state == State.RESULT && !words.isEmpty()) {
            boolean drop = type.equalsIgnoreCase("drop") || (type.isEmpty() && words.indexOf("Drop-reason:") >= 0);
            output.event(first, frame, drop ? TextEvent.Kind.DROP : TextEvent.Kind.POLICY, source() + words);
        }
        state = State.NONE;
    }
}
