package dev.wirewalk.dialect;

import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a tool's profile says about its filter language.
 *
 * @param version the chosen release, as listed in the profile
 * @param sees what the tool can show at all; coverage is judged over these packets
 * @param limits the family's limits by name, such as {@code match-clauses: 3}
 * @param lacks the parts of the family's language that the tool does not know with the chosen options
 * @param language how the release writes filters, for the family that takes it from the profile; else empty
 */
public record DialectSettings(
        String version,
        Set<Network> sees,
        Map<String, Integer> limits,
        Set<String> lacks,
        Optional<Language> language) {
    public DialectSettings {
        sees = Set.copyOf(sees);
        limits = Map.copyOf(limits);
        lacks = Set.copyOf(lacks);
    }

    /** For a tool that knows the whole language of its family. */
    public DialectSettings(String version, Set<Network> sees, Map<String, Integer> limits) {
        this(version, sees, limits, Set.of());
    }

    /** For families that know their language by themselves. */
    public DialectSettings(String version, Set<Network> sees, Map<String, Integer> limits, Set<String> lacks) {
        this(version, sees, limits, lacks, Optional.empty());
    }

    /** The limit of that name; a profile without it is refused when it is loaded, so a missing one is a programming error. */
    public int limit(String name) {
        Integer limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("the profile states no limit " + name);
        }
        return limit;
    }
}
