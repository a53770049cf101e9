package dev.wirewalk.profile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The texts that a language writes between the values, and what they must not hold. */
final class LanguageTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    /** Keys whose values are no text of a command. */
    private static final Set<String> NOT_WRITTEN =
            Set.of("form", "kind", "since", "before", "networks", "replies", "reads");

    private LanguageTexts() {}

    static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All texts of a way by their pointer below it. */
    static Map<String, String> of(JsonNode way) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect("", way, texts);
        return texts;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(entry -> !NOT_WRITTEN.contains(entry.getKey()))
                    .forEach(entry -> {
                        if (pointer.endsWith("/words")) {
                            texts.put(pointer + "/" + entry.getKey(), entry.getKey());
                        } else {
                            collect(pointer + "/" + entry.getKey(), entry.getValue(), texts);
                        }
                    });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), texts);
            }
        } else if (node.isString()) {
            texts.put(pointer, node.asString());
        }
    }

    /** One sentence when the text could end a word, a quote or a line where it lands. */
    static Optional<String> problem(String text, Quoting quoting) {
        String literal = PLACEHOLDER.matcher(text).replaceAll("");
        String refused = quoting == Quoting.DEVICE ? "`$\\;#?'<>" : "`$\\'";
        Optional<String> sign = literal.chars()
                .filter(letter -> letter < ' ' || letter > '~' || refused.indexOf(letter) >= 0)
                .mapToObj(letter -> "a language must not write the character "
                        + (letter < ' ' || letter > '~'
                                ? "U+" + Integer.toHexString(letter)
                                : Character.toString(letter)))
                .findFirst();
        return sign.or(() -> quoting == Quoting.DEVICE ? unquoted(text) : Optional.empty());
    }

    /** On a device, what joins commands there stands in quotes, and quotes close where they began. */
    private static Optional<String> unquoted(String text) {
        if (text.chars().filter(letter -> letter == '"').count() % 2 != 0) {
            return Optional.of("the quote \" is not closed");
        }
        Matcher outside = Pattern.compile("\"[^\"]*\"").matcher(text);
        String bare = outside.replaceAll("");
        return Stream.of("|", "&")
                .filter(bare::contains)
                .filter(_ -> !text.matches(" ?[|&]{1,2} ?"))
                .map(sign -> "a language for a device writes " + sign + " only in quotes")
                .findFirst();
    }
}
