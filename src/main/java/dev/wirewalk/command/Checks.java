package dev.wirewalk.command;

import dev.wirewalk.profile.CheckTemplate;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Template;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks of a tool's profile that say something at a place, with its addresses filled in. What is not known is not made up: a
 * check with a placeholder that has no value is left out, and so is a value that is not one word for every shell and device.
 */
public final class Checks {
    private static final String INTERFACE = "interface";

    /** What listens on all interfaces at once is the name of none. */
    private static final Set<String> NO_INTERFACE = Set.of("any", "all", "0.0");

    private static final OptionType ANY_INTERFACE = new OptionType.InterfaceName(63, NO_INTERFACE);

    private final ToolProfile profile;
    private final CheckPlace place;
    private final Map<String, String> values = new HashMap<>();

    private Checks(ToolProfile profile, CheckPlace place) {
        this.profile = profile;
        this.place = place;
        values.put("protocol", place.protocol());
        place.here().ifPresent(ends -> {
            put("", ends);
            String client = ends.client().toString();
            String server = ends.server().toString();
            values.put("source", place.answers() ? server : client);
            values.put("destination", place.answers() ? client : server);
        });
        place.entry().ifPresent(ends -> put("entry-", ends));
        place.nextHop().ifPresent(address -> values.put(CheckTemplate.NEXT_HOP, address.toString()));
        putInterface(INTERFACE, place.interfaceName());
        putInterface("entry-" + INTERFACE, place.entryInterface());
    }

    /** The checks in the order of the profile, each command once. */
    public static List<Check> of(ToolProfile profile, CheckPlace place) {
        Checks checks = new Checks(profile, place);
        List<Check> written = new ArrayList<>();
        for (CheckTemplate template : profile.checks()) {
            if (checks.fits(template.when())) {
                checks.written(template)
                        .filter(check -> written.stream()
                                .noneMatch(before -> before.command().equals(check.command())))
                        .ifPresent(written::add);
            }
        }
        return List.copyOf(written);
    }

    private void put(String prefix, CheckPlace.Ends ends) {
        values.put(prefix + "client", ends.client().toString());
        values.put(prefix + "server", ends.server().toString());
        putPort(prefix + "client-port", ends.clientPort());
        putPort(prefix + "port", ends.port());
    }

    private void putPort(String name, OptionalInt port) {
        port.ifPresent(number -> values.put(name, Integer.toString(number)));
    }

    /** A name enters where the tool's own option would take it; each type of names leaves out the signs of shells and devices. */
    private void putInterface(String placeholder, Optional<String> name) {
        OptionType type = profile.option(INTERFACE).map(ToolOption::type).orElse(ANY_INTERFACE);
        name.filter(type::admits).filter(ANY_INTERFACE::admits).ifPresent(word -> values.put(placeholder, word));
    }

    private boolean fits(CheckTemplate.When when) {
        return holds(when.stages(), place.stage())
                && holds(when.roles(), Optional.of(place.role()))
                && holds(when.causes(), place.cause())
                && holds(when.protocols(), Optional.of(place.protocol()))
                && holds(when.networks(), place.here().or(place::entry).map(CheckPlace.Ends::network))
                && when.has().entrySet().stream().allMatch(asked -> holds(asked.getValue(), setting(asked.getKey())));
    }

    private static boolean holds(Set<String> asked, Optional<String> word) {
        return asked.isEmpty() || word.filter(asked::contains).isPresent();
    }

    private Optional<String> setting(String option) {
        return Optional.ofNullable(place.settings().get(option))
                .or(() -> profile.option(option).map(ToolOption::defaultValue));
    }

    private Optional<Check> written(CheckTemplate template) {
        boolean known = template.lines().stream()
                .flatMap(line -> line.needed().stream())
                .allMatch(values::containsKey);
        return known
                ? Optional.of(new Check(
                        template.lines().stream()
                                .map(line -> text(line.parts()))
                                .collect(Collectors.joining("\n")),
                        template.why(),
                        template.risk()))
                : Optional.empty();
    }

    private String text(List<Template.Part> parts) {
        StringBuilder line = new StringBuilder();
        for (Template.Part part : parts) {
            switch (part) {
                case Template.Part.Literal(var literal) -> line.append(literal);
                case Template.Part.Placeholder(var name) -> line.append(values.getOrDefault(name, ""));
                case Template.Part.Section(var inner, var _) -> {
                    if (values.keySet().containsAll(new Template("", inner).names())) {
                        line.append(text(inner));
                    }
                }
            }
        }
        return line.toString();
    }
}
