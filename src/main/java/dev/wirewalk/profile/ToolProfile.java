package dev.wirewalk.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One tool that captures or traces packets.
 *
 * @param id the word of {@code --tool}, and the name of the profile's file
 * @param family the filter language, the name of a dialect
 * @param summary one sentence: what the tool shows
 * @param versions releases that the profile knows, newest first
 * @param defaultVersion the release that is meant when none is chosen
 * @param sees what the tool can show at all
 * @param limits the limits that the family asks for, by name
 * @param lacks what of the family's language the tool does not know
 * @param languages how filters are written in each release, when the family takes that from the profile; else empty
 * @param steps from preparation to clean-up, in the order they are typed
 * @param produces the format of the tool's output, as readers are named
 * @param reads how commands of the tool are read back; absent when they are not
 * @param sources where the syntax was learnt
 * @param words one sentence for words of the templates, by the words as a template writes them
 * @param comment what begins a comment on the tool's command line; absent when it has none
 * @param translation which addresses the tool shows on a device that translates them
 * @param unverified what no source confirms of the tool as a whole, one sentence each
 * @param checks what else to look at on the device, by what a walk found there
 */
public record ToolProfile(
        String id,
        String name,
        String vendor,
        String family,
        String summary,
        List<String> versions,
        String defaultVersion,
        Set<Carried> sees,
        Map<String, Integer> limits,
        List<Lack> lacks,
        Quoting quoting,
        Map<String, Language> languages,
        List<ToolOption> options,
        List<StepTemplate> steps,
        List<WarningTemplate> warnings,
        String produces,
        Optional<Reads> reads,
        List<String> sources,
        Map<String, String> words,
        Optional<String> comment,
        Sight translation,
        List<String> unverified,
        List<CheckTemplate> checks) {
    /** The name of the setting that chooses the version; no option may be called so. */
    public static final String VERSION = "version";

    public ToolProfile {
        versions = List.copyOf(versions);
        sees = Set.copyOf(sees);
        limits = Map.copyOf(limits);
        lacks = List.copyOf(lacks);
        languages = Map.copyOf(languages);
        options = List.copyOf(options);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        sources = List.copyOf(sources);
        words = Map.copyOf(words);
        unverified = List.copyOf(unverified);
        checks = List.copyOf(checks);
    }

    /** Whether commands of the tool can be turned into a filter. */
    public boolean readsBack() {
        return reads.isPresent();
    }

    public Optional<ToolOption> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** How filters are written in that release; empty when the family knows it by itself. */
    public Optional<Language> language(String version) {
        return Optional.ofNullable(languages.get(version));
    }

    /** Whether {@code version} is {@code first} or newer; both are listed in the profile. */
    public boolean atLeast(String version, String first) {
        return versions.indexOf(version) <= versions.indexOf(first);
    }
}
