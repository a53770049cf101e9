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
    private final Narrowing.Reader reader;

    /** @param reader says how Wireshark shows what a wider plan was asked for */
    public CapturePlanner(Dialects dialects, Narrowing.Reader reader) {
        this.dialects = dialects;
        this.reader = reader;
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
        return plan(profile, filter, settings, PlanPlace.ALONE);
    }

    /** The same for a point of a path: names that the profile gives for each run are also given for each point. */
    public CapturePlan plan(ToolProfile profile, Filter filter, Map<String, String> settings, PlanPlace place)
            throws InvalidOptionException {
        return plan(draft(profile, filter, settings, place));
    }

    /** The plan with what each part of its steps does; otherwise as {@link #plan(ToolProfile, Filter, Map)}. */
    public ExplainedPlan explain(ToolProfile profile, Filter filter, Map<String, String> settings)
            throws InvalidOptionException {
        Draft draft = draft(profile, filter, settings, PlanPlace.ALONE);
        Explainer explainer = new Explainer(profile, filter, draft.rendering().coverage());
        return new ExplainedPlan(
                plan(draft), draft.steps().stream().map(explainer::explain).toList());
    }

    private CapturePlan plan(Draft draft) {
        return new CapturePlan(
                draft.profile().id(),
                draft.values().version(),
                draft.rendering().coverage(),
                draft.runs().size(),
                draft.runs().stream().map(RunContext::text).toList(),
                draft.rendering().gaps(),
                Narrowing.of(draft.filter(), draft.rendering().coverage(), reader),
                draft.runs().isEmpty() ? List.of() : warnings(draft),
                draft.steps().stream().map(WrittenStep::step).toList());
    }

    /** All that is known once the filter is rendered and the templates are filled. */
    private record Draft(
            ToolProfile profile,
            Filter filter,
            OptionValues values,
            Rendering rendering,
            List<RunContext> runs,
            Conditions conditions,
            List<WrittenStep> steps) {}

    private Draft draft(ToolProfile profile, Filter filter, Map<String, String> settings, PlanPlace place)
            throws InvalidOptionException {
        OptionValues values = OptionValues.resolve(profile, settings, place);
        Conditions early = new Conditions(profile, filter, values, place.several());
        Rendering rendering = dialects.of(profile.family())
                .render(filter, settings(profile, values.version(), lacks(profile, early)));
        List<RunContext> runs = runs(rendering);
        Conditions conditions = early.knowing(rendering.coverage());
        List<WrittenStep> steps = new ArrayList<>();
        for (RunContext run : runs) {
            steps.addAll(steps(profile, values, run, conditions));
        }
        return new Draft(profile, filter, values, rendering, runs, conditions, steps);
    }

    /**
     * What the profile tells its dialect.
     *
     * @param version one that the profile lists
     * @param lacks the parts of the family's language that the tool does not know
     */
    public static DialectSettings settings(ToolProfile profile, String version, Set<String> lacks) {
        return new DialectSettings(version, seen(profile), profile.limits(), lacks, profile.language(version));
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

    private static List<WrittenStep> steps(
            ToolProfile profile, OptionValues values, RunContext run, Conditions conditions)
            throws InvalidOptionException {
        LineWriter writer = new LineWriter(profile, values, run);
        List<WrittenStep> steps = new ArrayList<>();
        for (StepTemplate step : profile.steps()) {
            if (!conditions.hold(step.when(), List.of(run))) {
                continue;
            }
            List<WrittenLine> written = step.lines().stream()
                    .filter(line -> conditions.hold(line.when(), List.of(run)))
                    .flatMap(line -> writer.lines(line).stream())
                    .toList();
            if (!written.isEmpty()) {
                steps.add(new WrittenStep(step, run, written));
            }
        }
        return steps;
    }

    private static List<PlanWarning> warnings(Draft draft) {
        ToolProfile profile = draft.profile();
        List<RunContext> runs = draft.runs();
        Doubts doubts = new Doubts(profile);
        draft.steps().forEach(doubts::use);
        List<PlanWarning> warnings = new ArrayList<>();
        profile.warnings().stream()
                .filter(warning -> draft.conditions().hold(warning.when(), runs))
                .forEach(warning -> {
                    warnings.add(new PlanWarning(warning.level(), warning.text()));
                    doubts.use(warning);
                });
        warnings.addAll(ModuleWarnings.of(profile, draft.values()));
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
