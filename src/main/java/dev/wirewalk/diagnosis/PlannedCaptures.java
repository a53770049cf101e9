package dev.wirewalk.diagnosis;

import dev.wirewalk.command.CheckPlace;
import dev.wirewalk.command.Checks;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.PlanPlace;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.Carried;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.CommandReader;
import dev.wirewalk.reading.UnreadableCommandException;
import dev.wirewalk.topology.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Steps and checks from the profile of the point's tool, with the profile's own defaults. */
public final class PlannedCaptures implements CaptureAdvice {
    private static final String INTERFACE = "interface";

    private final ToolCatalogue tools;

    public PlannedCaptures(ToolCatalogue tools) {
        this.tools = tools;
    }

    @Override
    public List<NextStep> steps(Point point, Filter filter) {
        try {
            Optional<ToolProfile> profile = profile(point);
            if (profile.isEmpty()) {
                return List.of();
            }
            // Points of one device are captured at the same time: each has files and names of its own.
            PlanPlace place = new PlanPlace(
                    PlanPlace.mark(point.name()), true, point.settings().keySet());
            return tools.plan(profile.get(), filter, settings(profile.get(), point), place).steps().stream()
                    .map(step -> new NextStep(
                            step.phase().name().toLowerCase(Locale.ROOT),
                            step.run(),
                            step.command(),
                            step.why(),
                            step.risk().name().toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (BadProfileException | InvalidOptionException unusable) {
            // Advice is an extra: a profile that cannot be used must not take the verdict away.
            return List.of();
        }
    }

    @Override
    public Optional<Typed> typed(List<String> commands) {
        String text = String.join("\n", commands);
        CommandReader reader = new CommandReader(Dialects.standard());
        try {
            Optional<ToolProfile> tool =
                    reader.detect(tools.profiles(), text).stream().findFirst();
            return tool.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Typed(
                            reader.read(tool.get(), text).filter(),
                            tool.get().sees().contains(Carried.ARP)));
        } catch (UnreadableCommandException | BadProfileException unknown) {
            // What is not understood limits nothing that could be said.
            return Optional.empty();
        }
    }

    @Override
    public List<NextCheck> checks(Point point, CheckPlace place) {
        try {
            return profile(point).map(profile -> Checks.of(profile, place)).orElse(List.of()).stream()
                    .map(check -> new NextCheck(
                            check.command(), check.why(), check.risk().word()))
                    .toList();
        } catch (BadProfileException unusable) {
            return List.of();
        }
    }

    private Optional<ToolProfile> profile(Point point) throws BadProfileException {
        return point.tool().isPresent() ? tools.profile(point.tool().get()) : Optional.empty();
    }

    private static Map<String, String> settings(ToolProfile profile, Point point) {
        Map<String, String> settings = new HashMap<>();
        if (profile.option(INTERFACE).isPresent()) {
            point.interfaceName().ifPresent(name -> settings.put(INTERFACE, name));
        }
        settings.putAll(point.settings());
        return settings;
    }
}
