package dev.wirewalk.command;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Condition;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Decides the conditions of a profile for one filter and one choice of options. */
final class Conditions {
    private final ToolProfile profile;
    private final Filter filter;
    private final OptionValues values;
    private final Optional<Coverage> coverage;
    private final boolean severalPoints;

    /** @param severalPoints whether the plan is one of several, for the points of a path */
    Conditions(ToolProfile profile, Filter filter, OptionValues values, boolean severalPoints) {
        this(profile, filter, values, Optional.empty(), severalPoints);
    }

    private Conditions(
            ToolProfile profile,
            Filter filter,
            OptionValues values,
            Optional<Coverage> coverage,
            boolean severalPoints) {
        this.profile = profile;
        this.filter = filter;
        this.values = values;
        this.coverage = coverage;
        this.severalPoints = severalPoints;
    }

    /** The same, once the filter is rendered; before that, no condition on the coverage holds. */
    Conditions knowing(Coverage rendered) {
        return new Conditions(profile, filter, values, Optional.of(rendered), severalPoints);
    }

    /** Whether all hold; {@code runs} is the one run of a step, or all runs for a warning, of which one is enough. */
    boolean hold(List<Condition> conditions, List<RunContext> runs) {
        return conditions.stream().allMatch(condition -> holds(condition, runs));
    }

    private boolean holds(Condition condition, List<RunContext> runs) {
        return switch (condition) {
            case Condition.Form(var forms) -> runs.stream().anyMatch(run -> forms.contains(run.form()));
            case Condition.Says(var words) -> runs.stream().anyMatch(run -> says(run, words));
            case Condition.FilterIs(var texts) -> runs.stream().anyMatch(run -> texts.contains(run.text()));
            case Condition.NoFilter _ ->
                runs.stream().anyMatch(run -> run.filter().isEmpty());
            case Condition.SeveralRuns _ -> runs.stream().anyMatch(run -> run.runs() > 1);
            case Condition.Selects(var carried) -> NetworkReach.canSelect(filter, Network.valueOf(carried.name()));
            case Condition.SeveralPoints _ -> severalPoints;
            case Condition.Names(var kinds) -> !Collections.disjoint(NamedTerms.of(filter), kinds);
            case Condition.NamesNone(var kinds) -> Collections.disjoint(NamedTerms.of(filter), kinds);
            case Condition.Covers(var exactly) ->
                coverage.stream().anyMatch(known -> (known == Coverage.EXACT) == exactly);
            case Condition.Above(var name, var bound) -> number(name).stream().anyMatch(number -> number > bound);
            case Condition.Below(var name, var bound) -> number(name).stream().anyMatch(number -> number < bound);
            case Condition.OptionSet(var name) -> values.values().containsKey(name);
            case Condition.OptionUnset(var name) -> !values.values().containsKey(name);
            case Condition.OptionHas(var name, var words) ->
                profile.option(name).filter(option -> has(option, words)).isPresent();
            case Condition.Since(var version) -> profile.atLeast(values.version(), version);
            case Condition.Before(var version) -> !profile.atLeast(values.version(), version);
        };
    }

    private OptionalLong number(String option) {
        String value = values.values().get(option);
        return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
    }

    private static boolean says(RunContext run, java.util.Set<String> words) {
        return Stream.of(run.text().split("\\s+")).anyMatch(words::contains);
    }

    private boolean has(ToolOption option, java.util.Set<String> words) {
        String value = values.values().get(option.name());
        return value != null && option.type().words(value).stream().anyMatch(words::contains);
    }
}
