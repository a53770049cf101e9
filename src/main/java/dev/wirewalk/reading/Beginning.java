package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads;
import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Deed;
import dev.wirewalk.profile.Reads.Style;
import dev.wirewalk.reading.Typed.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words with which a command begins, found in what was typed.
 *
 * @param line the words of the profile; as many typed ones belong to them
 */
record Beginning(Command command, List<Reads.Word> line) {
    private static final Set<Deed> CHOOSING = Set.of(Deed.CAPTURE, Deed.FILTER, Deed.INSERT, Deed.DEFINE);

    Beginning {
        line = List.copyOf(line);
    }

    /** What a typed command can be. */
    sealed interface Match {
        /** It is this one. */
        record Found(Beginning beginning) implements Match {}

        /** It can be either of two that differ in what they do. */
        record Ambiguous(Beginning one, Beginning other) implements Match {}

        /** It begins like a command that carries a filter, up to the word with that index, and goes on like none. */
        record Broken(int word) implements Match {}

        /** It is nothing of the tool. */
        record Foreign() implements Match {}
    }

    static Match match(Reads reads, List<Word> words) {
        List<Beginning> fitting = new ArrayList<>();
        for (Command command : reads.commands()) {
            for (List<Reads.Word> line : command.lines()) {
                if (fits(reads.style(), line, words) == line.size()) {
                    fitting.add(new Beginning(command, line));
                }
            }
        }
        if (!fitting.isEmpty()) {
            return best(fitting, words);
        }
        return reads.style() == Style.DEVICE ? broken(reads, words) : new Match.Foreign();
    }

    /** How many words of the line fit, from the first one on. */
    private static int fits(Style style, List<Reads.Word> line, List<Word> words) {
        int fitting = 0;
        while (fitting < line.size()
                && fitting < words.size()
                && fits(style, line.get(fitting), words.get(fitting), fitting == 0)) {
            fitting++;
        }
        return fitting;
    }

    private static boolean fits(Style style, Reads.Word wanted, Word typed, boolean first) {
        String text = typed.text();
        return switch (wanted) {
            case Reads.Word.Literal(var word) ->
                style == Style.SHELL
                        ? (first ? program(text) : text).equals(word)
                        : Abbreviation.of(text, word) != Abbreviation.NONE;
            case Reads.Word.Value _, Reads.Word.Group _, Reads.Word.Anything _ ->
                typed.quoted() || !text.startsWith("-") && text.indexOf('=') < 0;
        };
    }

    /** The name of a program without its folder. */
    static String program(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Match best(List<Beginning> fitting, List<Word> words) {
        Beginning best = fitting.getFirst();
        Set<Beginning> rivals = new HashSet<>();
        for (Beginning other : fitting.subList(1, fitting.size())) {
            switch (best.compare(other, words)) {
                case WORSE -> best = other;
                case BETTER -> {}
                case UNDECIDED -> rivals.add(other);
            }
        }
        for (Beginning rival : rivals) {
            boolean alike = best.command.equals(rival.command)
                    || best.command.does() == Deed.NOTHING && rival.command.does() == Deed.NOTHING;
            if (!alike && best.compare(rival, words) == Order.UNDECIDED) {
                return new Match.Ambiguous(best, rival);
            }
        }
        return new Match.Found(best);
    }

    private enum Order {
        BETTER,
        WORSE,
        UNDECIDED
    }

    /** The first word on which they differ decides, and behind it their length. */
    private Order compare(Beginning other, List<Word> words) {
        for (int i = 0; i < Math.min(line.size(), other.line.size()); i++) {
            Order order = compare(line.get(i), other.line.get(i), words.get(i).text());
            if (order != Order.UNDECIDED || !line.get(i).equals(other.line.get(i)) && literals(i, other)) {
                return order;
            }
        }
        int longer = Integer.compare(line.size(), other.line.size());
        return longer == 0 ? Order.UNDECIDED : longer > 0 ? Order.BETTER : Order.WORSE;
    }

    private boolean literals(int index, Beginning other) {
        return line.get(index) instanceof Reads.Word.Literal && other.line.get(index) instanceof Reads.Word.Literal;
    }

    private static Order compare(Reads.Word one, Reads.Word other, String typed) {
        if (one instanceof Reads.Word.Literal(var first) && other instanceof Reads.Word.Literal(var second)) {
            return first.equals(second)
                    ? Order.UNDECIDED
                    : Abbreviation.chosen(typed, List.of(first, second))
                            .map(chosen -> chosen.equals(first) ? Order.BETTER : Order.WORSE)
                            .orElse(Order.UNDECIDED);
        }
        boolean literal = one instanceof Reads.Word.Literal;
        return literal == other instanceof Reads.Word.Literal ? Order.UNDECIDED : literal ? Order.BETTER : Order.WORSE;
    }

    private static Match broken(Reads reads, List<Word> words) {
        int furthest = 0;
        for (Command command : reads.commands()) {
            if (CHOOSING.contains(command.does())) {
                for (List<Reads.Word> line : command.lines()) {
                    int fitting = fits(reads.style(), line, words);
                    boolean known = words.getFirst().text().length() > 2;
                    furthest = known && fitting >= Math.max(1, Math.min(line.size() - 1, Math.max(3, line.size() - 2)))
                            ? Math.max(furthest, fitting)
                            : furthest;
                }
            }
        }
        return furthest == 0 ? new Match.Foreign() : new Match.Broken(furthest);
    }

    /** The words that stand for a value of an option. */
    Optional<String> option(int index) {
        return line.get(index) instanceof Reads.Word.Value(var option) ? Optional.of(option) : Optional.empty();
    }

    /** What makes commands one: the values and groups of their first words; empty when there are none. */
    String key(List<Word> words) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            switch (line.get(i)) {
                case Reads.Word.Value _, Reads.Word.Group _ ->
                    key.append(words.get(i).text()).append('\n');
                case Reads.Word.Literal _, Reads.Word.Anything _ -> {}
            }
        }
        return key.toString();
    }

    /** The words of the profile, for messages. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Reads.Word word : line) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(
                            switch (word) {
                                case Reads.Word.Literal(var literal) -> literal;
                                case Reads.Word.Value(var option) -> option.toUpperCase(java.util.Locale.ROOT);
                                case Reads.Word.Group _, Reads.Word.Anything _ -> "NAME";
                            });
        }
        return text.toString();
    }
}
