package dev.wirewalk.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way of a tool to write filters: lines of fields.
 *
 * @param form the form of the runs, which steps choose their template by
 * @param networks what lines of this way can select; addresses are those of IP packets only
 * @param lines how many lines a run takes at most
 * @param permit the pieces of a line that selects: {@code {fields}} stands for all its fields, {@code {field}} makes a piece
 *     for each field, {@code {number}} is the line's number
 * @param deny the pieces of a line that leaves out; only rules have it
 * @param separator what stands between fields
 * @param whole when all lines together are one piece
 * @param first the number of the first line
 * @param step how far apart line numbers are
 * @param ordered whether fields are told by their order, when a text is read
 * @param abbreviate the fewest letters that keywords may be shortened to, when a text is read; 0 for none
 * @param fields the fields in the order that they are written in
 */
public record LineWay(
        String form,
        Kind kind,
        Set<Carried> networks,
        int lines,
        Replies replies,
        Optional<String> repliesWord,
        List<String> permit,
        List<String> deny,
        String separator,
        Optional<Whole> whole,
        int first,
        int step,
        boolean ordered,
        int abbreviate,
        List<LineField> fields) {
    public LineWay {
        networks = Set.copyOf(networks);
        permit = List.copyOf(permit);
        deny = List.copyOf(deny);
        fields = List.copyOf(fields);
    }

    /** How the lines of a run go together. */
    public enum Kind {
        /** The first line that holds a packet decides; what none holds is left out. */
        RULES,
        /** A packet is selected when one of the lines holds it. */
        ALTERNATIVES,
        /** As alternatives, with one line a run. */
        SINGLE
    }

    /** Whether a line also selects the packets with source and destination exchanged, ports as well. */
    public enum Replies {
        NEVER,
        ALWAYS,
        /** Only with the word for it. */
        WORD,
        /** The tool tells its own side from the other: a line and its mirror image are written, and both directions are selected. */
        BOTH_ROLES
    }

    /** All lines as one text. */
    public record Whole(String start, String between, String end) {}

    public Optional<LineField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public boolean isRules() {
        return kind == Kind.RULES;
    }
}
