package dev.wirewalk.build.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ExplainedPlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.command.path.PathPlan;
import dev.wirewalk.command.path.PathPlanException;
import dev.wirewalk.command.path.PathPlanner;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.ProfileProblem;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.CommandReader;
import dev.wirewalk.reading.UnreadableCommandException;
import dev.wirewalk.topology.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools in the order of the page, and their plans. */
public final class Desk {
    private final ToolCatalogue catalogue;
    private final CommandReader reader;
    private final List<String> first;
    private volatile Optional<Sorted> sorted = Optional.empty();

    /** The tools as they were when they were put in order. */
    private record Sorted(ToolCatalogue.Tools usable, List<ToolProfile> tools) {}

    /** @param first identifiers of the tools that come first, in this order; the others follow by name */
    public Desk(ToolCatalogue catalogue, List<String> first) {
        this.catalogue = catalogue;
        this.reader = new CommandReader(Dialects.standard());
        this.first = List.copyOf(first);
    }

    private int rank(ToolProfile profile) {
        int place = first.indexOf(profile.id());
        return place < 0 ? first.size() : place;
    }

    /** Those that can be used at the moment. */
    public List<ToolProfile> tools() {
        ToolCatalogue.Tools usable = catalogue.usable(); // the very same until a file changes
        return sorted.filter(before -> before.usable() == usable)
                .map(Sorted::tools)
                .orElseGet(() -> sort(usable));
    }

    private List<ToolProfile> sort(ToolCatalogue.Tools usable) {
        List<ToolProfile> tools = usable.profiles().stream()
                .sorted(Comparator.<ToolProfile>comparingInt(this::rank).thenComparing(ToolProfile::name))
                .toList();
        sorted = Optional.of(new Sorted(usable, tools));
        return tools;
    }

    /** Why files that lie beside them cannot be used, one line each. */
    List<String> problems() {
        return catalogue.usable().problems().stream().map(ProfileProblem::text).toList();
    }

    /** Those that have a card before a person chooses. */
    List<ToolProfile> usual() {
        return tools().stream().filter(profile -> rank(profile) < first.size()).toList();
    }

    /** Those of the identifiers, in that order; the usual ones when there is none. */
    List<ToolProfile> shown(List<String> ids) {
        if (ids.isEmpty()) {
            return usual();
        }
        List<ToolProfile> tools = tools();
        return ids.stream().flatMap(id -> tool(tools, id).stream()).toList();
    }

    public Optional<ToolProfile> tool(String id) {
        return tool(tools(), id);
    }

    private static Optional<ToolProfile> tool(List<ToolProfile> tools, String id) {
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

    /** The plan of every point of a path, with the usual options. */
    public PathPlan plan(Path path, Filter filter) throws PathPlanException {
        return new PathPlanner(catalogue).plan(path, filter, Map.of());
    }

    /** Which tool's command the text is, and what it says. */
    Pasted recognise(String text) {
        try {
            List<ToolProfile> likely = reader.detect(tools(), text);
            if (likely.isEmpty()) {
                return new Pasted.Unknown();
            }
            return switch (read(likely.getFirst(), text)) {
                case Pasted.Command(var tool, var read, var _) ->
                    new Pasted.Command(tool, read, likely.subList(1, likely.size()));
                case Pasted.NotUnderstood problem -> problem;
                case Pasted.Unknown unknown -> unknown;
            };
        } catch (UnreadableCommandException tooLong) {
            return new Pasted.Unknown();
        }
    }

    Pasted read(ToolProfile tool, String text) {
        try {
            return new Pasted.Command(tool, reader.read(tool, text), List.of());
        } catch (UnreadableCommandException problem) {
            return new Pasted.NotUnderstood(
                    tool, problem.line(), problem.column(), String.valueOf(problem.getMessage()));
        }
    }
}
