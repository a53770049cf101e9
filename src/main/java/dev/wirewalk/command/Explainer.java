package dev.wirewalk.command;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.Quoting;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells what the parts of a tool's commands do. A part is as long as the profile has a sentence for: first its own words, the
 * longest that fit, then a section with the option that it is written for, then the single values.
 */
final class Explainer {
    private static final String KEY = "Press it, do not type it; it ends what runs in that session.";

    private final Map<String, String> words = new HashMap<>();
    private final int longest;
    private final ValueMeanings meanings;

    Explainer(ToolProfile profile, Filter filter, Coverage coverage) {
        if (profile.quoting() == Quoting.SHELL) {
            words.putAll(ShellWords.MEANINGS);
        }
        words.putAll(profile.words());
        longest = words.keySet().stream()
                .mapToInt(key -> key.split(" +").length)
                .max()
                .orElse(0);
        meanings = new ValueMeanings(profile, filter, coverage);
    }

    StepExplanation explain(WrittenStep written) {
        Step step = written.step();
        List<StepExplanation.Line> lines = written.lines().stream()
                .map(line -> new StepExplanation.Line(line.text(), parts(step, line, written.run())))
                .toList();
        return new StepExplanation(step, lines);
    }

    private List<StepPart> parts(Step step, WrittenLine line, RunContext run) {
        if (step.mustBePressed()) {
            return List.of(new StepPart(line.text(), KEY));
        }
        List<LineWord> open = LineWord.of(line);
        List<StepPart> parts = new ArrayList<>();
        while (!open.isEmpty()) {
            int count = known(open);
            Optional<String> told = Optional.ofNullable(words.get(source(open.subList(0, count))));
            if (told.isEmpty()) {
                count = ofSection(open);
                told = meanings.of(open.subList(0, count), run);
            }
            parts.add(new StepPart(text(open.subList(0, count)), told.orElse("")));
            open = open.subList(count, open.size());
        }
        return parts;
    }

    /** How many words the longest known group has that stands next; 1 when none is known. */
    private int known(List<LineWord> open) {
        for (int count = Math.min(longest, open.size()); count > 1; count--) {
            if (words.containsKey(source(open.subList(0, count)))) {
                return count;
            }
        }
        return 1;
    }

    /** How many words of the same section stand next before one that is known by itself; 1 outside of sections. */
    private int ofSection(List<LineWord> open) {
        int section = open.getFirst().section();
        int count = 1;
        while (section > 0
                && count < open.size()
                && open.get(count).section() == section
                && !beginsKnown(open.subList(count, open.size()))) {
            count++;
        }
        boolean told = meanings.tells(open.subList(0, count));
        return told ? count : 1;
    }

    private boolean beginsKnown(List<LineWord> open) {
        return words.containsKey(source(open.subList(0, known(open))));
    }

    private static String source(List<LineWord> group) {
        return group.stream().map(LineWord::source).collect(Collectors.joining(" "));
    }

    private static String text(List<LineWord> group) {
        return group.stream().map(LineWord::text).collect(Collectors.joining(" "));
    }
}
