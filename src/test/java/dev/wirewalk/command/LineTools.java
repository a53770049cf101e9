package dev.wirewalk.command;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.DialectSettings;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the planner tells the dialect of a tool, for tests that ask the dialect by itself. */
public final class LineTools {
    private LineTools() {}

    /** The settings of a tool of the program. */
    public static DialectSettings settings(String tool, String version) throws BadProfileException {
        return settings(ToolCatalogue.standard().profile(tool).orElseThrow(), version);
    }

    public static DialectSettings settings(ToolProfile profile, String version) {
        Set<Network> sees = profile.sees().stream()
                .map(carried -> Network.valueOf(carried.name()))
                .collect(Collectors.toSet());
        return new DialectSettings(version, sees, profile.limits(), Set.of(), profile.language(version));
    }

    /** The part of exact ones, in percent. */
    public static int exactShare(Map<Coverage, Integer> count) {
        int all = count.values().stream().mapToInt(Integer::intValue).sum();
        return 100 * count.getOrDefault(Coverage.EXACT, 0) / all;
    }
}
