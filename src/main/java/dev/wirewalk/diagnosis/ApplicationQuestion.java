package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** Does the server answer what it was asked, in time and without an error status? Asked once data was sent. */
final class ApplicationQuestion implements Question {
    private final Finding finding;

    /** @param finding what the walk concludes: only behind all other faults does it speak of the application */
    ApplicationQuestion(Finding finding) {
        this.finding = finding;
    }

    @Override
    public List<Answered> ask(Scene scene) {
        if (!scene.seen(Direction.FORWARD, packet -> packet.payloadLength() > 0) && !answered(scene)) {
            return List.of();
        }
        PointTrace server = scene.way(Direction.FORWARD).getLast();
        String text = PathQuestions.applicationText(server.device());
        Verdict verdict = finding.verdict();
        boolean fault = verdict.stage().equals(Optional.of(Stage.APPLICATION))
                && verdict.direction().equals(Optional.of(Direction.RETURN))
                && verdict.outcome() != Outcome.UNDECIDED;
        if (fault) {
            return List.of(answered(
                    server,
                    text,
                    Answer.NO,
                    finding.evidence(),
                    List.of("The captures show the whole request and all that came back: nothing proves that they"
                            + " missed any."),
                    verdict.summary()));
        }
        boolean cut = new ErrorStatus().cutOff(scene);
        return List.of(
                answered(scene) && !cut
                        ? answered(server, text, Answer.YES, Evidence.of(words(scene)), List.of(), "")
                        : answered(
                                server,
                                text,
                                Answer.UNKNOWN,
                                List.of(),
                                List.of(),
                                cut
                                        ? "The snapshot length cuts the answer before its status."
                                        : "No capture shows an answer, nor that the server had the whole request and"
                                                + " kept silent."));
    }

    private static Answered answered(
            PointTrace server,
            String text,
            Answer answer,
            List<Evidence> evidence,
            List<String> assumptions,
            String reason) {
        return new Answered(PathQuestions.APPLICATION, server.name(), text, answer, evidence, assumptions, reason);
    }

    private static boolean answered(Scene scene) {
        return !words(scene).isEmpty();
    }

    private static List<Observation> words(Scene scene) {
        return scene.way(Direction.RETURN).stream()
                .map(point -> point.packets(Direction.RETURN).stream()
                        .filter(packet -> packet.payloadLength() > 0)
                        .toList())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
