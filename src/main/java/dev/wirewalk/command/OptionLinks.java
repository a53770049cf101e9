package dev.wirewalk.command;

import dev.wirewalk.profile.OptionState;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the values of options against each other: what was asked for must go together, and a default gives way to it. */
final class OptionLinks {
    private final ToolProfile profile;
    private final Set<String> asked;
    private final Map<String, String> values;

    private OptionLinks(ToolProfile profile, Set<String> asked, Map<String, String> values) {
        this.profile = profile;
        this.asked = asked;
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * The values without the defaults that what was asked for leaves no room for.
     *
     * @param settings what the user set, empty values and unknown names included
     * @throws InvalidOptionException when two settings exclude each other, or one needs another
     */
    static Map<String, String> resolve(ToolProfile profile, Map<String, String> settings, Map<String, String> values)
            throws InvalidOptionException {
        Set<String> asked = values.keySet().stream()
                .filter(name -> !settings.getOrDefault(name, "").isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        OptionLinks links = new OptionLinks(profile, asked, values);
        links.makeRoom();
        links.dropWhatLacks();
        return links.values;
    }

    private void makeRoom() throws InvalidOptionException {
        for (ToolOption option : profile.options()) {
            for (OptionState state : option.excludes()) {
                if (values.containsKey(option.name()) && holds(state)) {
                    exclude(option, state);
                }
            }
        }
    }

    private void exclude(ToolOption option, OptionState state) throws InvalidOptionException {
        boolean otherGives = !asked.contains(state.option())
                && profile.option(state.option())
                        .filter(other -> !other.required())
                        .isPresent();
        if (!asked.contains(option.name()) && !option.required()) {
            values.remove(option.name());
        } else if (otherGives) {
            values.remove(state.option());
        } else {
            throw new InvalidOptionException(
                    option.name(),
                    option.name() + ": this option does not go together with " + state.text()
                            + ", so set one of the two only");
        }
    }

    /** What was left out may be what another default needs, so this goes on until nothing changes. */
    private void dropWhatLacks() throws InvalidOptionException {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ToolOption option : profile.options()) {
                if (values.containsKey(option.name()) && !hasNeeded(option)) {
                    if (asked.contains(option.name())) {
                        throw new InvalidOptionException(
                                option.name(),
                                option.name() + ": this option needs " + told(option.needs())
                                        + ", so set that too or leave " + option.name() + " out");
                    }
                    values.remove(option.name());
                    changed = true;
                }
            }
        }
    }

    private boolean hasNeeded(ToolOption option) {
        return option.needs().isEmpty() || option.needs().stream().anyMatch(this::holds);
    }

    private boolean holds(OptionState state) {
        return state.holds(Optional.ofNullable(values.get(state.option())));
    }

    private static String told(List<OptionState> states) {
        return states.stream().map(OptionState::text).collect(Collectors.joining(" or "));
    }
}
