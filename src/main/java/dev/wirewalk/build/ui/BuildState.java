package dev.wirewalk.build.ui;

import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the page shows follows from this.
 *
 * @param filter the filter's text as typed, right or wrong
 * @param settings what was set, by tool and name; {@code version} is the name of the release. What is as the profile has it
 *     anyway is not listed
 * @param tools identifiers of the tools with a card, in order; empty for the usual ones
 */
record BuildState(String filter, Map<String, Map<String, String>> settings, List<String> tools) {
    static final BuildState EMPTY = new BuildState("", Map.of(), List.of());

    BuildState {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        settings.forEach((tool, values) -> {
            if (!values.isEmpty()) {
                sorted.put(tool, new TreeMap<>(values));
            }
        });
        settings = sorted;
        tools = List.copyOf(tools);
    }

    Map<String, String> of(ToolProfile tool) {
        return settings.getOrDefault(tool.id(), Map.of());
    }

    BuildState withFilter(String text) {
        return new BuildState(text, settings, tools);
    }

    BuildState withTools(List<String> shown) {
        return new BuildState(filter, settings, shown);
    }

    /** The state with one setting changed; a value that the profile has anyway is forgotten. */
    BuildState with(ToolProfile tool, String name, String value) {
        Map<String, String> values = new TreeMap<>(of(tool));
        if (value.equals(usual(tool, name))) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        Map<String, Map<String, String>> all = new TreeMap<>(settings);
        all.put(tool.id(), values);
        return new BuildState(filter, all, tools);
    }

    /** The value that is shown for a setting. */
    String value(ToolProfile tool, String name) {
        return of(tool).getOrDefault(name, usual(tool, name));
    }

    private static String usual(ToolProfile tool, String name) {
        return name.equals(ToolProfile.VERSION)
                ? tool.defaultVersion()
                : tool.option(name).map(ToolOption::defaultValue).orElse("");
    }
}
