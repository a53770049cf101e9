package dev.wirewalk.command;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterSentence;
import dev.wirewalk.profile.ModuleTree;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences for the values in a command: an option's by its profile, the filter's by what it asks for. */
final class ValueMeanings {
    private static final Set<String> FILTER = Set.of("filter", "remote-filter", "filter-words");

    /** A sentence is for reading: a longer filter is not repeated in it. */
    private static final int LONGEST_FILTER = 200;

    private final ToolProfile profile;
    private final Filter filter;
    private final Coverage coverage;

    ValueMeanings(ToolProfile profile, Filter filter, Coverage coverage) {
        this.profile = profile;
        this.filter = filter;
        this.coverage = coverage;
    }

    /** Whether words that stand together are written for one value. */
    boolean tells(List<LineWord> group) {
        return group.stream()
                        .flatMap(word -> word.placeholders().stream())
                        .distinct()
                        .count()
                == 1;
    }

    /** What the values in the words mean; empty when there are none. */
    Optional<String> of(List<LineWord> group, RunContext run) {
        List<String> sentences = new ArrayList<>();
        for (LineWord word : group) {
            for (String name : word.placeholders()) {
                sentences.add(of(name, word.text(), run));
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.stream().distinct().collect(Collectors.joining(" ")));
    }

    private String of(String name, String value, RunContext run) {
        if (FILTER.contains(name)) {
            return ofFilter(run);
        }
        return profile.option(name).map(option -> ofOption(option, value)).orElse("The number of this run.");
    }

    private String ofFilter(RunContext run) {
        String asked = FilterSentence.of(filter);
        String what = asked.length() > LONGEST_FILTER ? "what is asked for" : asked;
        boolean alone = run.runs() == 1 && run.filter().size() == 1;
        String selects = alone ? "Selects " : "One part of the filter; all parts together select ";
        return selects + what + (coverage == Coverage.EXACT ? "." : ", and more, as the gaps say.");
    }

    private static String ofOption(ToolOption option, String value) {
        return option.type() instanceof OptionType.Modules(var tree)
                ? (option.meaning() + " " + ofModules(tree, value)).strip()
                : option.meaning();
    }

    /** What the profile says of the module and of each flag, {@code fw + drop conn}. */
    private static String ofModules(ModuleTree tree, String value) {
        String[] words = value.split(" ");
        List<String> told = new ArrayList<>();
        tree.module(words[0])
                .filter(module -> !module.meaning().isEmpty())
                .ifPresent(module -> told.add(module.name() + ": " + module.meaning()));
        for (int i = 2; i < words.length; i++) {
            tree.flag(words[0], words[i])
                    .filter(flag -> !flag.meaning().isEmpty())
                    .ifPresent(flag -> told.add(flag.name() + ": " + flag.meaning()));
        }
        return String.join(" ", told);
    }
}
