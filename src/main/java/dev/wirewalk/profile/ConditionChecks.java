package dev.wirewalk.profile;

import java.util.List;

/** What a schema cannot say of conditions: that they ask for options and versions that there are. */
final class ConditionChecks {
    private final YamlDocument document;
    private final ToolProfile profile;
    private final List<ProfileProblem> problems;

    /** @param problems where what is found is added */
    ConditionChecks(YamlDocument document, ToolProfile profile, List<ProfileProblem> problems) {
        this.document = document;
        this.profile = profile;
        this.problems = problems;
    }

    /** @param place the JSON pointer of the conditions */
    void check(String place, List<Condition> conditions) {
        for (Condition condition : conditions) {
            switch (condition) {
                case Condition.Form _,
                        Condition.FilterIs _,
                        Condition.Says _,
                        Condition.NoFilter _,
                        Condition.SeveralRuns _,
                        Condition.SeveralPoints _,
                        Condition.Names _,
                        Condition.NamesNone _,
                        Condition.Covers _,
                        Condition.Selects _ -> {}
                case Condition.OptionSet(var name) -> checkOption(place + "/set", name);
                case Condition.OptionUnset(var name) -> checkOption(place + "/unset", name);
                case Condition.OptionHas(var name, var _) -> checkOption(place + "/has/" + name, name);
                case Condition.Above(var name, var _) -> checkNumber(place + "/above/" + name, name);
                case Condition.Below(var name, var _) -> checkNumber(place + "/below/" + name, name);
                case Condition.Since(var version) -> checkVersion(place + "/since", version);
                case Condition.Before(var version) -> checkVersion(place + "/before", version);
            }
        }
    }

    void checkVersion(String place, String version) {
        if (!profile.versions().contains(version)) {
            add(place, "the version " + version + " is not listed", profile.versions());
        }
    }

    private void checkOption(String place, String name) {
        if (profile.option(name).isEmpty()) {
            add(place, "no option is called " + name, names(profile.options()));
        }
    }

    private void checkNumber(String place, String name) {
        boolean number = profile.option(name)
                .filter(option -> option.type() instanceof OptionType.WholeNumber)
                .isPresent();
        if (!number) {
            List<ToolOption> numbers = profile.options().stream()
                    .filter(option -> option.type() instanceof OptionType.WholeNumber)
                    .toList();
            add(place, "no option of type integer is called " + name, names(numbers));
        }
    }

    private static List<String> names(List<ToolOption> options) {
        return options.stream().map(ToolOption::name).toList();
    }

    private void add(String place, String message, List<String> allowed) {
        problems.add(document.problem(place, message, allowed));
    }
}
