package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads;
import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Deed;
import dev.wirewalk.profile.Reads.Style;
import dev.wirewalk.profile.Reads.Word.Group;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.Beginning.Match;
import dev.wirewalk.reading.PartReader.NotUnderstood;
import dev.wirewalk.reading.Typed.End;
import dev.wirewalk.reading.Typed.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through a pasted text from its first line to its last and takes down what each command of the tool says. */
final class Script {
    private static final int MOST_IGNORED = 200;
    private static final int LONGEST_IGNORED = 200;

    private final ToolProfile profile;
    private final Reads reads;
    private final Placed text;
    private final boolean comments;
    private int at;
    private int lineEnd = -1;
    private boolean lineBegins = true;
    private int commands;
    private int carrying;
    private int unshown;
    final Assembly assembly;
    final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();

    /** @param comments whether a line that begins with {@code #} may be a command behind the prompt of root */
    Script(ToolProfile profile, Reads reads, Placed text, boolean comments) {
        this.profile = profile;
        this.reads = reads;
        this.text = text;
        this.comments = comments;
        this.assembly = new Assembly(prepares(reads));
    }

    /** The forms of which a start takes only what was prepared in just that form. */
    private static Set<String> prepares(Reads reads) {
        Set<String> filters = forms(reads, Deed.FILTER);
        filters.retainAll(forms(reads, Deed.START));
        filters.removeIf(form -> reads.commands().stream()
                .noneMatch(command -> command.does() == Deed.FILTER
                        && command.form().equals(form)
                        && command.rest() == Reads.Rest.FILTER));
        return filters;
    }

