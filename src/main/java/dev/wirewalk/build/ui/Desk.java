package dev.wirewalk.build.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.ExplainedPlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools in the order of the page, and their plans. */
public final class Desk {
    private final ToolCatalogue catalogue;
    private final List<ToolProfile> tools;
    private final List<ToolProfile> usual;

    /** @param first identifiers of the tools that come first, in this order; the others follow by name */
    public Desk(ToolCatalogue catalogue, List<String> first) throws BadProfileException {
        this.catalogue = catalogue;
        this.tools = catalogue.profiles().stream()
                .sorted(Comparator.<ToolProfile>comparingInt(profile -> rank(first, profile))
                        .thenComparing(ToolProfile::name))
                .toList();
        this.usual = tools.stream()
                .filter(profile -> rank(first, profile) < first.size())
                .toList();
    }

    private static int rank(List<String> first, ToolProfile profile) {
        int place = first.indexOf(profile.id());
        return place < 0 ? first.size() : place;
    }

    public List<ToolProfile> tools() {
        return tools;
    }

    /** Those that have a card before a person chooses. */
    List<ToolProfile> usual() {
        return usual;
    }

    /** Those of the identifiers, in that order; the usual ones when there is none. */
    List<ToolProfile> shown(List<String> ids) {
        return ids.isEmpty()
                ? usual
                : ids.stream().flatMap(id -> tool(id).stream()).toList();
    }

    public Optional<ToolProfile> tool(String id) {
        return tools.stream().filter(tool -> tool.id().equals(id)).findFirst();
    }

    /**
     * The plan of one tool.
     *
     * @throws InvalidOptionException with one sentence when a setting is wrong
     */
    CapturePlan plan(ToolProfile tool, Filter filter, Map<String, String> settings) throws InvalidOptionException {
        return catalogue.plan(tool, filter, settings);
    }

    /** The plan of settings that {@link #plan} takes, with what each part of it does. */
    ExplainedPlan explain(ToolProfile tool, Filter filter, Map<String, String> settings) {
        try {
            return catalogue.explain(tool, filter, settings);
        } catch (InvalidOptionException impossible) {
            throw new IllegalStateException("the plan was made with these settings", impossible);
        }
    }
}
