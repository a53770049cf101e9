package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.filter.HeaderField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one line that a tool takes, around several that were wanted. Lines of a conversation differ in which end is the source, so
 * that a line which speaks of either end, or holds the replies, is often far narrower than one which tells the ends apart.
 */
final class OneLine {
    /** More lines are no conversation. */
    private static final int CONVERSATION = 12;

    /** Of two ends those that may be left unsaid. */
    private static final List<Set<HeaderField<?>>> ENDS =
            List.of(Set.of(), Set.of(SOURCE), Set.of(DESTINATION), Set.of(SOURCE, DESTINATION));

    private static final List<Set<HeaderField<?>>> PORTS =
            List.of(Set.of(), Set.of(SOURCE_PORT), Set.of(DESTINATION_PORT), Set.of(SOURCE_PORT, DESTINATION_PORT));

    private final WayWords words;

    OneLine(WayWords words) {
        this.words = words;
    }

    /** The narrowest line that was found to hold all of these; at least one. */
    Line around(List<Line> lines) {
        Line told = Covering.within(1, lines, new Line(words, true, words.least(), Said.NOTHING))
                .getFirst();
        Stream<Line> turned = lines.size() > CONVERSATION
                ? Stream.empty()
                : words.possible().stream().flatMap(symmetry -> around(lines, symmetry).stream());
        return Stream.concat(Stream.of(told), turned)
                .min(Comparator.comparingDouble(Line::breadth))
                .orElse(told);
    }

    private Optional<Line> around(List<Line> lines, Line.Symmetry symmetry) {
        if (lines.stream().anyMatch(line -> !symmetry.or(line.symmetry()).equals(symmetry))) {
            return Optional.empty();
        }
        Optional<Line> joined = Optional.of(lines.getFirst().with(symmetry));
        for (Line line : lines.subList(1, lines.size())) {
            joined = joined.flatMap(soFar -> both(soFar, line, symmetry));
        }
        return joined.flatMap(line -> sayable(line).min(Comparator.comparingDouble(Line::breadth)));
    }

    /** A line with that symmetry holds what it says in each of its ways, so that the nearest of them need be joined alone. */
    private Optional<Line> both(Line soFar, Line line, Line.Symmetry symmetry) {
        return line.with(symmetry).ways().stream()
                .map(said -> soFar.join(new Line(words, true, symmetry, said)))
                .min(Comparator.comparingDouble(Line::breadth));
    }

    /** The line, or what is left of it where one of two ends is not said. */
    private Stream<Line> sayable(Line line) {
        List<Line> all = new ArrayList<>();
        for (Set<HeaderField<?>> address : ENDS) {
            for (Set<HeaderField<?>> port : PORTS) {
                Said left = line.said().without(address).without(port);
                all.add(new Line(words, true, line.symmetry(), words.completed(left, left)));
            }
        }
        return all.stream().filter(words::canSay);
    }
}
