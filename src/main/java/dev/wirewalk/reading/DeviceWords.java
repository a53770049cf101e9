package dev.wirewalk.reading;

import dev.wirewalk.reading.Typed.End;
import dev.wirewalk.reading.Typed.Problem;
import dev.wirewalk.reading.Typed.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one command of a device's own command line apart: words with blanks between, quotes around some. */
final class DeviceWords {
    private final Placed text;
    private final int limit;
    private int at;
    private final List<Word> words = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    private DeviceWords(Placed text, int from, int limit) {
        this.text = text;
        this.at = from;
        this.limit = limit;
    }

    /** The command that begins at {@code from} and ends before {@code limit} at the latest. */
    static Typed split(Placed text, int from, int limit) {
        return new DeviceWords(text, from, limit).split();
    }

    private Typed split() {
        while (at < limit) {
            char letter = text.charAt(at);
            if (letter == ' ') {
                at++;
            } else if (letter == '\n') {
                return end(at + 1, End.LINE);
            } else if (letter == ';') {
                return end(at + 1, End.SEPARATOR);
            } else if (letter == '|' && blankAt(at + 1)) {
                return end(at + 1, End.PIPE);
            } else if (letter == '#') {
                at = lineEnd();
            } else if (goesOn(letter)) {
                at = lineEnd() + 1;
            } else {
                word();
            }
        }
        return end(limit, End.LINE);
    }

    private Typed end(int next, End how) {
        return new Typed(words, Optional.empty(), next, how, problem);
    }

    private int lineEnd() {
        int end = text.text().indexOf('\n', at, limit);
        return end < 0 ? limit : end;
    }

    private boolean blankAt(int index) {
        return index >= limit || text.charAt(index) == ' ' || text.charAt(index) == '\n';
    }

    /** The signs with which RouterOS, cmd.exe and PowerShell let a command go on in the next line. */
    private boolean goesOn(char letter) {
        return (letter == '\\' || letter == '^' || letter == '`') && at + 1 < limit && text.charAt(at + 1) == '\n';
    }

    private void word() {
        Placed.Builder builder = new Placed.Builder();
        boolean quoted = false;
        while (at < limit && text.charAt(at) != ' ' && text.charAt(at) != '\n' && text.charAt(at) != ';') {
            char letter = text.charAt(at);
            boolean opens = letter == '"' || letter == '\'' && opensHere(builder);
            if (opens) {
                quoted = true;
                quote(letter, builder);
            } else if (goesOn(letter)) {
                break;
            } else {
                builder.add(letter, text.offset(at));
                at++;
            }
        }
        words.add(new Word(builder.placed(text.offset(at)), quoted));
    }

    /** An apostrophe within a word is none that quotes. */
    private boolean opensHere(Placed.Builder builder) {
        return builder.isEmpty() || text.charAt(at - 1) == '=';
    }

    private void quote(char sign, Placed.Builder builder) {
        int open = at;
        int end = lineEnd();
        at++;
        while (at < end && text.charAt(at) != sign) {
            if (text.charAt(at) == '\\' && at + 1 < end && "\"\\$".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            builder.add(text.charAt(at), text.offset(at));
            at++;
        }
        if (at >= end && problem.isEmpty()) {
            problem = Optional.of(new Problem(text.offset(open), "the quote " + sign + " is not closed"));
        }
        at = Math.min(at + 1, end);
    }
}
