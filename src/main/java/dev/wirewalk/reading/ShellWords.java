package dev.wirewalk.reading;

import dev.wirewalk.reading.Typed.End;
import dev.wirewalk.reading.Typed.Problem;
import dev.wirewalk.reading.Typed.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes one command of a POSIX shell apart (POSIX.1-2017, Shell Command Language 2.2 and 2.3): quotes, backslashes, continued
 * lines, redirections, comments. Nothing is expanded: a {@code $} or backtick that the shell would replace is a problem. Brackets and
 * signs of patterns are taken as they stand, since they are left unquoted more often than a shell would forgive.
 */
final class ShellWords {
    private static final String EXPANDED =
            "the shell puts something else in place of this, which the text does not tell";

    private final Placed text;
    private final int limit;
    private int at;
    private final List<Word> words = new ArrayList<>();
    private Optional<Placed.Builder> word = Optional.empty();
    private boolean quoted;
    private boolean redirecting;
    private boolean toOutput;
    private Optional<Word> output = Optional.empty();
    private Optional<Problem> problem = Optional.empty();

    private ShellWords(Placed text, int from, int limit) {
        this.text = text;
        this.at = from;
        this.limit = limit;
    }

    /** The command that begins at {@code from} and ends before {@code limit} at the latest. */
    static Typed split(Placed text, int from, int limit) {
        return new ShellWords(text, from, limit).split();
    }

    private Typed split() {
        while (at < limit) {
            char letter = text.charAt(at);
            switch (letter) {
                case '\n', ';' -> {
                    return end(at + 1, letter == ';' ? End.SEPARATOR : End.LINE);
                }
                case '&', '|' -> {
                    if (!(letter == '&' && peek(1) == '>')) {
                        return ended(letter);
                    }
                    at++;
                }
                case ' ' -> {
                    endWord();
                    at++;
                }
                case '>', '<' -> redirect(letter);
                case '#' -> comment();
                case '\'' -> single();
                case '"' -> twofold();
                case '\\' -> backslash();
                default -> plain(letter);
            }
        }
        return end(at, End.LINE);
    }

    private Typed ended(char letter) {
        boolean twice = peek(1) == letter;
        boolean both = letter == '|' && peek(1) == '&';
        return end(at + (twice || both ? 2 : 1), letter == '|' && !twice ? End.PIPE : End.SEPARATOR);
    }

    private Typed end(int next, End how) {
        endWord();
        return new Typed(words, output, next, how, problem);
    }

    private char peek(int ahead) {
        return at + ahead < limit ? text.charAt(at + ahead) : '\n';
    }

    private void plain(char letter) {
        if (letter == '`' || expands()) {
            problem(EXPANDED);
        }
        take();
    }

    private boolean expands() {
        char next = peek(1);
        return text.charAt(at) == '$' && (Character.isLetterOrDigit(next) || "_{('\"?*@#$!-".indexOf(next) >= 0);
    }

    private void take() {
        builder().add(text.charAt(at), text.offset(at));
        at++;
    }

    private Placed.Builder builder() {
        Placed.Builder builder = word.orElseGet(Placed.Builder::new);
        word = Optional.of(builder);
        return builder;
    }

    private void single() {
        int close = text.text().indexOf('\'', at + 1, limit);
        if (close < 0) {
            unclosed();
            return;
        }
        builder();
        quoted = true;
        at++;
        while (at < close) {
            takeQuoted();
        }
        at++;
    }

    private void twofold() {
        int open = at;
        builder();
        quoted = true;
        at++;
        while (at < limit && text.charAt(at) != '"') {
            boolean escapes = text.charAt(at) == '\\' && "\"\\$`\n".indexOf(peek(1)) >= 0;
            if (escapes) {
                at++;
                if (at < limit && text.charAt(at) == '\n') {
                    at++;
                    continue;
                }
            } else if (text.charAt(at) == '`' || (expands() && peek(1) != '"' && peek(1) != '\'')) {
                problem(EXPANDED);
            }
            if (at < limit) {
                takeQuoted();
            }
        }
        if (at >= limit) {
            at = open;
            unclosed();
            return;
        }
        at++;
    }

    /** An apostrophe or quote that nothing closes: the rest of the line is read as if it were not there. */
    private void unclosed() {
        problem("the quote " + text.charAt(at) + " is not closed");
        word = Optional.empty();
        int end = text.text().indexOf('\n', at, limit);
        int line = end < 0 ? limit : end;
        words.add(new Word(text.part(at, line).stripped(), true));
        at = line;
    }

    /** A line end in quotes stays, without what the shell prints in front of the next line. */
    private void takeQuoted() {
        boolean ends = text.charAt(at) == '\n';
        take();
        if (ends) {
            secondPrompt();
        }
    }

    private void backslash() {
        if (at + 1 >= limit) {
            at++;
        } else if (peek(1) == '\n') {
            at += 2;
            secondPrompt();
        } else {
            at++;
            take();
            quoted = true;
        }
    }

    /** What the shell prints in front of a line that goes on. */
    private void secondPrompt() {
        int from = at;
        while (from < limit && text.charAt(from) == ' ') {
            from++;
        }
        if (from + 1 < limit && text.charAt(from) == '>' && text.charAt(from + 1) == ' ') {
            at = from + 2;
        }
    }

    private void comment() {
        if (word.isPresent()) {
            take();
            return;
        }
        while (at < limit && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void redirect(char letter) {
        boolean first = word.isEmpty();
        boolean number =
                word.map(builder -> builder.placed(at).text().matches("[0-9]")).orElse(false);
        boolean standard = first
                || word.map(builder -> builder.placed(at).text().equals("1")).orElse(false);
        if (number && !quoted) {
            word = Optional.empty();
        } else {
            endWord();
        }
        at++;
        while (at < limit && "><|&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        redirecting = true;
        toOutput = letter == '>' && standard;
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        Word ended = new Word(word.get().placed(text.offset(at)), quoted);
        if (redirecting) {
            output = toOutput ? Optional.of(ended) : output;
            redirecting = false;
        } else {
            words.add(ended);
        }
        word = Optional.empty();
        quoted = false;
    }

    private void problem(String message) {
        if (problem.isEmpty()) {
            problem = Optional.of(new Problem(text.offset(at), message));
        }
    }
}
