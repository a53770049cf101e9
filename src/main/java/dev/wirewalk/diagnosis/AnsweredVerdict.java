package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/**
 * The verdict of the two-outcomes method from answers alone: the first No behind the last Yes. Where an answer between them is
 * missing the place is as wide as the gap; where the Yes before is missing nothing is decided.
 */
final class AnsweredVerdict {
    private static final String BY_HAND = " (as answered by hand)";

    private final Scene scene;
    private final AnswerChain chain;

    AnsweredVerdict(Scene scene, AnswerChain chain) {
        this.scene = scene;
        this.chain = chain;
    }

    Finding conclude() {
        for (PathQuestions.Step step : chain.steps()) {
            if (chain.answer(step) == Answer.NO) {
                return stopped(step);
            }
        }
        return noStop();
    }

    private Finding noStop() {
        boolean served = chain.steps().stream()
                .anyMatch(step -> AnswerChain.application(step) && chain.answer(step) == Answer.YES);
        Subject last = chain.steps().getLast().subject();
        int end = scene.way(Direction.RETURN).size() - 1;
        if (served || chain.answer(last, end) == Answer.YES) {
            return Finding.works(scene.flowText() + " works: it is answered" + BY_HAND + ".");
        }
        PathQuestions.Step open = firstOpen();
        return Finding.undecided(
                "Nothing is answered with No yet. The next question: "
                        + open.question().text(),
                Optional.of(open.question().point()));
    }

    /** The first question about a packet that is still open; those that are asked only for a reason come later. */
    private PathQuestions.Step firstOpen() {
        return chain.steps().stream()
                .filter(step -> AnswerChain.passage(step) && chain.answer(step) == Answer.UNKNOWN)
                .findFirst()
                .orElse(chain.steps().getLast());
    }

    private Finding stopped(PathQuestions.Step step) {
        if (AnswerChain.application(step)) {
            String server = scene.way(Direction.FORWARD).getLast().device();
            return fails(
                    Place.at(server),
                    Direction.RETURN,
                    Stage.APPLICATION,
                    Optional.empty(),
                    "The request gets to " + server + ", which does not answer it well");
        }
        return switch (step.question().id()) {
            case PathQuestions.ROUTE -> atSender(step.subject(), true);
            case PathQuestions.ARP -> unresolved(step);
            default -> lost(step);
        };
    }

    private Finding unresolved(PathQuestions.Step step) {
        List<PointTrace> way = scene.way(step.subject().direction());
        PointTrace near = way.get(step.index());
        PointTrace far = way.get(step.index() + 1);
        return fails(
                Place.passing(step.subject().direction(), near, far),
                step.subject().direction(),
                Stage.ARP,
                Optional.of(Cause.ARP_UNANSWERED),
                near.device() + " asks for its next hop at " + near.name() + " and gets no answer");
    }

    private Finding lost(PathQuestions.Step step) {
        Subject subject = step.subject();
        List<PointTrace> way = scene.way(subject.direction());
        int seen = step.index() - 1;
        while (seen >= 0 && chain.answer(subject, seen) != Answer.YES) {
            seen--;
        }
        if (step.index() == 0) {
            return atSender(subject, false);
        }
        PointTrace far = way.get(step.index());
        if (seen < 0) {
            PointTrace first = way.getFirst();
            return undecided(
                    Place.passing(subject.direction(), first, far),
                    subject,
                    "The " + subject.what() + " does not get to " + far.name() + BY_HAND + ", but whether it leaves "
                            + first.name() + " is not answered",
                    first.name());
        }
        PointTrace near = way.get(seen);
        boolean next = seen == step.index() - 1;
        boolean inside = near.device().equals(far.device());
        Optional<Cause> cause = !next ? Optional.empty() : Optional.of(inside ? Cause.SILENT_DROP : Cause.LINK_LOSS);
        String words = inside
                ? near.device() + " takes the " + subject.what() + " in at " + near.name()
                        + " and does not send it out at " + far.name()
                : "The " + subject.what() + " passes " + near.name() + " and does not get to " + far.name()
                        + (next ? "" : "; what happens between them is not answered");
        Finding found = fails(
                Place.passing(subject.direction(), near, far), subject.direction(), subject.stage(), cause, words);
        return found.lookingAt(
                way.get(next ? step.index() : (seen + step.index()) / 2).name());
    }

    /**
     * The first sender of this kind of packet does not send it.
     *
     * @param nothing it sends nothing else either, not even a question for its next hop
     */
    private Finding atSender(Subject subject, boolean nothing) {
        PointTrace sender = scene.way(subject.direction()).getFirst();
        int end = scene.way(Direction.FORWARD).size() - 1;
        String silent = sender.device() + " does not send the " + subject.what();
        return switch (subject) {
            case SYN, REQUEST ->
                fails(
                        Place.at(sender.device()),
                        Direction.FORWARD,
                        Stage.SYN,
                        nothing ? Optional.of(Cause.CLIENT_NO_ROUTE) : Optional.empty(),
                        nothing
                                ? silent
                                        + ", nor a question for its next hop: it has no route, or drops the packet itself"
                                : silent);
            case SYNACK -> answerless(Subject.SYN, Stage.SYN, Cause.SERVER_SILENT, end, silent);
            case REPLY -> answerless(Subject.REQUEST, Stage.DATA, Cause.SERVER_SILENT, end, silent);
            case ANSWER -> answerless(Subject.DATA, Stage.APPLICATION, Cause.SERVER_HANG, end, silent);
            case ACK -> fails(Place.at(sender.device()), Direction.FORWARD, Stage.ACK, Optional.empty(), silent);
            case DATA ->
                fails(Place.at(sender.device()), Direction.FORWARD, Stage.APPLICATION, Optional.empty(), silent);
        };
    }

    /** The server keeps silent: its own doing only when it was asked. */
    private Finding answerless(Subject asked, Stage stage, Cause cause, int end, String silent) {
        String server = scene.way(Direction.FORWARD).getLast().device();
        String point = scene.way(Direction.FORWARD).getLast().name();
        Direction direction = stage == Stage.APPLICATION ? Direction.RETURN : Direction.FORWARD;
        if (chain.answer(asked, end) == Answer.YES) {
            return fails(
                    Place.at(server),
                    direction,
                    stage,
                    Optional.of(cause),
                    "The " + asked.what() + " arrives at " + point + ", but " + silent);
        }
        return Finding.suspected(
                        Place.at(server),
                        direction,
                        stage,
                        cause,
                        List.of(),
                        silent + BY_HAND + ", but whether the " + asked.what() + " arrives at " + point
                                + " is not answered.")
                .lookingAt(point);
    }

    private static Finding undecided(Place place, Subject subject, String words, String lookAt) {
        return new Finding(
                        new Verdict(
                                Outcome.UNDECIDED,
                                place.segment(),
                                place.device(),
                                Optional.of(subject.direction()),
                                Optional.of(subject.stage()),
                                Optional.empty(),
                                words + "."),
                        List.of(),
                        Optional.empty())
                .lookingAt(lookAt);
    }

    private static Finding fails(Place place, Direction direction, Stage stage, Optional<Cause> cause, String words) {
        return new Finding(
                new Verdict(
                        Outcome.FAILS,
                        place.segment(),
                        place.device(),
                        Optional.of(direction),
                        Optional.of(stage),
                        cause,
                        words + BY_HAND + "."),
                List.of(),
                Optional.empty());
    }
}
