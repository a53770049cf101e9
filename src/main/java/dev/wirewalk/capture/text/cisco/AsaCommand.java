package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.text.Prompt;
import java.util.List;
import java.util.Optional;

/**
 * A command typed at the device that concerns captures. Words may be shortened.
 *
 * @param name of the capture that is shown; empty for the list
 * @param words the command without what stands before it
 */
record AsaCommand(Kind kind, String name, String words) {
    enum Kind {
        SHOW_CAPTURE,
        CAPTURE,
        PACKET_TRACER,
        SHOW_DROPS
    }

    /** Empty for other commands, and for lines without a prompt unless they begin with one of these commands. */
    static Optional<AsaCommand> of(String line) {
        Optional<String> typed = Prompt.command(line);
        if (typed.isEmpty() && !mayBegin(line)) {
            return Optional.empty();
        }
        String command = typed.orElse(line).strip();
        int pipe = command.indexOf('|');
        List<String> words = List.of(
                (pipe < 0 ? command : command.substring(0, pipe)).strip().split(" +", 20));
        if (words.size() > 2 && words.get(0).equals("cluster") && words.get(1).startsWith("exec")) {
            words = words.subList(2, words.size());
        }
        return of(words, String.join(" ", words), typed.isPresent());
    }

    private static boolean mayBegin(String line) {
        return line.startsWith("sh") || line.startsWith("packet-tracer input ");
    }

    private static Optional<AsaCommand> of(List<String> words, String whole, boolean prompt) {
        String first = words.getFirst();
        String second = words.size() > 1 ? words.get(1) : "";
        if (shortFor(first, "show", 2) && shortFor(second, "capture", 3)) {
            return Optional.of(new AsaCommand(Kind.SHOW_CAPTURE, words.size() > 2 ? words.get(2) : "", whole));
        }
        if (shortFor(first, "show", 2)
                && second.equals("asp")
                && words.size() > 2
                && words.get(2).equals("drop")) {
            return Optional.of(new AsaCommand(Kind.SHOW_DROPS, "", whole));
        }
        if (shortFor(first, "packet-tracer", 6) && shortFor(second, "input", 2)) {
            return Optional.of(new AsaCommand(Kind.PACKET_TRACER, "", whole));
        }
        return prompt && shortFor(first, "capture", 3) && words.size() > 2
                ? Optional.of(new AsaCommand(Kind.CAPTURE, second, whole))
                : Optional.empty();
    }

    private static boolean shortFor(String word, String whole, int least) {
        return word.length() >= least && whole.startsWith(word);
    }
}
