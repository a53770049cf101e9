package dev.wirewalk.command.path;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.PlanPlace;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.Sight;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one capture plan for each point of a path, from one filter. */
public final class PathPlanner {
    static final String INTERFACE = "interface";
    private static final String NO_TOOL = "The path file names no tool for this point: add tool, and its interface.";

    private final ToolCatalogue tools;

    public PathPlanner(ToolCatalogue tools) {
        this.tools = tools;
    }

    /**
     * @param filter in the addresses that the client uses
     * @param settings values by option name for all tools that know the option; a point's own come before them
     * @throws PathPlanException when a tool is unknown, or a value is not one that an option takes
     */
    public PathPlan plan(Path path, Filter filter, Map<String, String> settings) throws PathPlanException {
        List<PathPlan.Unplanned> unplanned = new ArrayList<>();
        Map<Capture, List<Point>> captures = new LinkedHashMap<>();
        List<ToolProfile> profiles = new ArrayList<>();
        for (Point point : path.points()) {
            Optional<ToolProfile> profile = profile(point);
            if (profile.isEmpty()) {
                unplanned.add(new PathPlan.Unplanned(point.name(), NO_TOOL));
                continue;
            }
            profiles.add(profile.get());
            captures.computeIfAbsent(capture(point, profile.get()), _ -> new ArrayList<>())
                    .add(point);
        }
        checkNames(profiles, settings);
        PathFilters filters = new PathFilters(path, filter);
        List<PointPlan> plans = new ArrayList<>();
        for (Map.Entry<Capture, List<Point>> entry : captures.entrySet()) {
            plans.add(plan(entry.getKey(), entry.getValue(), filters, settings, captures.size() > 1, path));
        }
        return new PathPlan(FilterPrinter.print(filter), plans, unplanned);
    }

    /**
     * The plan for one point, with the others' tools left out of account.
     *
     * @param point one of the path's
     * @param filter in the addresses that the client uses
     * @throws PathPlanException when the point has no known tool, or a value is not one that an option takes
     */
    public PointPlan plan(Path path, Point point, Filter filter) throws PathPlanException {
        ToolProfile profile = profile(point).orElseThrow(() -> new PathPlanException(point.name() + ": " + NO_TOOL));
        Capture capture = capture(point, profile);
        List<Point> covered = path.points().stream()
                .filter(other -> other.tool().equals(point.tool())
                        && capture(other, profile).equals(capture))
                .toList();
        boolean several = covered.size() < path.points().size();
        return plan(capture, covered, new PathFilters(path, filter), Map.of(), several, path);
    }

    /**
     * What one capture covers: a tool that shows all sides of its device and takes no interface covers all points of it that
     * are set alike.
     *
     * @param point the point's name when the capture is its own, else empty
     */
    private record Capture(String device, ToolProfile profile, Map<String, String> settings, String point) {}

    private static Capture capture(Point point, ToolProfile profile) {
        boolean whole =
                profile.translation() == Sight.BOTH && profile.option(INTERFACE).isEmpty();
        return new Capture(point.device(), profile, point.settings(), whole ? "" : point.name());
    }

    private Optional<ToolProfile> profile(Point point) throws PathPlanException {
        if (point.tool().isEmpty()) {
            return Optional.empty();
        }
        String id = point.tool().get();
        try {
            Optional<ToolProfile> profile = tools.profile(id);
            if (profile.isEmpty()) {
                throw new PathPlanException(point.name() + ": there is no tool \"" + id + "\"; there are "
                        + String.join(", ", tools.ids()));
            }
            return profile;
        } catch (BadProfileException broken) {
            throw new PathPlanException(point.name() + ": " + broken.getMessage());
        }
    }

    private static void checkNames(List<ToolProfile> profiles, Map<String, String> settings) throws PathPlanException {
        for (String name : settings.keySet()) {
            boolean known =
                    profiles.stream().anyMatch(profile -> profile.option(name).isPresent());
            if (!known) {
                throw new PathPlanException("no tool of the path has the option \"" + name + "\"");
            }
        }
    }

    private PointPlan plan(
            Capture capture,
            List<Point> points,
            PathFilters filters,
            Map<String, String> common,
            boolean several,
            Path path)
            throws PathPlanException {
        ToolProfile profile = capture.profile();
        Point first = points.getFirst();
        Carried here = points.stream()
                .map(point -> profile.translation() == Sight.BOTH ? filters.aroundDevice(point) : filters.at(point))
                .reduce(Carried::or)
                .orElseThrow();
        Optional<OtherInterface> other = OtherInterface.of(profile, first);
        Map<String, String> settings = settings(profile, first, common);
        if (other.isPresent()) {
            settings.remove(INTERFACE);
        }
        Set<String> verbatim = first.settings().keySet();
        try {
            CapturePlan plan = named(profile, here.filter(), settings, marks(first, path), several, verbatim);
            return new PointPlan(
                    points.stream().map(Point::name).toList(),
                    capture.device(),
                    first.interfaceName().orElse(""),
                    FilterPrinter.print(here.filter()),
                    widened(plan, here.gaps(), other));
        } catch (InvalidOptionException refused) {
            throw new PathPlanException(first.name() + ": " + refused.getMessage());
        }
    }

    private static Map<String, String> settings(ToolProfile profile, Point point, Map<String, String> common) {
        Map<String, String> settings = new HashMap<>(common);
        settings.keySet().removeIf(name -> profile.option(name).isEmpty());
        if (profile.option(INTERFACE).isPresent()) {
            point.interfaceName().ifPresent(name -> settings.put(INTERFACE, name));
        }
        settings.putAll(point.settings());
        return settings;
    }

    /** The point's name, or where a device takes no name as long as that, its number. */
    private static List<String> marks(Point point, Path path) {
        String mark = PlanPlace.mark(point.name());
        String number = "p" + (path.points().indexOf(point) + 1);
        long same = path.points().stream()
                .filter(other -> PlanPlace.mark(other.name()).equalsIgnoreCase(mark))
                .count();
        return mark.isEmpty() || same > 1 ? List.of(number) : List.of(mark, number);
    }

    private CapturePlan named(
            ToolProfile profile,
            Filter filter,
            Map<String, String> settings,
            List<String> marks,
            boolean several,
            Set<String> verbatim)
            throws InvalidOptionException {
        try {
            return tools.plan(profile, filter, settings, new PlanPlace(marks.getFirst(), several, verbatim));
        } catch (InvalidOptionException tooLong) {
            return tools.plan(profile, filter, settings, new PlanPlace(marks.getLast(), several, verbatim));
        }
    }

    private static CapturePlan widened(CapturePlan plan, List<Gap> gaps, Optional<OtherInterface> other) {
        Set<Gap> all = new LinkedHashSet<>(gaps);
        all.addAll(plan.gaps());
        Coverage coverage = plan.coverage() == Coverage.EXACT && !gaps.isEmpty() ? Coverage.WIDER : plan.coverage();
        return new CapturePlan(
                plan.tool(),
                plan.version(),
                coverage,
                plan.runs(),
                plan.filters(),
                List.copyOf(all),
                plan.narrowing(),
                Stream.concat(other.map(OtherInterface::warning).stream(), plan.warnings().stream())
                        .toList(),
                plan.steps());
    }
}
