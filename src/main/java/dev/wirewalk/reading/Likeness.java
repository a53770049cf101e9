package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads;
import dev.wirewalk.profile.ToolProfile;
import java.util.Comparator;

/**
 * How well a text fits a tool; the best comes first.
 *
 * @param readable whether all of it is understood
 * @param carrying how many commands of the tool in it can carry a filter
 * @param commands how many commands of the tool it has
 * @param bare whether it is a filter without a command
 */
record Likeness(ToolProfile profile, boolean readable, int carrying, int commands, boolean bare)
        implements Comparable<Likeness> {
    private static final Comparator<Likeness> BEST_FIRST = Comparator.comparing((Likeness one) -> one.carrying == 0)
            .thenComparing(one -> !one.readable)
            .thenComparing(one -> -one.carrying)
            .thenComparing(one -> -one.commands)
            .thenComparing(one -> !one.isNamedAsItsCommand())
            .thenComparing(one -> one.profile.id());

    @Override
    public int compareTo(Likeness other) {
        return BEST_FIRST.compare(this, other);
    }

    /** The tool itself comes before those that only run it. */
    private boolean isNamedAsItsCommand() {
        return profile.reads().stream()
                .flatMap(reads -> reads.commands().stream())
                .flatMap(command -> command.lines().stream())
                .anyMatch(line -> line.getFirst().equals(new Reads.Word.Literal(profile.id())));
    }
}
