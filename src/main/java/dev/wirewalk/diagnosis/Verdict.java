package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One statement about the flow. A place between two points is {@code segment} and has no device; a place at a host or box is
 * its {@code device}. A flow that works has neither, and no direction, stage or cause. An undecided one has them when the
 * captures raise a suspicion that they cannot prove.
 *
 * @param summary one sentence
 */
public record Verdict(
        Outcome outcome,
        Optional<Segment> segment,
        Optional<String> device,
        Optional<Direction> direction,
        Optional<Stage> stage,
        Optional<Cause> cause,
        String summary) {

    static Verdict works(String summary) {
        return open(Outcome.WORKS, summary);
    }

    static Verdict undecided(String summary) {
        return open(Outcome.UNDECIDED, summary);
    }

    /** Place, direction, stage and cause in one line, marked as suspected when undecided; empty for a flow that works. */
    public String terms() {
        String terms = Stream.of(
                        segment.map(between -> between.from() + " → " + between.to()),
                        device.map(name -> "at " + name),
                        direction.map(Direction::word),
                        stage.map(Stage::word),
                        cause.map(Cause::word))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return outcome == Outcome.UNDECIDED && !terms.isEmpty() ? "suspected: " + terms : terms;
    }

    private static Verdict open(Outcome outcome, String summary) {
        return new Verdict(
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                summary);
    }
}
