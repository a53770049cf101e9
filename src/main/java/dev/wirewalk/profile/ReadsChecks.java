package dev.wirewalk.profile;

import dev.wirewalk.profile.Reads.Command;
import dev.wirewalk.profile.Reads.Deed;
import dev.wirewalk.profile.Reads.Effect;
import dev.wirewalk.profile.Reads.Part;
import dev.wirewalk.profile.Reads.Rest;
import dev.wirewalk.profile.Reads.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say about the key {@code reads}: that its commands fit the options and the family, and each other. */
final class ReadsChecks {
    private static final String PLACE = "/reads";

    private final YamlDocument document;
    private final ToolProfile profile;
    private final Set<String> forms;
    private final List<ProfileProblem> problems = new ArrayList<>();
    private final Set<List<Word>> lines = new HashSet<>();

    /** @param forms the forms of the family; empty when it does not list them */
    ReadsChecks(YamlDocument document, ToolProfile profile, Set<String> forms) {
        this.document = document;
        this.profile = profile;
        this.forms = forms;
    }

    List<ProfileProblem> problems() {
        profile.reads().ifPresent(this::check);
        return problems;
    }

    private void check(Reads reads) {
        reads.bare().ifPresent(form -> checkForm(PLACE + "/bare", form));
        for (int i = 0; i < reads.commands().size(); i++) {
            check(PLACE + "/commands/" + i, reads.style(), reads.commands().get(i));
        }
        if (reads.commands().stream().noneMatch(command -> command.does() != Deed.NOTHING)) {
            add(PLACE + "/commands", "no command carries a filter: write does beside the one that does", deeds());
        }
    }

    private void check(String place, Reads.Style style, Command command) {
        checkLines(place + "/line", command);
        checkDeed(place, command);
        command.output().ifPresent(option -> checkOption(place + "/output", option));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < command.parts().size(); i++) {
            String at = place + "/parts/" + i;
            Part part = command.parts().get(i);
            for (String name : part.names()) {
                checkName(at + "/name", style, name);
                if (!names.add(name)) {
                    add(at + "/name", name + " stands here a second time", List.of());
                }
            }
            checkEffect(at, part.effect());
        }
        for (int i = 0; i < command.operands().size(); i++) {
            checkEffect(place + "/operands/" + i, command.operands().get(i).effect());
        }
    }

    private void checkLines(String place, Command command) {
        for (List<Word> line : command.lines()) {
            if (!lines.add(line)) {
                add(place, "another command begins with these words", List.of());
            }
            if (!(line.getFirst() instanceof Word.Literal)) {
                add(place, "the first word of a command is not a placeholder", List.of());
            }
            for (Word word : line) {
                switch (word) {
                    case Word.Value(var option) -> checkOption(place, option);
                    case Word.Literal _, Word.Group _, Word.Anything _ -> {}
                }
            }
        }
    }

    private void checkDeed(String place, Command command) {
        boolean silent = command.does() == Deed.NOTHING || command.does() == Deed.CLEAR;
        boolean says = !command.parts().isEmpty() || !command.operands().isEmpty() || command.rest() == Rest.FILTER;
        if (silent && says) {
            add(place, "a command with parts, operands or a rest that is a filter says what it does", deeds());
        } else if (!silent && command.form().isEmpty()) {
            add(place, "a command that carries a filter needs the key form", sorted(forms));
        } else if (!command.form().isEmpty()) {
            checkForm(place + "/form", command.form());
        }
    }

    private void checkName(String place, Reads.Style style, String name) {
        if (style == Reads.Style.SHELL && !name.startsWith("-")) {
            add(place, "a switch begins with -", List.of());
        }
    }

    private void checkEffect(String place, Effect effect) {
        JsonNode node = document.root().at(place);
        List<String> effects = ReadsReader.EFFECTS.stream().filter(node::has).toList();
        if (effects.size() > 1) {
            add(place, "it does one thing, not " + String.join(" and ", effects), ReadsReader.EFFECTS);
        }
        boolean piece = effect instanceof Effect.Piece;
        Stream.of("takes", "keep")
                .filter(key -> node.has(key) && !piece)
                .forEach(key -> add(place + "/" + key, "only a piece of the filter has it", List.of("filter")));
        boolean sets = effect instanceof Effect.Sets;
        Stream.of("value", "times")
                .filter(key -> node.has(key) && !sets)
                .forEach(key -> add(place + "/" + key, "only what sets an option has it", List.of("sets")));
        switch (effect) {
            case Effect.Sets set -> checkSets(place, set);
            case Effect.Piece(var form, var _, var _) -> checkForm(place + "/filter", form);
            case Effect.Uses(var option) -> checkOption(place + "/uses", option);
            case Effect.Nothing _, Effect.Refused _ -> {}
        }
    }

    private void checkSets(String place, Effect.Sets set) {
        checkOption(place + "/sets", set.option());
        profile.option(set.option()).ifPresent(option -> {
            set.value()
                    .filter(value -> !option.type().admits(value))
                    .ifPresent(value -> refuse(place + "/value", option));
            set.times().stream()
                    .filter(value -> !option.type().admits(value))
                    .findFirst()
                    .ifPresent(value -> refuse(place + "/times", option));
        });
    }

    private void refuse(String place, ToolOption option) {
        add(place, "the option takes " + option.type().rule(), List.of());
    }

    private void checkOption(String place, String name) {
        if (profile.option(name).isEmpty()) {
            add(
                    place,
                    "no option is called " + name,
                    profile.options().stream().map(ToolOption::name).toList());
        }
    }

    private void checkForm(String place, String form) {
        if (!forms.isEmpty() && !forms.contains(form)) {
            add(place, "the family " + profile.family() + " has no form " + form, sorted(forms));
        }
    }

    private static List<String> deeds() {
        return List.of("capture", "filter", "insert", "define", "clear", "start", "ask", "nothing");
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void add(String place, String message, List<String> allowed) {
        problems.add(document.problem(place, message, allowed));
    }
}