    private static Set<String> forms(Reads reads, Deed deed) {
        return reads.commands().stream()
                .filter(command -> command.does() == deed)
                .map(Command::form)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How many commands of the tool there are. */
    int commands() {
        return commands;
    }

    /** How many of them can carry a filter. */
    int carrying() {
        return carrying;
    }

    List<String> ignored() {
        List<String> all = new ArrayList<>(ignored);
        if (unshown > 0) {
            all.add("… and " + unshown + " more");
        }
        return all;
    }

    void read() throws NotUnderstood {
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '\n') {
                lineBegins = true;
                at++;
            } else if (letter == ' ') {
                at++;
            } else {
                command();
            }
        }
    }

    private int lineEnd() {
        if (lineEnd < at) {
            int end = text.text().indexOf('\n', at);
            lineEnd = end < 0 ? text.length() : end;
        }
        return lineEnd;
    }

    private void command() throws NotUnderstood {
        int end = lineEnd();
        List<Integer> places = lineBegins ? Prompt.beginnings(text, at, end, comments) : List.of(at);
        Typed foreign = new Typed(List.of(), java.util.Optional.empty(), at, End.LINE, java.util.Optional.empty());
        for (int place : places) {
            if (!Entry.canBegin(reads, firstWord(place, end))) {
                continue;
            }
            Entry entry = Entry.find(reads, text, place);
            switch (entry.match()) {
                case Match.Found(var beginning) -> {
                    take(entry, beginning);
                    return;
                }
                case Match.Ambiguous(var one, var other) ->
                    throw new NotUnderstood(
                            text.offset(place), "this can be '" + one.text() + "' or '" + other.text() + "'");
                case Match.Broken(var word) -> throw broken(entry.typed(), word);
                case Match.Foreign _ -> foreign = entry.typed();
            }
        }
        skip(end, foreign.next());
    }

    private String firstWord(int from, int end) {
        int to = from;
        while (to < end && " ;|&".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.text().substring(from, to);
    }

    private static NotUnderstood broken(Typed typed, int index) {
        String before = Typed.join(typed.words().subList(0, index), 0).text();
        if (index >= typed.words().size()) {
            Word last = typed.words().getLast();
            return new NotUnderstood(
                    last.placed().offset(last.text().length()), "the command '" + before + "' ends too early");
        }
        Word word = typed.words().get(index);
        return new NotUnderstood(
                word.start(),
                "'" + word.text() + "' is not known behind '" + before + "', and may change what is selected");
    }

    /** Leaves a line aside, or its part up to a sign that ends a command; not less than what was taken for one command. */
    private void skip(int end, int next) {
        Typed typed = lineBegins && text.charAt(at) == '#' && !comments
                ? new Typed(List.of(), java.util.Optional.empty(), end, End.LINE, java.util.Optional.empty())
                : Entry.split(reads, text, at, end);
        boolean parts = typed.end() != End.LINE && typed.problem().isEmpty();
        int until = Math.max(parts ? typed.next() : end, next > end ? next : 0);
        ignore(text.part(at, Math.min(until, text.length())).text());
        at = until;
        lineBegins = !parts || until > end;
    }

    private void take(Entry entry, Beginning beginning) throws NotUnderstood {
        Command command = beginning.command();
        Typed typed = reads.style() == Style.DEVICE ? continued(entry.typed(), command) : entry.typed();
        commands++;
        if (!entry.before().isEmpty()) {
            ignore(Typed.join(entry.before(), 0).text());
        }
        if (command.does() == Deed.NOTHING || command.does() == Deed.CLEAR) {
            values(beginning, typed.words());
            ignore(typed.text());
            assembly.add(command, "", new Said());
        } else {
            if (typed.problem().isPresent()) {
                throw new NotUnderstood(
                        typed.problem().get().offset(), typed.problem().get().message());
            }
            carrying++;
            say(beginning, typed);
        }
        at = typed.next();
        lineBegins = typed.end() == End.LINE;
        if (typed.end() == End.PIPE && !(reads.style() == Style.SHELL && command.does() == Deed.FILTER)) {
            pipe();
        }
    }

    private void say(Beginning beginning, Typed typed) throws NotUnderstood {
        Command command = beginning.command();
        List<Word> words =
                typed.words().subList(beginning.line().size(), typed.words().size());
        int end = words.isEmpty()
                ? text.offset(typed.next())
                : endOf(typed.words().getLast());
        values(beginning, typed.words());
        Said said = reads.style() == Style.SHELL
                ? ShellCommand.read(profile, command, words, end)
                : DeviceCommand.read(
                        profile, command, typed.words(), beginning.line().size(), end);
        command.output()
                .ifPresent(option ->
                        typed.output().ifPresent(word -> new PartReader(profile, said).set(option, word.text())));
        group(command, beginning, typed.words(), said);
        options.putAll(said.options);
        said.ignored.forEach(this::ignore);
        typed.output().ifPresent(word -> ignore("> " + word.text()));
        assembly.add(command, beginning.key(typed.words()), said);
    }

    private static int endOf(Word word) {
        return word.placed().offset(word.text().length());
    }

    /** Gives pieces that belong together a name that they share. */
    private void group(Command command, Beginning beginning, List<Word> words, Said said) {
        boolean named = beginning.line().stream().anyMatch(word -> word instanceof Group);
        if (named || command.joined()) {
            String group = named ? beginning.key(words) : "\r" + commands;
            said.pieces.replaceAll(piece -> new Said.Piece(piece.form(), piece.text(), group));
        }
    }

    private void values(Beginning beginning, List<Word> words) {
        Said said = new Said();
        PartReader values = new PartReader(profile, said);
        for (int i = 0; i < beginning.line().size(); i++) {
            String word = words.get(i).text();
            beginning.option(i).ifPresent(option -> values.set(option, word));
        }
        options.putAll(said.options);
        said.ignored.forEach(this::ignore);
    }

    /** Devices show a long command over several lines, those behind the first further in. */
    private Typed continued(Typed typed, Command command) {
        Typed whole = typed;
        while (whole.end() == End.LINE && whole.next() < text.length() && text.charAt(whole.next()) == ' ') {
            Typed more = DeviceWords.split(text, whole.next(), text.length());
            if (more.words().isEmpty() || !isKeyword(more.words().getFirst().text(), command)) {
                break;
            }
            List<Word> words = new ArrayList<>(whole.words());
            words.addAll(more.words());
            whole = new Typed(
                    words,
                    whole.output(),
                    more.next(),
                    more.end(),
                    whole.problem().or(more::problem));
        }
        return whole;
    }

    private static boolean isKeyword(String word, Command command) {
        return command.parts().stream()
                .flatMap(part -> part.names().stream())
                .anyMatch(name -> word.equalsIgnoreCase(name.split(" ")[0]));
    }

    /** What works on the lines that are printed: it chooses none of the packets. */
    private void pipe() {
        End end = End.PIPE;
        while (end == End.PIPE && at < text.length()) {
            Typed next = Entry.split(reads, text, at, text.length());
            ignore("| " + next.text() + " (works on the printed text, not on packets)");
            at = next.next();
            end = next.end();
        }
        lineBegins = end == End.LINE;
    }

    private void ignore(String words) {
        String shown = words.strip().replaceAll("\\s+", " ");
        if (shown.isEmpty()) {
            return;
        }
        if (ignored.size() == MOST_IGNORED) {
            unshown++;
        } else {
            ignored.add(shown.length() > LONGEST_IGNORED ? shown.substring(0, LONGEST_IGNORED) + "…" : shown);
        }
    }
}
