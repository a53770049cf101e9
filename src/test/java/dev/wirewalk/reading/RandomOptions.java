package dev.wirewalk.reading;

import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Some of a tool's options, with values that they take. */
final class RandomOptions {
    private RandomOptions() {}

    static Map<String, String> of(ToolProfile profile, Random random) {
        Map<String, String> options = new LinkedHashMap<>();
        for (ToolOption option : profile.options()) {
            if (random.nextInt(3) == 0) {
                String value = value(option.type(), random);
                if (!value.isEmpty() && option.type().admits(value)) {
                    options.put(option.name(), value);
                }
            }
        }
        return options;
    }

    private static String value(OptionType type, Random random) {
        return switch (type) {
            case OptionType.WholeNumber(var min, var max) ->
                Long.toString(min + random.nextLong(Math.min(max - min, 5000) + 1));
            case OptionType.Choice(var values) -> values.get(random.nextInt(values.size()));
            case OptionType.Flag _ -> Boolean.toString(random.nextBoolean());
            case OptionType.Identifier _ -> "N" + random.nextInt(100);
            case OptionType.InterfaceName _ -> List.of("eth1", "wan0", "lan-2").get(random.nextInt(3));
            case OptionType.FileName _ -> "/tmp/f" + random.nextInt(100) + ".cap";
            case OptionType.ServerAddress _ -> "192.0.2." + random.nextInt(256);
            case OptionType.Letters(var letters) -> letters.substring(0, 1 + random.nextInt(letters.length()));
            default -> "";
        };
    }
}
