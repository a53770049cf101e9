package dev.wirewalk.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The questions of a path in order, with their answers from captures and by hand, and what follows from a Yes: a packet that is
 * seen passed every point before, and an answer is proof of its question.
 */
final class AnswerChain {
    private final List<PathQuestions.Step> steps;
    private final Map<PathQuestions.Step, Answer> given = new HashMap<>();

    AnswerChain(List<PathQuestions.Step> steps, List<Answered> questions) {
        this.steps = steps;
        for (PathQuestions.Step step : steps) {
            questions.stream()
                    .filter(question -> question.id().equals(step.question().id())
                            && question.point().equals(step.question().point()))
                    .forEach(question -> given.put(step, question.answer()));
        }
    }

    List<PathQuestions.Step> steps() {
        return steps;
    }

    /** The answer with what later answers prove. */
    Answer answer(PathQuestions.Step step) {
        return proven(step) ? Answer.YES : given.getOrDefault(step, Answer.UNKNOWN);
    }

    /** The answer to the question about this kind of packet at that index of its way. */
    Answer answer(Subject subject, int index) {
        return steps.stream()
                .filter(step -> passage(step) && step.subject() == subject && step.index() == index)
                .map(this::answer)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    private boolean proven(PathQuestions.Step step) {
        return given.get(step) == Answer.YES
                || given.entrySet().stream()
                        .anyMatch(other -> other.getValue() == Answer.YES && proves(other.getKey(), step));
    }

    private static boolean proves(PathQuestions.Step seen, PathQuestions.Step earlier) {
        if (application(earlier)) {
            return false;
        }
        if (application(seen) || before(earlier.subject(), seen.subject())) {
            return true;
        }
        // A packet at a point proves what comes before it on its way; a question for a next hop proves nothing further.
        return seen.subject() == earlier.subject()
                && (passage(seen)
                        ? seen.index() > earlier.index() || (seen.index() == earlier.index() && seen != earlier)
                        : earlier.question().id().equals(PathQuestions.ROUTE) && seen.index() == 0);
    }

    /** Whether packets of the one kind are sent only after those of the other came to their end. */
    private static boolean before(Subject earlier, Subject later) {
        Set<Subject> needed = switch (later) {
            case SYN, REQUEST -> Set.of();
            case SYNACK -> Set.of(Subject.SYN);
            case ACK, DATA -> Set.of(Subject.SYN, Subject.SYNACK);
            case ANSWER -> Set.of(Subject.SYN, Subject.SYNACK, Subject.ACK);
            case REPLY -> Set.of(Subject.REQUEST);
        };
        return needed.contains(earlier);
    }

    static boolean application(PathQuestions.Step step) {
        return step.question().id().equals(PathQuestions.APPLICATION);
    }

    /** Whether the question is about the packet itself at a point, not about what goes before it. */
    static boolean passage(PathQuestions.Step step) {
        return !application(step)
                && !step.question().id().equals(PathQuestions.ROUTE)
                && !step.question().id().equals(PathQuestions.ARP);
    }
}
