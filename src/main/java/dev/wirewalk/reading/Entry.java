package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads;
import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Style;
import dev.wirewalk.reading.Beginning.Match;
import dev.wirewalk.reading.Typed.Word;
import java.util.List;
import java.util.Set;

/**
 * Finds a command of the tool in a command that was typed: itself, or what another program is asked to run.
 *
 * @param match what it is
 * @param typed its words, from the first one of the tool's own on
 * @param before the words that stand in front of it
 */
record Entry(Match match, Typed typed, List<Word> before) {
    /** Programs that run what their arguments say, here or elsewhere. */
    private static final Set<String> RUNNERS = Set.of(
            "sudo",
            "doas",
            "su",
            "timeout",
            "nohup",
            "nice",
            "ionice",
            "stdbuf",
            "time",
            "env",
            "exec",
            "command",
            "setsid",
            "chroot",
            "unbuffer",
            "ip",
            "docker",
            "podman",
            "nerdctl",
            "crictl",
            "kubectl",
            "oc",
            "nsenter",
            "ssh",
            "bash",
            "sh",
            "run",
            "start",
            "vsys",
            "exit;",
            "chrt",
            "taskset",
            "watch",
            "screen",
            "tmux",
            "script",
            "lxc",
            "virsh",
            "adb",
            "plink");

    /** So many words can stand in front of the command that is run. */
    private static final int FURTHEST = 40;

    static Entry find(Reads reads, Placed text, int from) {
        Typed typed = split(reads, text, from, text.length());
        Match match = typed.words().isEmpty() ? new Match.Foreign() : Beginning.match(reads, typed.words());
        if (reads.style() == Style.DEVICE || !(match instanceof Match.Foreign)) {
            return new Entry(match, typed, List.of());
        }
        return behindRunner(reads, typed);
    }

    static Typed split(Reads reads, Placed text, int from, int limit) {
        return reads.style() == Style.SHELL
                ? ShellWords.split(text, from, limit)
                : DeviceWords.split(text, from, limit);
    }

    /** Whether a command that begins with this word can be one of the tool; else the line need not be taken apart. */
    static boolean canBegin(Reads reads, String word) {
        if (reads.style() == Style.SHELL && isRunner(word)) {
            return true;
        }
        for (Command command : reads.commands()) {
            for (List<Reads.Word> line : command.lines()) {
                if (line.getFirst() instanceof Reads.Word.Literal(var first)
                        && (reads.style() == Style.SHELL
                                ? Beginning.program(word).equals(first)
                                : Abbreviation.of(word, first) != Abbreviation.NONE)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRunner(String word) {
        return RUNNERS.contains(Beginning.program(word)) || word.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
    }

    private static Entry behindRunner(Reads reads, Typed typed) {
        Entry foreign = new Entry(new Match.Foreign(), typed, List.of());
        if (typed.words().isEmpty() || !isRunner(typed.words().getFirst().text())) {
            return foreign;
        }
        for (int i = 1; i < Math.min(typed.words().size(), FURTHEST); i++) {
            Word word = typed.words().get(i);
            boolean several = word.quoted() && word.text().strip().indexOf(' ') > 0;
            Typed behind = several ? inner(word, typed) : typed.from(i);
            if (!behind.words().isEmpty() && Beginning.match(reads, behind.words()) instanceof Match.Found found) {
                return new Entry(found, behind, typed.words().subList(0, i));
            }
        }
        return foreign;
    }

    /** A whole command in quotes, for the shell at the other end. */
    private static Typed inner(Word word, Typed outer) {
        Typed inner = ShellWords.split(word.placed(), 0, word.placed().length());
        return new Typed(
                inner.words(),
                inner.output().or(outer::output),
                outer.next(),
                outer.end(),
                outer.problem().or(inner::problem));
    }
}
