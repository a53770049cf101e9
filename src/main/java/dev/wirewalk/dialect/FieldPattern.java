package dev.wirewalk.dialect;

import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises one field of a line in a text. */
final class FieldPattern {
    private static final String ADDRESS = "[0-9A-Fa-f.:]*[.:][0-9A-Fa-f.:]*";
    private static final Map<String, String> VALUES = Map.of(
            "address", ADDRESS,
            "first", "[0-9A-Fa-f.:]+",
            "last", "[0-9A-Fa-f.:]+",
            "netmask", ADDRESS,
            "wildcard", ADDRESS,
            "length", "[0-9]{1,3}",
            "number", "[A-Za-z0-9][A-Za-z0-9-]*",
            "protocol", "[A-Za-z0-9-]+");

    /** How a text says its values. */
    enum Saying {
        VALUE,
        NOT,
        TWO,
        UNSAID
    }

    /**
     * @param values the texts of the values, as they stand there
     * @param protocol the word of the protocol, when the field names it
     * @param end where the field ends in the text
     */
    record Found(LineField field, Saying saying, List<String> values, Optional<String> protocol, int end) {}

    private record Form(Saying saying, Pattern pattern) {}

    private final LineField field;
    private final int abbreviate;
    private final List<Form> forms = new ArrayList<>();
    private final String value;

    FieldPattern(LineField field, int abbreviate) {
        this.field = field;
        this.abbreviate = abbreviate;
        this.value = valuePattern();
        field.unsaid().ifPresent(text -> add(Saying.UNSAID, text));
        add(Saying.VALUE, field.text());
        field.not().ifPresent(text -> add(Saying.NOT, text));
        field.list().flatMap(LineField.Several::text).ifPresent(text -> add(Saying.VALUE, text));
        field.list().flatMap(LineField.Several::not).ifPresent(text -> add(Saying.NOT, text));
        field.two().ifPresent(text -> add(Saying.TWO, text));
        field.reads().forEach(text -> add(Saying.VALUE, text));
    }

    private void add(Saying saying, String text) {
        forms.add(new Form(saying, Pattern.compile(pattern(text), Pattern.CASE_INSENSITIVE)));
    }

    private String valuePattern() {
        List<String> shapes = new ArrayList<>();
        for (String shape : List.of("range", "prefix", "host", "one")) {
            Optional.ofNullable(field.shapes().get(shape)).ifPresent(text -> shapes.add(pattern(text)));
        }
        boolean address = List.of("source", "destination", "address").contains(field.kind());
        if (takesPlainAddress(field)) {
            shapes.add(ADDRESS);
        }
        if (!address && !field.shapes().containsKey("one")) {
            // A word with which another one begins comes behind it, or the longer one would never be found.
            field.words().keySet().stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .forEach(word -> shapes.add(Pattern.quote(word)));
            shapes.add(field.kind().startsWith("icmp") ? "[0-9]{1,3}" : VALUES.getOrDefault("number", ""));
        }
        return String.join("|", shapes);
    }

    /** Where a host is written with the length of its address behind a slash, people leave that out. */
    static boolean takesPlainAddress(LineField field) {
        return field.shapes().getOrDefault("host", "").startsWith("{address}/");
    }

    /** Literal words in any case, shortened where that is told; blanks as many as there are; values by their placeholder. */
    private String pattern(String text) {
        Matcher parts =
                Pattern.compile("\\{([a-z]+)}|([A-Za-z][A-Za-z-]*)| +|.").matcher(text);
        StringBuilder pattern = new StringBuilder();
        while (parts.find()) {
            String part = parts.group();
            if (parts.group(1) != null) {
                pattern.append(placeholder(parts.group(1)));
            } else if (parts.group(2) != null) {
                pattern.append(word(part));
            } else {
                // A command line takes the quotes away before the tool gets its words.
                pattern.append(part.isBlank() ? "\\s+" : part.equals("\"") ? "\"?" : Pattern.quote(part));
            }
        }
        return pattern.toString();
    }

