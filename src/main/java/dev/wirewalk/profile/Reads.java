package dev.wirewalk.profile;

import java.util.List;
import java.util.Optional;

/**
 * How commands of the tool are read back: the key {@code reads} of a profile.
 *
 * @param bare the form of a text that is a filter without any command around it; absent when such a text is none
 */
public record Reads(Style style, Optional<String> bare, List<Command> commands) {
    public Reads {
        commands = List.copyOf(commands);
    }

    public enum Style {
        /** A POSIX shell: quotes and switches as there, letters in their case. */
        SHELL,
        /** A device's own command line: words in any case, cut short to any beginning that no other word has. */
        DEVICE
    }

    /** What a command does to the filter of the tool. */
    public enum Deed {
        /** Is a capture of its own; without a filter it takes everything. */
        CAPTURE,
        /** Adds what it says to the filter of the capture that is being prepared. */
        FILTER,
        /** Says what selects under a name, which counts where a capture uses that name. */
        DEFINE,
        /** As a filter, in front of what the commands before it said. */
        INSERT,
        /** Takes back what the commands before it said. */
        CLEAR,
        /** Begins the capture with the filter as it is by then. */
        START,
        /** Begins another capture, which then asks for its filter. */
        ASK,
        /** Is known and says nothing about the filter. */
        NOTHING
    }

    /**
     * One command.
     *
     * @param lines the words that it begins with, one list for each way to write it
     * @param form the family's form that it is a run of; empty when it carries no filter
     * @param keep whether the piece of the words that belong to nothing else begins with the last of the first ones
     * @param joined whether all it says is one piece, and not one for each part
     * @param parts switches of a shell command, keywords of a device's
     * @param operands words that stand at fixed places behind the first ones
     * @param rest whether the words that belong to nothing else are a piece of the filter
     * @param output the option that a redirection of the output sets
     */
    public record Command(
            List<List<Word>> lines,
            Deed does,
            String form,
            boolean keep,
            boolean joined,
            List<Part> parts,
            List<Part> operands,
            Rest rest,
            Optional<String> output) {
        public Command {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
            operands = List.copyOf(operands);
        }
    }

    /** What becomes of the words of a command that no part of it knows. */
    public enum Rest {
        /** They are a piece of the filter. */
        FILTER,
        /** There must be none: each is a mistake at its place. */
        REFUSED,
        /** They say nothing about the filter. */
        IGNORED
    }

    /** One of the words that a command begins with. */
    public sealed interface Word {
        /** This word. */
        record Literal(String text) implements Word {}

        /** Any word, which is the value of the option. */
        record Value(String option) implements Word {}

        /** Any word; what commands with the same one here say is one piece. */
        record Group() implements Word {}

        /** Any word, which says nothing. */
        record Anything() implements Word {}
    }

    /**
     * A switch, a keyword or a place, with what it does.
     *
     * @param names how it is written, the usual one first; one that ends with {@code =} has its value behind that sign; empty for
     *     a place
     * @param aside whether a command with it counts only when the text has no other capture, such as one that prints a file
     */
    public record Part(List<String> names, Effect effect, boolean aside) {
        public Part {
            names = List.copyOf(names);
        }
    }

    public sealed interface Effect {
        /**
         * Sets an option.
         *
         * @param value this value, without a word behind the name; empty when the word behind it is the value
         * @param times the values by how often the name stands in the command; empty when that does not matter
         */
        record Sets(String option, Optional<String> value, List<String> times) implements Effect {
            public Sets {
                times = List.copyOf(times);
            }
        }

        /**
         * Is a piece of the filter.
         *
         * @param form the form that the piece is written in
         * @param keep whether the piece begins with the name
         */
        record Piece(String form, Takes takes, boolean keep) implements Effect {}

        /** Names a definition, which is the value of the option; what it says is the filter. */
        record Uses(String option) implements Effect {}

        /** Says nothing about the filter, and neither do so many words behind it. */
        record Nothing(int words) implements Effect {}

        /** Selects in a way that is not read; one sentence says why, without its full stop. */
        record Refused(String why) implements Effect {}
    }

    /** How much behind a name belongs to it. */
    public enum Takes {
        WORD,
        /** Up to the next name of the command. */
        CLAUSE,
        /** To the end of the command. */
        LINE,
        /** To the end of the command, where nothing may stand: then it says nothing. */
        ANSWER,
        /** Nothing, the name alone is the piece. */
        NOTHING
    }
}
