package dev.wirewalk.walk.ui;

import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions as the way that was taken through them: each Yes leads to the next one, the first No is the end. Where there is
 * no No, the way goes as far as packets were seen, and one further: to the question that is open.
 *
 * @param stages the questions by what they are about, in the order of asking
 */
record Course(List<Part> stages) {
    /** With more questions than this, stages that were passed as a whole are folded. */
    private static final int SHOWN_AT_ONCE = 12;

    Course {
        stages = List.copyOf(stages);
    }

    /**
     * The questions about one kind of packet.
     *
     * @param folded whether there is nothing in it that has to be seen at once
     */
    record Part(String title, List<Step> steps, boolean folded) {
        Part {
            steps = List.copyOf(steps);
        }

        long passed() {
            return steps.stream()
                    .filter(step -> step.question().answer() == Answer.YES)
                    .count();
        }
    }

    /**
     * @param reached whether the way that was taken leads over this question
     * @param end whether the way ends here
     */
    record Step(Answered question, boolean reached, boolean end) {}

    static Course of(List<Answered> questions) {
        int end = end(questions);
        List<Part> parts = new ArrayList<>();
        int place = 0;
        while (place < questions.size()) {
            String stage = stage(questions.get(place));
            List<Step> steps = new ArrayList<>();
            while (place < questions.size() && stage(questions.get(place)).equals(stage)) {
                steps.add(new Step(questions.get(place), place <= end, place == end));
                place++;
            }
            boolean passed = steps.stream()
                    .allMatch(step -> step.question().answer() == Answer.YES && step.reached());
            parts.add(new Part(title(stage), steps, passed && questions.size() > SHOWN_AT_ONCE));
        }
        return new Course(parts);
    }

    /** The place of the question at which the way ends. */
    private static int end(List<Answered> questions) {
        int furthest = -1;
        for (int i = 0; i < questions.size(); i++) {
            switch (questions.get(i).answer()) {
                case NO -> {
                    return i;
                }
                case YES -> furthest = i;
                case UNKNOWN -> {}
            }
        }
        return Math.min(furthest + 1, questions.size() - 1);
    }

    private static String stage(Answered question) {
        int dash = question.id().indexOf('-');
        return dash < 0 ? question.id() : question.id().substring(0, dash);
    }

    private static String title(String stage) {
        return switch (stage) {
            case "arp" -> "Neighbours' addresses";
            case "syn" -> "SYN · client → server";
            case "synack" -> "SYN/ACK · server → client";
            case "ack" -> "ACK · client → server";
            case "data" -> "Data · client → server";
            case "answer" -> "Data · server → client";
            case "request" -> "Request · client → server";
            case "reply" -> "Reply · server → client";
            default -> stage;
        };
    }
}
