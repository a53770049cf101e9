package dev.wirewalk.build.ui;

import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.ToolProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page's state as query parameters: {@code filter} is the filter's text, {@code TOOL.NAME} a setting of a tool,
 * {@code tools} the cards in their order.
 *
 * @param state what was understood
 * @param problems one sentence for each parameter that was not, and is left out of the state
 */
record BuildLink(BuildState state, List<String> problems) {
    private static final String FILTER = "filter";
    private static final String TOOLS = "tools";

    BuildLink {
        problems = List.copyOf(problems);
    }

    /** Whether the address asked for nothing. */
    boolean isEmpty() {
        return state.equals(BuildState.EMPTY) && problems.isEmpty();
    }

    /** The query of a state, without the question mark; empty for the empty state. */
    static String query(BuildState state) {
        List<String> parameters = new ArrayList<>();
        if (!state.filter().isBlank()) {
            parameters.add(FILTER + "=" + encode(state.filter()));
        }
        if (!state.tools().isEmpty()) {
            parameters.add(TOOLS + "=" + encode(String.join(",", state.tools())));
        }
        state.settings()
                .forEach((tool, values) -> values.forEach(
                        (name, value) -> parameters.add(encode(tool + "." + name) + "=" + encode(value))));
        return String.join("&", parameters);
    }

    /** Reads decoded parameters. A filter is taken as it is: its text field says what is wrong with it. */
    static BuildLink read(Map<String, List<String>> parameters, Desk desk) {
        List<String> problems = new ArrayList<>();
        String filter = "";
        List<String> tools = List.of();
        Map<String, Map<String, String>> settings = new TreeMap<>();
        // Sorted, so that the version of a tool, which decides which options it has, is not met by chance before or
        // after them.
        for (Map.Entry<String, List<String>> parameter : versionsFirst(parameters)) {
            String name = parameter.getKey();
            List<String> values = parameter.getValue();
            if (values.size() > 1) {
                problems.add(quoted(name) + " is given " + values.size() + " times; only the first counts.");
            }
            String value = values.isEmpty() ? "" : values.getFirst();
            if (name.equals(FILTER)) {
                filter = value;
            } else if (name.equals(TOOLS)) {
                tools = readTools(value, desk, problems);
            } else {
                readSetting(name, value, desk, settings).ifPresent(problems::add);
            }
        }
        return new BuildLink(new BuildState(filter, settings, tools), problems);
    }

    private static List<String> readTools(String value, Desk desk, List<String> problems) {
        List<String> known = new ArrayList<>();
        for (String id : value.split(",")) {
            if (desk.tool(id).isEmpty()) {
                problems.add(quoted(id) + " is no tool and has no card.");
            } else if (!known.contains(id)) {
                known.add(id);
            }
        }
        return known;
    }

    private static List<Map.Entry<String, List<String>>> versionsFirst(Map<String, List<String>> parameters) {
        String version = "." + ToolProfile.VERSION;
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.endsWith(version) == other.endsWith(version)
                        ? one.compareTo(other)
                        : one.endsWith(version) ? -1 : 1))
                .toList();
    }

    /** Adds the setting, or gives the sentence that says why not. */
    private static Optional<String> readSetting(
            String name, String value, Desk desk, Map<String, Map<String, String>> settings) {
        int dot = name.lastIndexOf('.');
        Optional<ToolProfile> tool = dot < 0 ? Optional.empty() : desk.tool(name.substring(0, dot));
        if (tool.isEmpty()) {
            return Optional.of(quoted(name) + " means nothing here and was left out.");
        }
        Map<String, String> before = settings.getOrDefault(tool.get().id(), Map.of());
        Map<String, String> after = new TreeMap<>(before);
        after.put(name.substring(dot + 1), value);
        try {
            desk.plan(tool.get(), Filter.ANY, after);
            settings.put(tool.get().id(), after);
            return Optional.empty();
        } catch (InvalidOptionException refused) {
            boolean known = name.endsWith("." + ToolProfile.VERSION)
                    || tool.get().option(name.substring(dot + 1)).isPresent();
            return Optional.of(tool.get().name() + ": " + refused.getMessage()
                    + (known ? ". The usual value is used." : ". It was left out."));
        }
    }

    /** A name from the address as it may stand in a sentence: no control characters, not endless. */
    private static String quoted(String name) {
        String shown = name.codePoints()
                .limit(60)
                .filter(letter -> !Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "“" + shown + (name.length() > shown.length() ? "…" : "") + "”";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
