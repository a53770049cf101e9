package dev.wirewalk.profile;

import java.util.List;
import java.util.Optional;

/**
 * A setting of a tool.
 *
 * @param name the word of {@code --set}
 * @param defaultValue the value when nothing is set; empty when the option is then left out of the command
 * @param required whether the commands cannot do without it; else an empty value leaves it out
 * @param unit what a number counts, such as {@code packets}; may be empty
 * @param meaning one sentence: what it does
 * @param since the first release that has it; absent when all have
 * @param perRun whether each of several runs gets a name of its own
 * @param needs at least one of these must hold for the option to be set; none is no condition
 * @param excludes none of these may hold beside it
 * @param presets values worth offering, by name
 * @param unverified what of it no source confirms, one sentence each
 */
public record ToolOption(
        String name,
        OptionType type,
        String defaultValue,
        boolean required,
        String unit,
        String meaning,
        Optional<String> since,
        boolean perRun,
        List<OptionState> needs,
        List<OptionState> excludes,
        List<Preset> presets,
        List<String> unverified) {
    public ToolOption {
        needs = List.copyOf(needs);
        excludes = List.copyOf(excludes);
        presets = List.copyOf(presets);
        unverified = List.copyOf(unverified);
    }
}
