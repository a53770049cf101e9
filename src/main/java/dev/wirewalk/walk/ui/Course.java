package dev.wirewalk.walk.ui;

import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.PathQuestion;
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
     * @param asked whether the walk asked it; the others follow on the way, or were answered by nobody yet
     * @param reached whether the way that was taken leads over this question
     * @param end whether the way ends here
     */
    record Step(Answered question, boolean asked, boolean reached, boolean end) {}

    /**
     * @param answered what the walk asked, in the order of the method; empty before there was a walk
     * @param all every question of the path in that order
     */
    static Course of(List<Answered> answered, List<PathQuestion> all) {
        List<Step> steps = merged(answered, all);
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < steps.size(); ) {
            String stage = stage(steps, from);
            int to = from;
            while (to < steps.size() && stage(steps, to).equals(stage)) {
                to++;
            }
            List<Step> own = steps.subList(from, to);
            boolean passed = own.stream().allMatch(step -> step.question().answer() == Answer.YES && step.reached());
            boolean said =
                    own.stream().anyMatch(step -> step.question().byHand().isPresent());
            boolean waiting = own.stream().noneMatch(Step::reached);
            boolean quiet = passed ? steps.size() > SHOWN_AT_ONCE : waiting && from > 0;
            // What a person said stays in sight: it can be taken back, and the keyboard stands on it.
            parts.add(new Part(title(stage), own, quiet && !said));
            from = to;
        }
        return new Course(parts);
    }

    private static List<Step> merged(List<Answered> answered, List<PathQuestion> all) {
        List<Answered> asked = new ArrayList<>(answered);
        List<Answered> line = new ArrayList<>();
        for (PathQuestion question : all) {
            int known = indexOf(asked, question);
            if (known < 0) {
                line.add(new Answered(
                        question.id(), question.point(), question.text(), Answer.UNKNOWN, List.of(), List.of(), ""));
            } else {
                // What the walk asked besides stands before what it was asked ahead of.
                line.addAll(asked.subList(0, known + 1));
                asked.subList(0, known + 1).clear();
            }
        }
        line.addAll(asked);
        int end = end(line, answered);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            steps.add(new Step(line.get(i), answered.contains(line.get(i)), i <= end, i == end));
        }
        return steps;
    }

    private static int indexOf(List<Answered> asked, PathQuestion question) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).id().equals(question.id()) && asked.get(i).point().equals(question.point())) {
                return i;
            }
        }
        return -1;
    }

    /** The place of the question at which the way ends. */
    private static int end(List<Answered> line, List<Answered> answered) {
        int furthest = -1;
        for (int i = 0; i < line.size(); i++) {
            switch (line.get(i).answer()) {
                case NO -> {
                    return i;
                }
                case YES -> furthest = i;
                case UNKNOWN -> {}
            }
        }
        for (int i = furthest + 1; i < line.size(); i++) {
            if (answered.isEmpty() || answered.contains(line.get(i))) {
                return i;
            }
        }
        return Math.max(furthest, 0);
    }

    /** What is asked ahead of a kind of packet stands with it. */
    private static String stage(List<Step> steps, int place) {
        for (int i = place; i < steps.size(); i++) {
            String id = steps.get(i).question().id();
            int dash = id.indexOf('-');
            String stage = dash < 0 ? id : id.substring(0, dash);
            if (!stage.equals("route") && !stage.equals("arp")) {
                return stage;
            }
        }
        return "arp";
    }

    private static String title(String stage) {
        return switch (stage) {
            case "arp" -> "Next hop";
            case "syn" -> "SYN · client → server";
            case "synack" -> "SYN/ACK · server → client";
            case "ack" -> "ACK · client → server";
            case "data" -> "Data · client → server";
            case "answer" -> "Data · server → client";
            case "request" -> "Request · client → server";
            case "reply" -> "Reply · server → client";
            case "application" -> "Application";
            default -> stage;
        };
    }
}
