package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Part;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.PartReader.NotUnderstood;
import dev.wirewalk.reading.Typed.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the words of a shell command behind its beginning, as getopt_long(3) does: switches may stand anywhere. */
final class ShellCommand {
    private final Command command;
    private final List<Word> words;
    private final int end;
    private final Said said = new Said();
    private final PartReader parts;
    private final List<Word> rest = new ArrayList<>();
    private int at;
    private int operand;

    private ShellCommand(ToolProfile profile, Command command, List<Word> words, int end) {
        this.command = command;
        this.words = words;
        this.end = end;
        this.parts = new PartReader(profile, said);
    }

    /** @param end where the command ends in what was pasted */
    static Said read(ToolProfile profile, Command command, List<Word> words, int end) throws NotUnderstood {
        return new ShellCommand(profile, command, words, end).read();
    }

    private Said read() throws NotUnderstood {
        boolean switches = true;
        while (at < words.size()) {
            Word word = words.get(at++);
            String text = word.text();
            if (switches && text.equals("--")) {
                switches = false;
            } else if (switches && text.length() > 1 && text.startsWith("-") && text.indexOf(' ') < 0) {
                int first = at - 1;
                if (!readSwitch(word)) {
                    said.ignored.add(Typed.join(words.subList(first, at), end).text());
                }
            } else if (operand < command.operands().size()) {
                Part part = command.operands().get(operand++);
                parts.apply(part, word.placed().part(0, 0), List.of(word), end);
            } else {
                rest.add(word);
            }
        }
        takeRest();
        if (command.joined()) {
            said.pieces.sort(Comparator.comparingInt(this::place));
        }
        return said;
    }

    /** Where the switch of the piece stands in the profile: in what order switches are typed is nothing to a program. */
    private int place(Said.Piece piece) {
        String name = piece.text().text().split(" ", 2)[0];
        return (int) command.parts().stream()
                .takeWhile(part -> !part.names().contains(name))
                .count();
    }

    private void takeRest() throws NotUnderstood {
        if (rest.isEmpty()) {
            return;
        }
        switch (command.rest()) {
            case FILTER -> said.pieces.add(new Said.Piece(command.form(), Typed.join(rest, end), ""));
            case IGNORED -> rest.forEach(word -> said.ignored.add(word.text()));
            case REFUSED -> throw notKnown(rest.getFirst());
        }
    }

    private static NotUnderstood notKnown(Word word) {
        return new NotUnderstood(
                word.start(), "'" + word.text() + "' is not known here, and may change what is selected");
    }

    /** @return whether it carries some of the filter */
    private boolean readSwitch(Word word) throws NotUnderstood {
        String text = word.text();
        int sign = text.indexOf('=');
        String name = sign > 0 ? text.substring(0, sign) : text;
        Optional<Part> whole = named(text).or(() -> sign > 0 ? named(name) : Optional.empty());
        if (whole.isEmpty() && text.startsWith("--")) {
            whole = longNamed(name);
        }
        if (whole.isEmpty()) {
            return cluster(word);
        }
        if (sign > 0 && named(text).isEmpty()) {
            Word value = new Word(word.placed().part(sign + 1, text.length()), true);
            return parts.apply(whole.get(), word.placed().part(0, sign), List.of(value), end);
        }
        return parts.apply(whole.get(), word.placed(), following(whole.get(), word), end);
    }

    private Optional<Part> named(String name) {
        return command.parts().stream()
                .filter(part -> part.names().contains(name))
                .findFirst();
    }

    /** A long name cut short, as long as it is only one. */
    private Optional<Part> longNamed(String beginning) {
        List<Part> fitting = command.parts().stream()
                .filter(part ->
                        beginning.length() > 2 && part.names().stream().anyMatch(name -> name.startsWith(beginning)))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** Several switches behind one sign, the last of which may have its value at once behind it or as the next word. */
    private boolean cluster(Word word) throws NotUnderstood {
        boolean carries = false;
        int position = 1;
        while (position < word.text().length()) {
            int length = longest(word.text().substring(position));
            Optional<Part> part = named("-" + word.text().substring(position, position + length));
            if (length == 0 || part.isEmpty()) {
                throw notKnown(
                        position == 1
                                ? word
                                : new Word(
                                        word.placed().part(position, word.text().length()), false));
            }
            Placed.Builder name = new Placed.Builder().add('-', word.placed().offset(position));
            Placed typed =
                    name.add(word.placed().part(position, position + length)).placed(end);
            position += length;
            if (parts.words(part.get()) == 0) {
                carries |= parts.apply(part.get(), typed, List.of(), end);
            } else if (position < word.text().length()) {
                Word value = new Word(word.placed().part(position, word.text().length()), true);
                return parts.apply(part.get(), typed, List.of(value), end) || carries;
            } else {
                carries |= parts.apply(part.get(), typed, following(part.get(), word), end);
            }
        }
        return carries;
    }

    /** How long the longest switch is with which these letters begin. */
    private int longest(String letters) {
        return command.parts().stream()
                .flatMap(part -> part.names().stream())
                .filter(name -> !name.startsWith("--") && letters.startsWith(name.substring(1)))
                .mapToInt(name -> name.length() - 1)
                .max()
                .orElse(0);
    }

    private List<Word> following(Part part, Word name) throws NotUnderstood {
        int wanted = parts.words(part);
        if (at + wanted > words.size()) {
            throw new NotUnderstood(name.start(), "the value of " + name.text() + " is missing");
        }
        List<Word> value = words.subList(at, at + wanted);
        at += wanted;
        return value;
    }
}
