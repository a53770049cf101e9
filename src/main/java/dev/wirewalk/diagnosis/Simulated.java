package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Simulation;
import java.util.Optional;

/** What a device says it would do, beside what the packets show: a reason for a drop that is seen, and a hint where nothing is. */
final class Simulated {
    private final Scene scene;

    Simulated(Scene scene) {
        this.scene = scene;
    }

    /** The finding, with the simulation's words where they speak of the same device and direction. */
    Finding beside(Finding seen) {
        Verdict verdict = seen.verdict();
        boolean open = verdict.outcome() == Outcome.UNDECIDED;
        boolean stopped = verdict.outcome() == Outcome.FAILS
                && verdict.cause()
                        .filter(cause -> cause == Cause.SILENT_DROP || cause == Cause.ASYMMETRIC_STATE)
                        .isPresent();
        if (!open && !stopped) {
            return seen;
        }
        Optional<Simulation> told = scene.trace().simulations().stream()
                .filter(simulation -> simulation.drop().isPresent() && fits(simulation, verdict))
                .reduce((first, second) -> second);
        return told.map(simulation -> seen.saying(withoutStop(verdict.summary()) + ". " + sentence(simulation, open)))
                .orElse(seen);
    }

    private boolean fits(Simulation simulation, Verdict verdict) {
        boolean way = verdict.direction().map(simulation.direction()::equals).orElse(true);
        return way
                && verdict.device()
                        .map(scene.trace().trace(simulation.point()).device()::equals)
                        .orElse(true);
    }

    private String sentence(Simulation simulation, boolean open) {
        String device = scene.trace().trace(simulation.point()).device();
        String packet =
                simulation.direction() == Direction.FORWARD ? "a packet of the client" : "an answer of the server";
        String meaning = DropReason.of(simulation.words())
                .map(reason -> ": " + reason.meaning())
                .orElse("");
        return "A simulation on " + device + " drops " + packet + ", " + simulation.words() + meaning
                + (open ? ". That is no evidence that a real one came there." : ".");
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
