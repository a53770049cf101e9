package dev.wirewalk.profile;

import static dev.wirewalk.profile.ProfileReader.texts;
import static dev.wirewalk.profile.ProfileReader.upper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Turns a {@code when} that keeps to the schema into conditions, all of which must hold. */
final class ConditionReader {
    private ConditionReader() {}

    static List<Condition> conditions(JsonNode when) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : when.properties()) {
            conditions.addAll(condition(entry.getKey(), entry.getValue()));
        }
        return conditions;
    }

    private static List<Condition> condition(String key, JsonNode value) {
        return switch (key) {
            case "form" -> List.of(new Condition.Form(Set.copyOf(texts(value))));
            case "says" -> List.of(new Condition.Says(Set.copyOf(texts(value))));
            case "filter-is" -> List.of(new Condition.FilterIs(Set.copyOf(texts(value))));
            case "no-filter" -> List.of(new Condition.NoFilter());
            case "several-runs" -> List.of(new Condition.SeveralRuns());
            case "several-points" -> List.of(new Condition.SeveralPoints());
            case "selects" -> List.of(new Condition.Selects(Carried.valueOf(upper(value.asString()))));
            case "names" -> List.of(new Condition.Names(named(value)));
            case "names-none" -> List.of(new Condition.NamesNone(named(value)));
            case "coverage" -> List.of(new Condition.Covers(value.asString().equals("exact")));
            case "set" -> each(value, Condition.OptionSet::new);
            case "unset" -> each(value, Condition.OptionUnset::new);
            case "has" -> options(value, (name, words) -> new Condition.OptionHas(name, Set.copyOf(texts(words))));
            case "above" -> options(value, (name, bound) -> new Condition.Above(name, bound.asLong()));
            case "below" -> options(value, (name, bound) -> new Condition.Below(name, bound.asLong()));
            case "since" -> List.of(new Condition.Since(value.asString()));
            case "before" -> List.of(new Condition.Before(value.asString()));
            default ->
                throw new IllegalStateException("the schema lets through a condition that the reader does not know");
        };
    }

    private static Set<Named> named(JsonNode value) {
        return texts(value).stream().map(word -> Named.valueOf(upper(word))).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Condition> each(JsonNode value, java.util.function.Function<String, Condition> condition) {
        return texts(value).stream().map(condition).toList();
    }

    /** A condition on one option. */
    private interface OfOption {
        Condition condition(String name, JsonNode value);
    }

    private static List<Condition> options(JsonNode value, OfOption condition) {
        return value.properties().stream()
                .map(entry -> condition.condition(entry.getKey(), entry.getValue()))
                .toList();
    }
}
