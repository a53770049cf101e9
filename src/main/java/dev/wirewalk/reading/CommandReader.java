package dev.wirewalk.reading;

import dev.wirewalk.command.CapturePlanner;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.dialect.UnreadableTextException;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.Reads;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.PartReader.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns pasted commands of a tool back into the filter that they ask for. A word that could change what is selected and is not
 * understood is never passed over; lines that are nothing of the tool are.
 */
public final class CommandReader {
    /** How many characters a text may have. */
    public static final int LONGEST_TEXT = 1 << 20;

    /** In a longer text commands are looked for, but what they say is not read to tell of which tool they are. */
    private static final int LONGEST_FILTER = 1 << 16;

    private final Dialects dialects;

    public CommandReader(Dialects dialects) {
        this.dialects = dialects;
    }

    /** @throws UnreadableCommandException with the place that was not understood */
    public ReadBack read(ToolProfile profile, String text) throws UnreadableCommandException {
        Reads reads = profile.reads()
                .orElseThrow(() ->
                        new UnreadableCommandException(1, 1, "commands of " + profile.name() + " are not read back"));
        checkLength(text);
        Placed placed = Placed.of(text);
        try {
            return read(profile, reads, placed);
        } catch (NotUnderstood e) {
            throw placed(text, e.problem());
        }
    }

    /**
     * The tools of which the text has commands, the one that fits best first.
     *
     * @throws UnreadableCommandException when the text is too long
     */
    public List<ToolProfile> detect(List<ToolProfile> profiles, String text) throws UnreadableCommandException {
        checkLength(text);
        Placed placed = Placed.of(text);
        Vocabulary vocabulary = new Vocabulary(placed);
        boolean isShort = text.length() <= LONGEST_FILTER;
        List<Likeness> likenesses = new ArrayList<>();
        for (ToolProfile profile : profiles) {
            profile.reads()
                    .filter(reads ->
                            vocabulary.mayHave(reads) || isShort && reads.bare().isPresent())
                    .ifPresent(reads -> likenesses.add(likeness(profile, reads, placed, isShort)));
        }
        return likenesses.stream()
                .filter(likeness -> likeness.carrying() > 0 || likeness.bare())
                .sorted()
                .map(Likeness::profile)
                .toList();
    }

    private static void checkLength(String text) throws UnreadableCommandException {
        if (text.length() > LONGEST_TEXT) {
            throw new UnreadableCommandException(
                    1,
                    1,
                    "the text has " + text.length() + " characters, and at most " + LONGEST_TEXT
                            + " are read; paste the commands without their output");
        }
        if (text.isBlank()) {
            throw new UnreadableCommandException(1, 1, "the text is empty");
        }
    }

    private ReadBack read(ToolProfile profile, Reads reads, Placed text) throws NotUnderstood {
        Script script = script(profile, reads, text);
        List<Assembly.Run> runs = script.assembly.runs();
        if (!runs.isEmpty()) {
            List<Filter> filters = new ArrayList<>();
            for (Assembly.Run run : runs) {
                Filter filter = filter(profile, run);
                if (!filters.contains(filter)) {
                    filters.add(filter);
                }
            }
            Filter whole = filters.size() == 1 ? filters.getFirst() : Filter.any(filters);
            return new ReadBack(profile.id(), whole, script.options, script.ignored());
        }
        Placed bare = unquoted(text.stripped());
        if (script.commands() > 0 || reads.bare().isEmpty()) {
            throw new NotUnderstood(
                    bare.offset(0), "there is no command of " + profile.name() + " in the text that carries a filter");
        }
        Filter filter = filter(profile, new Assembly.Run(reads.bare().get(), List.of(bare)));
        return new ReadBack(profile.id(), filter, Map.of(), List.of());
    }

    /** The text taken apart; lines that begin with {@code #} are comments unless nothing else is a command. */
    private static Script script(ToolProfile profile, Reads reads, Placed text) throws NotUnderstood {
        Script script = new Script(profile, reads, text, false);
        script.read();
        if (script.assembly.isEmpty()) {
            Script other = new Script(profile, reads, text, true);
            other.read();
            return other.assembly.isEmpty() ? script : other;
        }
        return script;
    }

    private static Placed unquoted(Placed text) {
        int last = text.length() - 1;
        boolean quoted = last > 0
                && text.charAt(0) == text.charAt(last)
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.text().indexOf(text.charAt(0), 1) == last;
        return quoted ? text.part(1, last) : text;
    }

    private Filter filter(ToolProfile profile, Assembly.Run run) throws NotUnderstood {
        List<Placed> pieces = run.pieces();
        Run typed = new Run(run.form(), pieces.stream().map(Placed::text).toList());
        try {
            return dialects.of(profile.family())
                    .read(typed, CapturePlanner.settings(profile, profile.defaultVersion(), Set.of()));
        } catch (UnreadableTextException e) {
            int offset = pieces.isEmpty()
                    ? 0
                    : pieces.get(Math.clamp(e.piece(), 0, pieces.size() - 1)).offset(Math.max(0, e.column() - 1));
            throw new NotUnderstood(offset, String.valueOf(e.getMessage()));
        }
    }

    private static UnreadableCommandException placed(String text, Typed.Problem problem) {
        int line = 1;
        int begin = 0;
        for (int i = 0; i < Math.min(problem.offset(), text.length()); i++) {
            char letter = text.charAt(i);
            if (letter == '\n' || letter == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                begin = i + 1;
            }
        }
        return new UnreadableCommandException(line, problem.offset() - begin + 1, problem.message());
    }

    private Likeness likeness(ToolProfile profile, Reads reads, Placed text, boolean isShort) {
        Script script = new Script(profile, reads, text, false);
        Script other = new Script(profile, reads, text, true);
        boolean readable = false;
        try {
            script.read();
            if (script.assembly.isEmpty()) {
                other.read();
            }
            if (isShort
                    && (script.carrying() + other.carrying() > 0 || reads.bare().isPresent())) {
                read(profile, reads, text);
                readable = true;
            }
        } catch (NotUnderstood e) {
            // The place is told when the tool is chosen.
        }
        int carrying = Math.max(script.carrying(), other.carrying());
        int commands = Math.max(script.commands(), other.commands());
        return new Likeness(
                profile,
                readable,
                carrying,
                commands,
                readable && carrying == 0 && reads.bare().isPresent());
    }
}
