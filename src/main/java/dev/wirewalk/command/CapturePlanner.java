package dev.wirewalk.command;

import dev.wirewalk.dialect.DialectSettings;
import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Lack;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.StepTemplate;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a tool's plan for a filter: the dialect says the filter, the profile's templates say everything around it. */
public final class CapturePlanner {
    private final Dialects dialects;

    public CapturePlanner(Dialects dialects) {
        this.dialects = dialects;
    }

    /** As {@link #plan(ToolProfile, Filter, Map)}, for that version. */
    public CapturePlan plan(ToolProfile profile, Filter filter, String version, Map<String, String> options)
            throws InvalidOptionException {
        Map<String, String> settings = new LinkedHashMap<>(options);
        settings.put(ToolProfile.VERSION, version);
        return plan(profile, filter, settings);
    }

    /**
     * @param settings values by option name; what is not set has the profile's default, an empty value leaves an option out, and
     *     {@code version} chooses the release
     * @throws InvalidOptionException when a name is unknown or a value is not one that the option takes
     */
    public CapturePlan plan(ToolProfile profile, Filter filter, Map<String, String> settings)
            throws InvalidOptionException {
        OptionValues values = OptionValues.resolve(profile, settings);
        Conditions early = new Conditions(profile, filter, values, false);
        Rendering rendering = dialects.of(profile.family())
                .render(
                        filter,
                        new DialectSettings(values.version(), seen(profile), profile.limits(), lacks(profile, early)));
        List<RunContext> runs = runs(rendering);
        Conditions conditions = early.knowing(rendering.coverage());
        Doubts doubts = new Doubts(profile);
        List<Step> steps = new ArrayList<>();
        for (RunContext run : runs) {
            steps.addAll(steps(profile, values, run, conditions, doubts));
        }
        return new CapturePlan(
                profile.id(),
                values.version(),
                rendering.coverage(),
                runs.size(),
                runs.stream().map(RunContext::text).toList(),
                rendering.gaps(),
                runs.isEmpty() ? List.of() : warnings(profile, values, runs, conditions, doubts),
                steps);
    }

    private static Set<Network> seen(ToolProfile profile) {
        return profile.sees().stream()
                .map(carried -> Network.valueOf(carried.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> lacks(ToolProfile profile, Conditions conditions) {
        return profile.lacks().stream()
                .filter(lack -> conditions.hold(lack.when(), List.of()))
                .map(Lack::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<RunContext> runs(Rendering rendering) {
        List<RunContext> runs = new ArrayList<>();
        for (Run run : rendering.runs()) {
            runs.add(new RunContext(runs.size() + 1, rendering.runs().size(), run.form(), run.filter()));
        }
        return runs;
    }

    private static List<Step> steps(
            ToolProfile profile, OptionValues values, RunContext run, Conditions conditions, Doubts doubts)
            throws InvalidOptionException {
        LineWriter writer = new LineWriter(profile, values, run);
        List<Step> steps = new ArrayList<>();
        for (StepTemplate step : profile.steps()) {
            if (!conditions.hold(step.when(), List.of(run))) {
                continue;
            }
            List<String> written = new ArrayList<>();
            for (StepTemplate.Line line : step.lines()) {
                List<String> lines = conditions.hold(line.when(), List.of(run)) ? writer.lines(line) : List.of();
                written.addAll(lines);
                if (!lines.isEmpty()) {
                    doubts.use(profile, line, values);
                }
            }
            String command = String.join("\n", written);
            if (!command.isEmpty()) {
                doubts.use(step);
                steps.add(new Step(step.phase(), run.number(), command, step.why(), step.risk()));
            }
        }
        return steps;
    }

    private static List<PlanWarning> warnings(
            ToolProfile profile, OptionValues values, List<RunContext> runs, Conditions conditions, Doubts doubts) {
        List<PlanWarning> warnings = new ArrayList<>();
        profile.warnings().stream()
                .filter(warning -> conditions.hold(warning.when(), runs))
                .forEach(warning -> {
                    warnings.add(new PlanWarning(warning.level(), warning.text()));
                    doubts.use(warning);
                });
        warnings.addAll(ModuleWarnings.of(profile, values));
        if (runs.size() > 1) {
            warnings.add(
                    new PlanWarning(
                            Risk.CAUTION,
                            "This takes " + runs.size()
                                    + " runs, one after the other, which do not see the same moment: "
                                    + "repeat the problem in each, and do not take a packet for lost that only another run could show."));
        }
        warnings.addAll(doubts.warnings());
        return warnings;
    }
}
