package dev.wirewalk.profile;

import java.util.Optional;

/**
 * Checks that what a template itself says leaves every placeholder at a place where a quoted value is one word: outside of
 * quotes, not behind a backslash, not in a comment or substitution.
 */
final class TemplateQuoting {
    private char quote;

    private TemplateQuoting() {}

    /** One sentence when the template is unsafe. */
    static Optional<String> problem(Template template, Quoting quoting) {
        TemplateQuoting state = new TemplateQuoting();
        for (Template.Part part : template.parts()) {
            Optional<String> problem = state.check(part, quoting);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return state.quote == 0 ? Optional.empty() : Optional.of("the quote " + state.quote + " is not closed");
    }

    private Optional<String> check(Template.Part part, Quoting quoting) {
        return switch (part) {
            case Template.Part.Literal(var text) -> literal(text, quoting);
            case Template.Part.Placeholder(var name) ->
                quote == 0
                        ? Optional.empty()
                        : Optional.of("{" + name + "} stands inside of " + quote
                                + " quotes; values are quoted when they are filled in");
            case Template.Part.Section(var parts, var _) ->
                parts.stream()
                        .flatMap(inner -> check(inner, quoting).stream())
                        .findFirst()
                        .or(() -> quote == 0 ? Optional.empty() : Optional.of("a quote begins in a section in [ ]"));
        };
    }

    private Optional<String> literal(String text, Quoting quoting) {
        for (char letter : text.toCharArray()) {
            boolean control = letter < ' ' || letter == 0x7f;
            boolean expands = letter == '`' || letter == '$' || letter == '\\' || letter == '#';
            boolean deviceSign = quoting != Quoting.SHELL && "?;'\"<>&".indexOf(letter) >= 0;
            if (control || expands || deviceSign) {
                return Optional.of("a template must not hold the character "
                        + (control ? "U+" + Integer.toHexString(letter) : String.valueOf(letter)));
            }
            if (letter == '\'' || letter == '"') {
                quote = quote == 0 ? letter : quote == letter ? 0 : quote;
            }
        }
        return Optional.empty();
    }
}
