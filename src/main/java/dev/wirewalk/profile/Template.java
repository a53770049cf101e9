package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a command with places for values: <code>{name}</code> is a value, {@code [ … ]} is left out when a value in
 * it is not set, and {@code [ … ]*} is repeated for each value of the placeholder of several values in it. Braces with a blank
 * inside of them, <code>{ … }</code>, are text that stands in the quotes of a shell.
 */
public record Template(String text, List<Part> parts) {
    /** A piece of a template. */
    public sealed interface Part {
        record Literal(String text) implements Part {}

        record Placeholder(String name) implements Part {}

        record Section(List<Part> parts, boolean repeated) implements Part {
            public Section {
                parts = List.copyOf(parts);
            }
        }
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with one sentence when the text is not a template */
    public static Template parse(String text) {
        return new Template(text, new Parser(text).parts(false));
    }

    /** The names of all placeholders, sections included. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect(parts, names);
        return names;
    }

    /** The names of the placeholders that stand outside of every section. */
    public Set<String> needed() {
        Set<String> names = new TreeSet<>();
        collect(parts.stream().filter(part -> !(part instanceof Part.Section)).toList(), names);
        return names;
    }

    /** The names of the placeholders in repeated sections. */
    public Set<String> repeated() {
        Set<String> names = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Section(var inner, var repeated) && repeated) {
                collect(inner, names);
            }
        }
        return names;
    }

    /** The words as the template writes them, sections as if written once: {@code -c}, <code>{count}</code>. */
    public List<String> words() {
        StringBuilder line = new StringBuilder();
        write(parts, line);
        return List.of(line.toString().strip().split(" +"));
    }

    private static void write(List<Part> parts, StringBuilder line) {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(var literal) -> line.append(literal);
                case Part.Placeholder(var name) -> line.append('{').append(name).append('}');
                case Part.Section(var inner, var _) -> write(inner, line);
            }
        }
    }

    private static void collect(List<Part> parts, Set<String> names) {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal _ -> {}
                case Part.Placeholder(var name) -> names.add(name);
                case Part.Section(var inner, var _) -> collect(inner, names);
            }
        }
    }

    /** Reads the text once, from left to right. Sections do not nest. */
    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        List<Part> parts(boolean inSection) {
            List<Part> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (position < text.length()) {
                char next = text.charAt(position++);
                if (isBraceOfText(next)) {
                    literal.append(next);
                } else if (next == '{') {
                    flush(literal, parts);
                    parts.add(placeholder());
                } else if (next == '[' && !inSection) {
                    flush(literal, parts);
                    parts.add(section());
                } else if (next == ']' && inSection) {
                    flush(literal, parts);
                    return parts;
                } else if (next == '[' || next == ']' || next == '}') {
                    throw new IllegalArgumentException("the " + next + " at column " + position + " stands alone");
                } else {
                    literal.append(next);
                }
            }
            if (inSection) {
                throw new IllegalArgumentException("a [ is not closed by ]");
            }
            flush(literal, parts);
            return parts;
        }

        private boolean isBraceOfText(char next) {
            return next == '{' && text.startsWith(" ", position)
                    || next == '}' && position > 1 && text.charAt(position - 2) == ' ';
        }

        private Part placeholder() {
            if (text.startsWith("{", position)) {
                throw new IllegalArgumentException(
                        "the {{ }} at column " + position + " is not the name of a fragment of this profile");
            }
            int end = text.indexOf('}', position);
            if (end < 0 || !text.substring(position, end).matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("the placeholder at column " + position
                        + " is not a name of small letters, digits and - in { }");
            }
            String name = text.substring(position, end);
            position = end + 1;
            return new Part.Placeholder(name);
        }

        private Part section() {
            List<Part> inner = parts(true);
            if (inner.stream().noneMatch(part -> part instanceof Part.Placeholder)) {
                throw new IllegalArgumentException("a section in [ ] has no placeholder that could leave it out");
            }
            boolean repeated = position < text.length() && text.charAt(position) == '*';
            if (repeated) {
                position++;
            }
            return new Part.Section(inner, repeated);
        }

        private static void flush(StringBuilder literal, List<Part> parts) {
            if (!literal.isEmpty()) {
                parts.add(new Part.Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
