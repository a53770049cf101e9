package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.List;
import java.util.Optional;

/** What a rule concludes: a verdict, or that the captures do not tell, and where a further capture would help. */
record Finding(Verdict verdict, List<Evidence> evidence, Optional<String> lookAt) {

    static Finding of(
            Outcome outcome,
            Place place,
            Direction direction,
            Stage stage,
            Cause cause,
            List<Evidence> evidence,
            String summary) {
        return new Finding(
                new Verdict(
                        outcome,
                        place.segment(),
                        place.device(),
                        Optional.of(direction),
                        Optional.of(stage),
                        Optional.of(cause),
                        summary),
                evidence,
                Optional.empty());
    }

    static Finding fails(
            Place place, Direction direction, Stage stage, Cause cause, List<Evidence> evidence, String summary) {
        return of(Outcome.FAILS, place, direction, stage, cause, evidence, summary);
    }

    /**
     * Undecided, but with a suspicion that stays named: what the captures would say if they could have shown the packet.
     *
     * @param reason what is seen, and what no capture tells
     */
    static Finding suspected(
            Place place, Direction direction, Stage stage, Cause cause, List<Evidence> evidence, String reason) {
        return of(Outcome.UNDECIDED, place, direction, stage, cause, evidence, reason);
    }

    static Finding works(String summary) {
        return new Finding(Verdict.works(summary), List.of(), Optional.empty());
    }

    /** @param lookAt the point where a capture would tell more */
    static Finding undecided(String reason, Optional<String> lookAt) {
        return new Finding(Verdict.undecided(reason), List.of(), lookAt);
    }

    /** The same in other words. */
    Finding saying(String summary) {
        return new Finding(
                new Verdict(
                        verdict.outcome(),
                        verdict.segment(),
                        verdict.device(),
                        verdict.direction(),
                        verdict.stage(),
                        verdict.cause(),
                        summary),
                evidence,
                lookAt);
    }

    Finding lookingAt(String point) {
        return new Finding(verdict, evidence, Optional.of(point));
    }
}
