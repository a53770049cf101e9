package dev.wirewalk.command;

import dev.wirewalk.dialect.DialectSettings;
import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ProfileLoader;
import dev.wirewalk.profile.ProfileProblem;
import dev.wirewalk.profile.ToolProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tools that there are, and their plans. Profiles are read when they are asked for, so that one tool costs one file; what
 * was read is kept. Safe for use by several threads.
 */
public final class ToolCatalogue {
    private static final String WIRESHARK = "wireshark-display-filter";

    private final ProfileLoader loader;
    private final CapturePlanner planner;
    private final Map<String, ToolProfile> loaded = new LinkedHashMap<>();

    public ToolCatalogue(Dialects dialects, Optional<Path> extraProfiles) {
        loader = new ProfileLoader(dialects.limitNames(), dialects.lackable(), dialects.forms(), extraProfiles);
        planner = new CapturePlanner(dialects, filter -> display(dialects, filter));
    }

    /** As Wireshark shows it in the release that its profile takes for the usual one. */
    private Optional<Rendering> display(Dialects dialects, Filter filter) {
        try {
            return profile(WIRESHARK)
                    .map(wireshark -> dialects.of(wireshark.family())
                            .render(
                                    filter,
                                    new DialectSettings(
                                            wireshark.defaultVersion(),
                                            Set.of(Network.values()),
                                            wireshark.limits(),
                                            Set.of(),
                                            wireshark.language(wireshark.defaultVersion()))));
        } catch (BadProfileException e) {
            return Optional.empty();
        }
    }

    /** The tools of the program. */
    public static ToolCatalogue standard() {
        return new ToolCatalogue(Dialects.standard(), Optional.empty());
    }

    /** The identifiers of all tools, sorted. */
    public List<String> ids() {
        return loader.ids();
    }

    /** All tools, sorted by identifier. */
    public List<ToolProfile> profiles() throws BadProfileException {
        List<ToolProfile> profiles = new ArrayList<>();
        for (String id : ids()) {
            profiles.add(profile(id).orElseThrow(() -> notAnIdentifier(id)));
        }
        return profiles;
    }

    private static BadProfileException notAnIdentifier(String id) {
        String rule = "the name of a profile's file is small letters, digits and -, and then .yaml";
        return new BadProfileException(List.of(new ProfileProblem(id + ".yaml", 1, "", rule, List.of())));
    }

    /** The tool of that identifier, empty when there is none. */
    public synchronized Optional<ToolProfile> profile(String id) throws BadProfileException {
        Optional<ToolProfile> known = Optional.ofNullable(loaded.get(id));
        if (known.isPresent()) {
            return known;
        }
        Optional<ToolProfile> profile = loader.load(id);
        profile.ifPresent(found -> loaded.put(id, found));
        return profile;
    }

    /** @see CapturePlanner#plan(ToolProfile, Filter, Map) */
    public CapturePlan plan(ToolProfile profile, Filter filter, Map<String, String> settings)
            throws InvalidOptionException {
        return planner.plan(profile, filter, settings);
    }

    /** @see CapturePlanner#plan(ToolProfile, Filter, Map, PlanPlace) */
    public CapturePlan plan(ToolProfile profile, Filter filter, Map<String, String> settings, PlanPlace place)
            throws InvalidOptionException {
        return planner.plan(profile, filter, settings, place);
    }

    /** @see CapturePlanner#explain(ToolProfile, Filter, Map) */
    public ExplainedPlan explain(ToolProfile profile, Filter filter, Map<String, String> settings)
            throws InvalidOptionException {
        return planner.explain(profile, filter, settings);
    }

    /**
     * Plans for several tools that share their settings: each takes those that it knows, and each name must be known by one.
     *
     * @throws InvalidOptionException when a name is known by no tool, or a value is not one that an option takes
     */
    public List<CapturePlan> plans(List<ToolProfile> profiles, Filter filter, Map<String, String> settings)
            throws InvalidOptionException {
        checkNames(profiles, settings);
        List<CapturePlan> plans = new ArrayList<>();
        for (ToolProfile profile : profiles) {
            plans.add(plan(profile, filter, OptionValues.known(profile, settings)));
        }
        return plans;
    }

    /** As {@link #plans}, with what each part of the steps does. */
    public List<ExplainedPlan> explain(List<ToolProfile> profiles, Filter filter, Map<String, String> settings)
            throws InvalidOptionException {
        checkNames(profiles, settings);
        List<ExplainedPlan> plans = new ArrayList<>();
        for (ToolProfile profile : profiles) {
            plans.add(explain(profile, filter, OptionValues.known(profile, settings)));
        }
        return plans;
    }

    private static void checkNames(List<ToolProfile> profiles, Map<String, String> settings)
            throws InvalidOptionException {
        for (String name : settings.keySet()) {
            boolean known = name.equals(ToolProfile.VERSION)
                    || profiles.stream()
                            .anyMatch(profile -> profile.option(name).isPresent());
            if (!known) {
                throw new InvalidOptionException(name, OptionValues.unknown(name, profiles));
            }
        }
    }
}