    private String word(String word) {
        if (abbreviate == 0 || word.length() <= abbreviate) {
            return Pattern.quote(word);
        }
        String rest = "";
        for (int i = word.length() - 1; i >= abbreviate; i--) {
            rest = "(?:" + Pattern.quote(word.substring(i, i + 1)) + rest + ")?";
        }
        return Pattern.quote(word.substring(0, abbreviate)) + rest;
    }

    private String placeholder(String name) {
        String between = field.list().map(list -> list.between().strip()).orElse(",");
        return switch (name) {
            case "value" -> "(?<value>" + value + ")";
            case "items" -> "(?<value>(?:" + value + ")(?:\\s*" + Pattern.quote(between) + "\\s*(?:" + value + "))*)";
            case "one" -> "(?<value>" + value + ")";
            case "other" -> "(?<other>" + value + ")";
            case "protocol" -> "(?<protocol>" + VALUES.getOrDefault("protocol", "") + ")";
            case "flags", "mask" -> "(?<value>" + flags() + ")";
            case "bits" -> "(?<other>" + flags() + "|" + Pattern.quote(field.none()) + ")";
            default -> VALUES.getOrDefault(name, "\\S+");
        };
    }

    private String flags() {
        List<String> words = new ArrayList<>();
        field.words().keySet().forEach(word -> {
            field.unset().ifPresent(unset -> words.add(Pattern.quote(unset.replace("{flag}", word))));
            words.add(Pattern.quote(field.set().replace("{flag}", word)));
            words.add(Pattern.quote(word));
        });
        String one = "(?:" + String.join("|", words) + ")";
        return one + "(?:\\s*" + Pattern.quote(field.between().strip()) + "\\s*" + one + ")*";
    }

    /** The longest text of the field that begins there. */
    Optional<Found> at(String text, int start) {
        Optional<Found> longest = Optional.empty();
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(text).region(start, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt() && ends(text, matcher.end())) {
                Found found = new Found(
                        field, form.saying(), values(form, matcher), group(form, matcher, "protocol"), matcher.end());
                if (longest.isEmpty() || longest.get().end() < found.end()) {
                    longest = Optional.of(found);
                }
            }
        }
        return longest;
    }

    /** Whether a word ends there and does not go on. */
    private static boolean ends(String text, int end) {
        return end == text.length() || !inWord(text.charAt(end)) || !inWord(text.charAt(end - 1));
    }

    private static boolean inWord(char letter) {
        return Character.isLetterOrDigit(letter) || ".:/-_".indexOf(letter) >= 0;
    }

    private static List<String> values(Form form, Matcher matcher) {
        List<String> values = new ArrayList<>();
        group(form, matcher, "value").ifPresent(values::add);
        group(form, matcher, "other").ifPresent(values::add);
        return values;
    }

    private static Optional<String> group(Form form, Matcher matcher, String name) {
        return form.pattern().namedGroups().containsKey(name)
                ? Optional.ofNullable(matcher.group(name))
                : Optional.empty();
    }

    /** The parts of a text that names several values. */
    List<String> items(String text) {
        if (field.list().isEmpty()) {
            return List.of(text);
        }
        String between = field.list().map(list -> list.between().strip()).orElse(",");
        return between.isEmpty()
                ? List.of(text.split("\\s+"))
                : List.of(text.split("\\s*" + Pattern.quote(between) + "\\s*"));
    }

    /** The values of the placeholders in a value of that shape. */
    Optional<Map<String, String>> shape(String shape, String text) {
        String template = field.shapes().getOrDefault(shape, "");
        List<String> names = new ArrayList<>();
        Matcher places = Pattern.compile("\\{([a-z]+)}").matcher(template);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (places.find()) {
            String name = String.valueOf(places.group(1));
            boolean again = names.contains(name);
            names.add(name);
            pattern.append(pattern(template.substring(from, places.start())))
                    .append(again ? "\\k<" + name + ">" : "(?<" + name + ">" + VALUES.getOrDefault(name, "\\S+") + ")");
            from = places.end();
        }
        pattern.append(pattern(template.substring(from)));
        Matcher matcher =
                Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE).matcher(text);
        if (template.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new java.util.HashMap<>();
        names.forEach(name -> found.put(name, String.valueOf(matcher.group(name))));
        return Optional.of(found);
    }
}
