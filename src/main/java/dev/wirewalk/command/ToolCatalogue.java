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
 * was read is kept until its file in the extra folder changes, so that a tool put there is known without a restart. Safe for use by
 * several threads.
 */
public final class ToolCatalogue {
    private static final String WIRESHARK = "wireshark-display-filter";

    private final ProfileLoader loader;
    private final CapturePlanner planner;
    private final Map<String, Loaded> loaded = new LinkedHashMap<>();
    private Optional<Listed> listed = Optional.empty();
    private Optional<Shown> shown = Optional.empty();

    private record Loaded(ToolProfile profile, Optional<String> stamp) {}

    private record Listed(Map<String, String> stamps, Tools tools) {}

    private record Shown(Filter filter, ToolProfile wireshark, Rendering rendering) {}

    /**
     * What can be used, and why the rest cannot.
     *
     * @param profiles sorted by identifier
     * @param problems of the files that are no right profiles
     */
    public record Tools(List<ToolProfile> profiles, List<ProfileProblem> problems) {
        public Tools {
            profiles = List.copyOf(profiles);
            problems = List.copyOf(problems);
        }
    }

    public ToolCatalogue(Dialects dialects, Optional<Path> extraProfiles) {
        loader = new ProfileLoader(dialects.limitNames(), dialects.lackable(), dialects.forms(), extraProfiles);
        planner = new CapturePlanner(dialects, filter -> display(dialects, filter));
    }

    /** As Wireshark shows it in the release that its profile takes for the usual one; all tools ask for the same filter in turn. */
    private synchronized Optional<Rendering> display(Dialects dialects, Filter filter) {
        try {
            Optional<ToolProfile> wireshark = profile(WIRESHARK);
            if (wireshark.isEmpty()) {
                return Optional.empty();
            }
            Optional<Shown> before = shown.filter(
                    one -> one.wireshark() == wireshark.get() && one.filter().equals(filter));
            if (before.isEmpty()) {
                before = Optional.of(new Shown(filter, wireshark.get(), rendered(dialects, wireshark.get(), filter)));
                shown = before;
            }
            return before.map(Shown::rendering);
        } catch (BadProfileException e) {
            return Optional.empty();
        }
    }

    private static Rendering rendered(Dialects dialects, ToolProfile wireshark, Filter filter) {
        DialectSettings settings = CapturePlanner.settings(wireshark, wireshark.defaultVersion(), Set.of());
        return dialects.of(wireshark.family())
                .render(
                        filter,
                        new DialectSettings(
                                settings.version(),
                                Set.of(Network.values()),
                                settings.limits(),
                                settings.lacks(),
                                settings.language()));
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

    /** All tools that can be used at the moment; a bad file costs its own tool only. */
    public synchronized Tools usable() {
        Map<String, String> stamps = loader.stamps();
        Optional<Listed> before = listed.filter(one -> one.stamps().equals(stamps));
        if (before.isEmpty()) {
            List<ToolProfile> profiles = new ArrayList<>();
            List<ProfileProblem> problems = new ArrayList<>();
            for (String id : ids()) {
                try {
                    profiles.add(profile(id).orElseThrow(() -> notAnIdentifier(id)));
                } catch (BadProfileException bad) {
                    problems.addAll(bad.problems());
                }
            }
            before = Optional.of(new Listed(stamps, new Tools(profiles, problems)));
            listed = before;
        }
        return before.get().tools();
    }

    private static BadProfileException notAnIdentifier(String id) {
        String rule = "the name of a profile's file is small letters, digits and -, and then .yaml";
        return new BadProfileException(List.of(new ProfileProblem(id + ".yaml", 1, "", rule, List.of())));
    }

    /** The tool of that identifier, empty when there is none. */
    public synchronized Optional<ToolProfile> profile(String id) throws BadProfileException {
        Optional<String> stamp = loader.stamp(id);
        Optional<ToolProfile> known = Optional.ofNullable(loaded.get(id))
                .filter(one -> one.stamp().equals(stamp))
                .map(Loaded::profile);
        if (known.isPresent()) {
            return known;
        }
        loaded.remove(id);
        Optional<ToolProfile> profile = loader.load(id);
        profile.ifPresent(found -> loaded.put(id, new Loaded(found, stamp)));
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
