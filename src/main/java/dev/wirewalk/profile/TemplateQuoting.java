package dev.wirewalk.profile;

import java.util.Optional;

/**
 * Checks that what a template itself says leaves every placeholder at a place where a quoted value is one word: outside of
 * quotes, not behind a backslash, not in a comment or substitution. Braces stand in the quotes of a shell only, where they group
 * no commands; on a device the one use of quotes is an empty value, {@code name=""}, which nothing can be filled into.
 */
final class TemplateQuoting {
    private char quote;

    private TemplateQuoting() {}

    /** One sentence when the template is unsafe. */
    static Optional<String> problem(Template template, Quoting quoting) {
        TemplateQuoting state = new TemplateQuoting();
        for (int i = 0; i < template.parts().size(); i++) {
            boolean last = i == template.parts().size() - 1;
            Optional<String> problem = state.check(template.parts().get(i), quoting, last);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return state.quote == 0 ? Optional.empty() : Optional.of("the quote " + state.quote + " is not closed");
    }

    private Optional<String> check(Template.Part part, Quoting quoting, boolean last) {
        return switch (part) {
            case Template.Part.Literal(var text) ->
                literal(quoting == Quoting.SHELL ? text : withoutEmptyValues(text, last), quoting);
            case Template.Part.Placeholder(var name) ->
                quote == 0
                        ? Optional.empty()
                        : Optional.of("{" + name + "} stands inside of " + quote
                                + " quotes; values are quoted when they are filled in");
            case Template.Part.Section(var parts, var _) ->
                parts.stream()
                        .flatMap(inner -> check(inner, quoting, false).stream())
                        .findFirst()
                        .or(() -> quote == 0 ? Optional.empty() : Optional.of("a quote begins in a section in [ ]"));
        };
    }

    /** @param last whether the line ends here, and no value follows */
    private static String withoutEmptyValues(String text, boolean last) {
        return (last ? text + " " : text).replace("=\"\" ", "= ");
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
            if ((letter == '{' || letter == '}') && (quoting != Quoting.SHELL || quote == 0)) {
                return Optional.of(
                        "a " + letter + " that is no part of a placeholder stands in quotes of a shell only");
            }
            if (letter == '\'' || letter == '"') {
                quote = quote == 0 ? letter : quote == letter ? 0 : quote;
            }
        }
        return Optional.empty();
    }
}
