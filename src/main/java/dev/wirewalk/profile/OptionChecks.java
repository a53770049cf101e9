package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That what options say of each other can be kept: the others exist, and the defaults agree. */
final class OptionChecks {
    private final YamlDocument document;
    private final ToolProfile profile;
    private final List<ProfileProblem> problems = new ArrayList<>();

    OptionChecks(YamlDocument document, ToolProfile profile) {
        this.document = document;
        this.profile = profile;
    }

    List<ProfileProblem> problems() {
        for (int i = 0; i < profile.options().size(); i++) {
            ToolOption option = profile.options().get(i);
            String place = "/options/" + i;
            option.needs().forEach(state -> checkState(place + "/needs", option, state));
            option.excludes().forEach(state -> checkState(place + "/excludes", option, state));
            if (option.required() && !option.needs().isEmpty()) {
                add(place + "/needs", "a required option is always set and cannot need another one", List.of());
            }
            if (option.required()
                    && option.excludes().stream()
                            .anyMatch(state -> state.value().isEmpty())) {
                add(place + "/excludes", "a required option is always set and would keep the other one out", List.of());
            }
            if (option.excludes().stream().anyMatch(state -> both(option, state))) {
                add(place + "/excludes", "the defaults of the two options do not go together", List.of());
            }
        }
        return problems;
    }

    private void checkState(String place, ToolOption option, OptionState state) {
        Optional<ToolOption> other = profile.option(state.option());
        if (other.isEmpty()) {
            add(
                    place,
                    "no option is called " + state.option(),
                    profile.options().stream().map(ToolOption::name).toList());
        } else if (other.get().name().equals(option.name())) {
            add(place, "an option says nothing of itself", List.of());
        } else {
            OptionType type = other.get().type();
            state.value()
                    .filter(value -> !type.admits(value))
                    .ifPresent(value -> add(place, state.option() + " takes " + type.rule(), List.of()));
        }
    }

    private boolean both(ToolOption option, OptionState state) {
        return isSet(option.defaultValue())
                && profile.option(state.option())
                        .map(ToolOption::defaultValue)
                        .filter(OptionChecks::isSet)
                        .filter(value -> state.holds(Optional.of(value)))
                        .isPresent();
    }

    private static boolean isSet(String value) {
        return !value.isEmpty() && !value.equals(OptionType.Flag.OFF);
    }

    private void add(String place, String message, List<String> allowed) {
        problems.add(document.problem(place, message, allowed));
    }
}
