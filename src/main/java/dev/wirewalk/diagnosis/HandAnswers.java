package dev.wirewalk.diagnosis;

import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people answered without a capture, laid beside what the captures tell. The captures count where both speak. */
final class HandAnswers {
    private record Name(String question, String point) {}

    private final Map<Name, HandAnswer> said = new LinkedHashMap<>();

    /** @param later answers that count instead of those that the path file holds */
    HandAnswers(Path path, List<HandAnswer> later) {
        path.answers().stream().map(HandAnswer::of).forEach(this::add);
        later.forEach(this::add);
        said.values().removeIf(answer -> answer.answer() == Answer.UNKNOWN);
    }

    private void add(HandAnswer answer) {
        said.put(new Name(answer.question(), answer.point()), answer);
    }

    boolean none() {
        return said.isEmpty();
    }

    /** The questions in the path's order with what was said to them, be it to one that the captures did not come to. */
    List<Answered> beside(List<Answered> asked, List<PathQuestions.Step> steps) {
        List<Answered> all = new ArrayList<>();
        Map<Name, HandAnswer> open = new LinkedHashMap<>(said);
        for (Answered question : asked) {
            Optional<HandAnswer> hand = Optional.ofNullable(open.remove(new Name(question.id(), question.point())));
            all.add(hand.map(answer -> beside(question, answer)).orElse(question));
        }
        for (PathQuestions.Step step : steps) {
            Optional.ofNullable(open.remove(name(step)))
                    .ifPresent(answer -> all.add(byHand(step.question().text(), answer)));
        }
        List<Name> order = steps.stream().map(HandAnswers::name).toList();
        all.sort(Comparator.comparingInt(question -> order.indexOf(new Name(question.id(), question.point()))));
        return all;
    }

    private static Name name(PathQuestions.Step step) {
        return new Name(step.question().id(), step.question().point());
    }

    private static Answered beside(Answered question, HandAnswer hand) {
        return switch (question.answer()) {
            case UNKNOWN -> {
                Answered counted = byHand(question.text(), hand);
                yield question.reason().isEmpty() ? counted : withReason(counted, question.reason());
            }
            case YES, NO ->
                question.beside(
                        hand, question.answer() == hand.answer() ? Agreement.CONFIRMED : Agreement.CONTRADICTED);
        };
    }

    private static Answered withReason(Answered counted, String reason) {
        return new Answered(
                counted.id(),
                counted.point(),
                counted.text(),
                counted.answer(),
                counted.evidence(),
                counted.assumptions(),
                counted.reason() + " The captures cannot tell: " + reason,
                counted.byHand(),
                counted.agreement());
    }

    private static Answered byHand(String text, HandAnswer hand) {
        return new Answered(
                hand.question(),
                hand.point(),
                text,
                hand.answer(),
                List.of(),
                List.of("You answered \"" + hand.answer().word() + "\" by hand; no capture shows it."),
                "You said so.",
                Optional.of(hand),
                Optional.of(Agreement.UNTOLD));
    }

    /** Where the captures contradict what was said, and what belongs to no question of the path. */
    List<String> notes(List<Answered> questions) {
        List<String> notes = new ArrayList<>();
        Map<Name, HandAnswer> strange = new LinkedHashMap<>(said);
        for (Answered question : questions) {
            strange.remove(new Name(question.id(), question.point()));
            if (question.agreement().equals(Optional.of(Agreement.CONTRADICTED))) {
                notes.add("You answered \""
                        + question.byHand().orElseThrow().answer().word() + "\" to \"" + question.text()
                        + "\", but the captures show the opposite, and they count.");
            }
        }
        strange.values()
                .forEach(answer -> notes.add("The answer \"" + answer.answer().word() + "\" to \"" + answer.question()
                        + "\" at " + answer.point() + " belongs to no question of this path and is left out."));
        return notes;
    }
}
