package dev.wirewalk.command;

import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The checked settings of one tool: the only way for a user's value into a command.
 *
 * @param version the chosen release
 * @param values the value of each option that has one; an option that is left out, or a flag that is off, has none
 * @param place the point of a path that the values are for
 */
record OptionValues(String version, Map<String, String> values, PlanPlace place) {
    OptionValues {
        values = Map.copyOf(values);
    }

    /** @param settings what the user set; {@code version} chooses the release, an empty value leaves an option out */
    static OptionValues resolve(ToolProfile profile, Map<String, String> settings, PlanPlace place)
            throws InvalidOptionException {
        for (String name : settings.keySet()) {
            if (!name.equals(ToolProfile.VERSION) && profile.option(name).isEmpty()) {
                throw new InvalidOptionException(name, unknown(name, List.of(profile)));
            }
        }
        String version = settings.getOrDefault(ToolProfile.VERSION, profile.defaultVersion());
        if (!profile.versions().contains(version)) {
            throw new InvalidOptionException(
                    ToolProfile.VERSION,
                    ToolProfile.VERSION + ": " + shown(version) + " is not a version that " + profile.id()
                            + " is known for; known are " + String.join(", ", profile.versions()));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (ToolOption option : profile.options()) {
            Optional<String> set = Optional.ofNullable(settings.get(option.name()));
            String value = value(profile, option, version, set);
            if (!value.isEmpty() && !isOff(option, value)) {
                values.put(option.name(), value);
            }
        }
        return new OptionValues(version, OptionLinks.resolve(profile, settings, values), place);
    }

    /** The sentence for a name that none of the tools knows. */
    static String unknown(String name, List<ToolProfile> profiles) {
        Set<String> names = new java.util.TreeSet<>(Set.of(ToolProfile.VERSION));
        profiles.forEach(profile -> profile.options().forEach(option -> names.add(option.name())));
        String tools =
                String.join(" and ", profiles.stream().map(ToolProfile::id).toList());
        return "there is no option " + shown(name) + " for " + tools + "; there are " + String.join(", ", names);
    }

    private static String value(ToolProfile profile, ToolOption option, String version, Optional<String> set)
            throws InvalidOptionException {
        Optional<String> newer = option.since().filter(since -> !profile.atLeast(version, since));
        if (newer.isPresent()) {
            if (set.filter(value -> !value.isEmpty() && !isOff(option, value)).isPresent()) {
                throw new InvalidOptionException(
                        option.name(),
                        option.name() + ": " + profile.id() + " has this option since version " + newer.get()
                                + ", and the chosen version is " + version);
            }
            return "";
        }
        String value = set.orElse(option.defaultValue());
        if (value.isEmpty() && option.required()) {
            throw new InvalidOptionException(
                    option.name(),
                    option.name() + ": a value is needed; it takes "
                            + option.type().rule());
        }
        return value.isEmpty() ? "" : checked(option, value);
    }

    private static String checked(ToolOption option, String value) throws InvalidOptionException {
        if (!option.type().admits(value)) {
            throw new InvalidOptionException(
                    option.name(),
                    option.name() + ": " + shown(value) + " is refused; it takes "
                            + option.type().rule());
        }
        return value;
    }

    private static boolean isOff(ToolOption option, String value) {
        return option.type() instanceof OptionType.Flag && value.equals(OptionType.Flag.OFF);
    }

    /** The value of an option, with the point's mark and the number of one of several runs in names. */
    Optional<String> of(ToolOption option, int run, int runs) throws InvalidOptionException {
        Optional<String> value = Optional.ofNullable(values.get(option.name()));
        if (value.isEmpty() || !option.perRun()) {
            return value;
        }
        String ofPoint = place.verbatim().contains(option.name()) ? "" : place.mark();
        String ofRun = runs < 2 ? "" : Integer.toString(run);
        String name = marked(option.type(), marked(option.type(), value.get(), ofPoint), ofRun);
        return Optional.of(checked(option, option.type().admits(name) ? name : shortened(option, value.get(), name)));
    }

    /** Devices with short names: as much of the name as fits, and a code of the whole one that tells points and runs apart. */
    private static String shortened(ToolOption option, String value, String whole) {
        String code = Integer.toString(36 * 36 + Math.floorMod(whole.hashCode(), 35 * 36 * 36), 36);
        for (int length = value.length(); length > 0; length--) {
            String name = marked(option.type(), value.substring(0, length), code);
            if (option.type().admits(name)) {
                return name;
            }
        }
        return whole;
    }

    private static String marked(OptionType type, String name, String mark) {
        if (mark.isEmpty()) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean hasEnding = type instanceof OptionType.FileName && dot > name.lastIndexOf('/') + 1;
        return hasEnding ? name.substring(0, dot) + "-" + mark + name.substring(dot) : name + "-" + mark;
    }

    /** A value as it may stand in a message of one line: control characters as their code, long ones cut. */
    static String shown(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().limit(60).forEach(letter -> {
            if (Character.isISOControl(letter)
                    || Character.getType(letter) == Character.FORMAT
                    || letter == 0x2028
                    || letter == 0x2029) {
                text.append(String.format("\\u%04x", letter));
            } else {
                text.appendCodePoint(letter);
            }
        });
        return text.append(value.codePointCount(0, value.length()) > 60 ? "…\"" : "\"")
                .toString();
    }

    /** The names set that at least one of the tools must know, each given to the tools that do. */
    static Map<String, String> known(ToolProfile profile, Map<String, String> settings) {
        Map<String, String> known = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(settings.keySet());
        names.removeIf(name ->
                !name.equals(ToolProfile.VERSION) && profile.option(name).isEmpty());
        names.forEach(name -> known.put(name, settings.getOrDefault(name, "")));
        return known;
    }
}
