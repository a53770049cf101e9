package dev.wirewalk.reading;

import dev.wirewalk.profile.OptionState;
import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Effect;
import dev.wirewalk.profile.Reads.Part;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.PartReader.NotUnderstood;
import dev.wirewalk.reading.Typed.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the words of a device's command behind its beginning: keywords in any order, whole or cut short. */
final class DeviceCommand {
    /** Within a piece of the filter a keyword is told from the filter's own words by so many letters, or by all it has. */
    private static final int SURE = 3;

    private final ToolProfile profile;
    private final Command command;
    private final List<Word> words;
    private final int end;
    private final Said said = new Said();
    private final PartReader parts;
    private int at;
    private int operand;

    private final Optional<Word> last;

    private DeviceCommand(ToolProfile profile, Command command, Optional<Word> last, List<Word> words, int end) {
        this.last = last;
        this.profile = profile;
        this.command = command;
        this.words = words;
        this.end = end;
        this.parts = new PartReader(profile, said);
    }

    /**
     * @param typed all words of the command, of which the first {@code line} are those that it begins with
     * @param end where the command ends in what was pasted
     */
    static Said read(ToolProfile profile, Command command, List<Word> typed, int line, int end) throws NotUnderstood {
        Optional<Word> last = command.keep() ? Optional.of(typed.get(line - 1)) : Optional.empty();
        return new DeviceCommand(profile, command, last, typed.subList(line, typed.size()), end).read();
    }

    /** A part as it was typed: so many words for its name, or the name and value of one word with a {@code =} between. */
    private record Named(Part part, String name, int words, boolean whole) {
        boolean valueInWord() {
            return name.endsWith("=");
        }
    }

    private Said read() throws NotUnderstood {
        while (at < words.size()) {
            Optional<Named> named = named(at);
            if (operand < command.operands().size() && named.isEmpty()) {
                Word word = words.get(at++);
                Part place = command.operands().get(operand++);
                requireAllowed(place, word);
                say(place, word.placed().part(0, 0), List.of(word));
            } else if (named.isPresent()) {
                take(named.get());
            } else {
                takeRest();
            }
        }
        return said;
    }

    /** A word at the place of an option that can only be set beside another one may be that one, misspelt. */
    private void requireAllowed(Part place, Word word) throws NotUnderstood {
        List<OptionState> needs = place.effect() instanceof Effect.Sets(var option, var _, var _)
                ? profile.option(option).map(ToolOption::needs).orElse(List.of())
                : List.of();
        if (!needs.isEmpty()
                && needs.stream().noneMatch(need -> need.holds(Optional.ofNullable(said.options.get(need.option()))))) {
            throw new NotUnderstood(
                    word.start(),
                    "'" + word.text() + "' is not known here; a word of one's own stands only beside "
                            + String.join(
                                    " or ",
                                    needs.stream().map(OptionState::text).toList()));
        }
    }

    private void takeRest() throws NotUnderstood {
        Word word = words.get(at);
        switch (command.rest()) {
            case FILTER -> {
                List<Word> kept = new ArrayList<>(last.stream().toList());
                kept.addAll(words.subList(at, words.size()));
                said.pieces.add(new Said.Piece(command.form(), Typed.join(kept, end), ""));
                at = words.size();
            }
            case IGNORED -> {
                said.ignored.add(word.text());
                at++;
            }
            case REFUSED ->
                throw new NotUnderstood(
                        word.start(), "'" + word.text() + "' is not known here, and may change what is selected");
        }
    }

    private void take(Named named) throws NotUnderstood {
        Word first = words.get(at);
        if (named.valueInWord()) {
            int sign = first.text().indexOf('=');
            at++;
            Word value = new Word(first.placed().part(sign + 1, first.text().length()), true);
            say(named.part(), first.placed().part(0, sign + 1), List.of(value));
            return;
        }
        Placed name = Typed.join(words.subList(at, at + named.words()), end);
        at += named.words();
        int wanted = parts.words(named.part());
        if (at + wanted > words.size()) {
            throw new NotUnderstood(first.start(), "what belongs to " + name.text() + " is missing");
        }
        int until = at + wanted;
        if (named.part().effect() instanceof Effect.Piece(var _, var takes, var _)) {
            until = switch (takes) {
                case LINE, ANSWER -> words.size();
                case CLAUSE -> clauseEnd();
                case WORD, NOTHING -> until;
            };
        }
        List<Word> value = words.subList(at, until);
        at = until;
        say(named.part(), name, value);
    }

    private void say(Part part, Placed name, List<Word> value) throws NotUnderstood {
        if (!parts.apply(part, name, value, end)) {
            said.ignored.add((name.text()
                            + (name.text().endsWith("=") ? "" : " ")
                            + Typed.join(value, end).text())
                    .strip());
        }
    }

    private int clauseEnd() throws NotUnderstood {
        int until = at + 1;
        while (until < words.size()) {
            String text = words.get(until).text();
            Optional<Named> next = named(until);
            if (next.isPresent() && (text.length() >= SURE || next.get().whole())) {
                break;
            }
            until++;
        }
        return until;
    }

    /** The part whose name stands at that word; the longest name counts, and a whole one before one cut short. */
    private Optional<Named> named(int index) throws NotUnderstood {
        if (words.get(index).quoted() && words.get(index).text().indexOf('=') < 0) {
            return Optional.empty();
        }
        List<Named> fitting = new ArrayList<>();
        for (Part part : command.parts()) {
            part.names().forEach(name -> named(part, name, index).ifPresent(fitting::add));
        }
        int longest = fitting.stream().mapToInt(Named::words).max().orElse(0);
        List<Named> best =
                fitting.stream().filter(named -> named.words() == longest).toList();
        if (best.size() < 2 || best.stream().map(Named::part).distinct().count() == 1) {
            return best.stream().findFirst();
        }
        return Optional.of(chosen(best, words.get(index)));
    }

    private static Named chosen(List<Named> best, Word typed) throws NotUnderstood {
        List<Named> whole = best.stream().filter(Named::whole).toList();
        if (whole.size() == 1) {
            return whole.getFirst();
        }
        List<String> names = best.stream().map(Named::name).toList();
        Optional<String> name = Abbreviation.chosen(typed.text(), names);
        return best.stream()
                .filter(named -> name.filter(named.name()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new NotUnderstood(
                        typed.start(), "'" + typed.text() + "' can be " + String.join(" or ", names)));
    }

    private Optional<Named> named(Part part, String name, int index) {
        String typed = words.get(index).text();
        if (name.endsWith("=")) {
            int sign = typed.indexOf('=');
            Abbreviation how = sign < 1
                    ? Abbreviation.NONE
                    : Abbreviation.of(typed.substring(0, sign), name.substring(0, name.length() - 1));
            return how == Abbreviation.NONE
                    ? Optional.empty()
                    : Optional.of(new Named(part, name, 1, how == Abbreviation.WHOLE));
        }
        List<String> wanted = Arrays.asList(name.split(" "));
        boolean whole = true;
        for (int i = 0; i < wanted.size(); i++) {
            if (index + i >= words.size()) {
                return Optional.empty();
            }
            Abbreviation how = Abbreviation.of(words.get(index + i).text(), wanted.get(i));
            if (how == Abbreviation.NONE) {
                return Optional.empty();
            }
            whole &= how == Abbreviation.WHOLE;
        }
        return Optional.of(new Named(part, name, wanted.size(), whole));
    }
}
