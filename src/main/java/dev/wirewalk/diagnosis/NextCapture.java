package dev.wirewalk.diagnosis;

import java.util.List;

/** A capture that would tell more: where, with which tool, its steps in order, and why there. */
public record NextCapture(String point, String tool, List<NextStep> steps, String why) {
    public NextCapture {
        steps = List.copyOf(steps);
    }
}
