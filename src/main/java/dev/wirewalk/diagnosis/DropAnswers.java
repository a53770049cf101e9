package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The question whether a packet leaves a device, answered by the device's own word that it dropped it. */
final class DropAnswers {
    private final Scene scene;
    private final Finding finding;

    DropAnswers(Scene scene, Finding finding) {
        this.scene = scene;
        this.finding = finding;
    }

    List<Answered> beside(List<Answered> asked) {
        Optional<Remark> drop = new ToldDrops(scene).behind(finding);
        Optional<PointTrace> exit = drop.flatMap(this::exit);
        if (drop.isEmpty() || exit.isEmpty()) {
            return asked;
        }
        Subject subject = subject(drop.get().packet().direction());
        if (subject.direction() != drop.get().packet().direction()) {
            return asked;
        }
        List<Answered> answers = new ArrayList<>();
        boolean found = false;
        for (Answered question : asked) {
            boolean same = question.id().equals(subject.key(true))
                    && question.point().equals(exit.get().name());
            answers.add(same ? told(question.text(), subject, exit.get(), drop.get(), question) : question);
            found |= same;
        }
        if (!found) {
            String text = subject.text(true, exit.get().name());
            answers.add(told(text, subject, exit.get(), drop.get(), open(subject, exit.get(), text)));
        }
        return answers;
    }

    private static Answered open(Subject subject, PointTrace exit, String text) {
        return new Answered(subject.key(true), exit.name(), text, Answer.UNKNOWN, List.of(), List.of(), "");
    }

    private Answered told(String text, Subject subject, PointTrace exit, Remark drop, Answered before) {
        if (before.answer() == Answer.YES) {
            return before;
        }
        List<Evidence> evidence = new ArrayList<>(Evidence.of(List.of(drop.packet())));
        before.evidence().stream().filter(seen -> !evidence.contains(seen)).forEach(evidence::add);
        List<String> assumptions = new ArrayList<>(before.assumptions());
        assumptions.add("The text from " + drop.point() + " is taken at its word.");
        String words = new ToldDrops(scene).words(drop);
        return new Answered(
                subject.key(true),
                exit.name(),
                text,
                Answer.NO,
                evidence,
                assumptions,
                exit.device() + " says: " + words + ".");
    }

    /** The point at which packets of this direction leave the device. */
    private Optional<PointTrace> exit(Remark drop) {
        String device = scene.trace().trace(drop.point()).device();
        List<PointTrace> way = scene.way(drop.packet().direction());
        for (int i = 1; i < way.size(); i++) {
            if (way.get(i).device().equals(device) && way.get(i - 1).device().equals(device)) {
                return Optional.of(way.get(i));
            }
        }
        return Optional.empty();
    }

    private Subject subject(Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        if (!scene.tcp()) {
            return forward ? Subject.REQUEST : Subject.REPLY;
        }
        return switch (finding.verdict().stage().orElse(Stage.DATA)) {
            case ARP, SYN -> Subject.SYN;
            case SYNACK -> Subject.SYNACK;
            case ACK -> Subject.ACK;
            case DATA, APPLICATION -> forward ? Subject.DATA : Subject.ANSWER;
        };
    }
}
