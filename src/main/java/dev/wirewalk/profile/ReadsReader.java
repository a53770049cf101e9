package dev.wirewalk.profile;

import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Deed;
import dev.wirewalk.profile.Reads.Effect;
import dev.wirewalk.profile.Reads.Part;
import dev.wirewalk.profile.Reads.Rest;
import dev.wirewalk.profile.Reads.Takes;
import dev.wirewalk.profile.Reads.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns the key {@code reads} of a document that keeps to the schema into records. */
final class ReadsReader {
    /** The keys of which a part has at most one: each says what it does. */
    static final List<String> EFFECTS = List.of("sets", "filter", "uses", "words", "refused");

    private static final String GROUP = "{group}";
    private static final String ANYTHING = "{any}";

    private ReadsReader() {}

    static Optional<Reads> read(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        List<Command> commands = new ArrayList<>();
        node.path("commands").forEach(command -> commands.add(command(command)));
        return Optional.of(
                new Reads(Reads.Style.valueOf(upper(node.path("style"))), optional(node.path("bare")), commands));
    }

    private static Command command(JsonNode node) {
        return new Command(
                texts(node.path("line")).stream().map(ReadsReader::words).toList(),
                node.has("does") ? Deed.valueOf(upper(node.path("does"))) : Deed.NOTHING,
                node.path("form").asString(""),
                node.path("keep").asBoolean(false),
                node.path("joined").asBoolean(false),
                parts(node.path("parts")),
                parts(node.path("operands")),
                node.has("rest") ? Rest.valueOf(upper(node.path("rest"))) : Rest.REFUSED,
                optional(node.path("output")));
    }

    private static List<Word> words(String line) {
        return Arrays.stream(line.split(" ")).map(ReadsReader::word).toList();
    }

    private static Word word(String text) {
        if (text.equals(GROUP)) {
            return new Word.Group();
        }
        if (text.equals(ANYTHING)) {
            return new Word.Anything();
        }
        return text.startsWith("{") && text.endsWith("}")
                ? new Word.Value(text.substring(1, text.length() - 1))
                : new Word.Literal(text);
    }

    private static List<Part> parts(JsonNode nodes) {
        List<Part> parts = new ArrayList<>();
        nodes.forEach(node -> parts.add(new Part(
                texts(node.path("name")), effect(node), node.path("aside").asBoolean(false))));
        return parts;
    }

    private static Effect effect(JsonNode node) {
        if (node.has("sets")) {
            return new Effect.Sets(
                    node.path("sets").asString(), optional(node.path("value")), texts(node.path("times")));
        }
        if (node.has("filter")) {
            Takes takes = node.has("takes") ? Takes.valueOf(upper(node.path("takes"))) : Takes.WORD;
            return new Effect.Piece(
                    node.path("filter").asString(), takes, node.path("keep").asBoolean(false));
        }
        if (node.has("uses")) {
            return new Effect.Uses(node.path("uses").asString());
        }
        if (node.has("refused")) {
            return new Effect.Refused(node.path("refused").asString());
        }
        return new Effect.Nothing(node.path("words").asInt(0));
    }

    private static Optional<String> optional(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.asString());
    }

    /** The texts of a list, or the one text that stands for a list of one. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asString()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asString());
        }
        return texts;
    }

    private static String upper(JsonNode word) {
        return word.asString().toUpperCase(Locale.ROOT);
    }
}
