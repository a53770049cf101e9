package dev.wirewalk.command;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Condition;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;

/** Decides the conditions of a profile for one filter and one choice of options. */
final class Conditions {
    private final ToolProfile profile;
    private final Filter filter;
    private final OptionValues values;

    Conditions(ToolProfile profile, Filter filter, OptionValues values) {
        this.profile = profile;
        this.filter = filter;
        this.values = values;
    }

    /** Whether all hold; {@code runs} is the one run of a step, or all runs for a warning, of which one is enough. */
    boolean hold(List<Condition> conditions, List<RunContext> runs) {
        return conditions.stream().allMatch(condition -> holds(condition, runs));
    }

    private boolean holds(Condition condition, List<RunContext> runs) {
        return switch (condition) {
            case Condition.Form(var forms) -> runs.stream().anyMatch(run -> forms.contains(run.form()));
            case Condition.FilterIs(var texts) -> runs.stream().anyMatch(run -> texts.contains(run.text()));
            case Condition.NoFilter _ ->
                runs.stream().anyMatch(run -> run.filter().isEmpty());
            case Condition.SeveralRuns _ -> runs.stream().anyMatch(run -> run.runs() > 1);
            case Condition.Selects(var carried) -> NetworkReach.canSelect(filter, Network.valueOf(carried.name()));
            case Condition.OptionSet(var name) -> values.values().containsKey(name);
            case Condition.OptionUnset(var name) -> !values.values().containsKey(name);
            case Condition.OptionHas(var name, var words) ->
                profile.option(name).filter(option -> has(option, words)).isPresent();
            case Condition.Since(var version) -> profile.atLeast(values.version(), version);
            case Condition.Before(var version) -> !profile.atLeast(values.version(), version);
        };
    }

    private boolean has(ToolOption option, java.util.Set<String> words) {
        String value = values.values().get(option.name());
        return value != null && option.type().words(value).stream().anyMatch(words::contains);
    }
}
