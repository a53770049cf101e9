package dev.wirewalk.profile;

import java.util.List;
import java.util.Optional;

/**
 * A step before the values are known.
 *
 * @param when all of these must hold
 * @param lines what is typed, line by line; a step whose lines all fall away is left out
 * @param why one sentence for the one who types it
 * @param unverified what of it no source confirms, one sentence each
 */
public record StepTemplate(
        Phase phase, List<Condition> when, List<Line> lines, String why, Risk risk, List<String> unverified) {
    public StepTemplate {
        unverified = List.copyOf(unverified);
        when = List.copyOf(when);
        lines = List.copyOf(lines);
    }

    /** Which of the repetitions of a line are written. */
    public enum Take {
        ALL,
        FIRST,
        REST
    }

    /**
     * @param forEach the placeholder of several values that the line is repeated for, such as {@code filter}
     * @param take which of the repetitions are written
     */
    public record Line(Template template, List<Condition> when, Optional<String> forEach, Take take) {
        public Line {
            when = List.copyOf(when);
        }
    }
}
