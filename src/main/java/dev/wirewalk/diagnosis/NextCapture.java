package dev.wirewalk.diagnosis;

import java.util.List;

/**
 * What would tell more: where, with which tool, and why there.
 *
 * @param steps those of a capture, in order; empty when no tool is told, or when another capture would show nothing new
 * @param checks what else to look at there
 */
public record NextCapture(String point, String tool, List<NextStep> steps, String why, List<NextCheck> checks) {
    public NextCapture {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }
}
