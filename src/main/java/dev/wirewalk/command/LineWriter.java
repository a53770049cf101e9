package dev.wirewalk.command;

import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Quoting;
import dev.wirewalk.profile.StepTemplate;
import dev.wirewalk.profile.Template;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the templates of one run: every value is quoted here for where it lands, and nowhere else. */
final class LineWriter {
    /** Signs of lists and flags come from the profile's own words; in quotes, which close again, also what joins flags. */
    private static final Pattern DEVICE_SAFE =
            Pattern.compile("(?:[A-Za-z0-9 ._:/,+=()!-]|\"[A-Za-z0-9 ._:/,+=()!&|-]*\")*");

    /** What a filter of the pcap-filter family is written with; nothing that ends a quote, a line or asks a device for help. */
    private static final Pattern FILTER_SIGNS = Pattern.compile("[A-Za-z0-9 ._:/,()\\[\\]&|=<>!*+-]*");

    private static final Pattern UNQUOTED_SIGNS = Pattern.compile("[A-Za-z0-9 ._:/,()\\[\\]=+-]*");
    private static final Pattern REMOTE_SIGNS = Pattern.compile("[A-Za-z0-9 ._:/,()\\[\\]&|=<>*+-]*");
    private static final Pattern SHELL_WORD = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private final Quoting quoting;
    private final Map<String, List<String>> several = new LinkedHashMap<>();
    private final Map<String, String> single = new LinkedHashMap<>();

    LineWriter(ToolProfile profile, OptionValues values, RunContext run) throws InvalidOptionException {
        quoting = profile.quoting();
        several.put("filter", run.filter().stream().map(this::filterPiece).toList());
        several.put(
                "remote-filter", run.filter().stream().map(this::remotePiece).toList());
        several.put("filter-words", run.filter().stream().map(this::eachWord).toList());
        several.put("filter-as-" + run.form(), several.getOrDefault("filter", List.of()));
        single.put("run", Integer.toString(run.number()));
        for (int i = 0; i < run.filter().size(); i++) {
            single.put("filter-" + (i + 1), filterPiece(run.filter().get(i)));
        }
        for (ToolOption option : profile.options()) {
            Optional<String> value = values.of(option, run.number(), run.runs());
            if (option.type() instanceof OptionType.Modules) {
                several.put(option.name(), value.map(OptionType.Modules::items).orElse(List.of()));
            } else if (value.isPresent()) {
                single.put(option.name(), optionValue(option.type(), value.get()));
            }
        }
    }

    /** The lines that a template of a step gives: none, one, or one for each value of its for-each. */
    List<WrittenLine> lines(StepTemplate.Line line) {
        List<Part> parts = line.forEach()
                .map(name -> several.getOrDefault(name, List.of()).stream()
                        .map(value -> new Part(name, value))
                        .toList())
                .orElse(List.of(new Part("", "")));
        List<Part> taken = switch (line.take()) {
            case ALL -> parts;
            case FIRST -> parts.stream().limit(1).toList();
            case REST -> parts.stream().skip(1).toList();
        };
        return taken.stream().map(part -> written(line.template(), part)).toList();
    }

    /** The value that a placeholder of several values stands for at the moment. */
    private record Part(String name, String value) {}

    private WrittenLine written(Template template, Part current) {
        List<WrittenLine.Piece> pieces = new ArrayList<>();
        fill(template.parts(), current, 0, pieces);
        return new WrittenLine(pieces);
    }

    /** @param section the number of the section's turn, 0 outside of sections */
    private void fill(List<Template.Part> parts, Part current, int section, List<WrittenLine.Piece> line) {
        for (Template.Part part : parts) {
            switch (part) {
                case Template.Part.Literal(var text) ->
                    line.add(new WrittenLine.Piece(text, Optional.empty(), section));
                case Template.Part.Placeholder(var name) -> {
                    String value = value(name, current)
                            .orElseThrow(() ->
                                    new IllegalStateException("no value for {" + name + "}, which the loader checks"));
                    line.add(new WrittenLine.Piece(value, Optional.of(name), section));
                }
                case Template.Part.Section(var inner, var repeated) -> section(inner, repeated, current, line);
            }
        }
    }

    private void section(List<Template.Part> parts, boolean repeated, Part current, List<WrittenLine.Piece> line) {
        List<Part> turns = new ArrayList<>(List.of(current));
        if (repeated) {
            turns.clear();
            for (String name : new Template("", parts).names()) {
                several.getOrDefault(name, List.of()).forEach(value -> turns.add(new Part(name, value)));
            }
        }
        for (Part turn : turns) {
            if (new Template("", parts)
                    .names().stream().allMatch(name -> value(name, turn).isPresent())) {
                // A number that no earlier turn has: the count of pieces only grows.
                fill(parts, turn, line.size() + 1, line);
            }
        }
    }

    private Optional<String> value(String name, Part current) {
        return name.equals(current.name()) ? Optional.of(current.value()) : Optional.ofNullable(single.get(name));
    }

    private String optionValue(OptionType type, String value) {
        String written = type.written(value);
        // What a flag writes is the profile's own text and may be several words.
        return type instanceof OptionType.Flag ? written : quoted(written);
    }

    /** Dialects write validated values only; this is the second lock on the same door. */
    private String filterPiece(String piece) {
        return switch (quoting) {
            case SHELL -> singleQuoted(piece);
            case SHELL_WORDS -> Stream.of(piece.split(" ")).map(this::quoted).collect(Collectors.joining(" "));
            case DEVICE -> only(DEVICE_SAFE, piece);
            case SINGLE_QUOTES -> "'" + only(FILTER_SIGNS, piece) + "'";
            case DOUBLE_QUOTES -> '"' + only(FILTER_SIGNS, piece) + '"';
            case UNQUOTED -> only(UNQUOTED_SIGNS, piece);
        };
    }

    /** One word for this shell that holds one word for the shell of the other host. */
    private String remotePiece(String piece) {
        if (quoting != Quoting.SHELL) {
            return filterPiece(piece);
        }
        return REMOTE_SIGNS.matcher(piece).matches() ? "\"'" + piece + "'\"" : singleQuoted(singleQuoted(piece));
    }

    private static String only(Pattern safe, String piece) {
        if (!safe.matcher(piece).matches()) {
            throw new IllegalStateException("a filter text that is not safe on a device: " + OptionValues.shown(piece));
        }
        return piece;
    }

    private static String singleQuoted(String text) {
        return "'" + refuseControls(text).replace("'", "'\\''") + "'";
    }

    /** A piece of several words, of which each is one for the shell too. */
    private String eachWord(String piece) {
        return Arrays.stream(piece.split(" "))
                .map(word -> quoting == Quoting.SHELL ? quoted(word) : filterPiece(word))
                .collect(Collectors.joining(" "));
    }

    private String quoted(String value) {
        return quoting != Quoting.SHELL || SHELL_WORD.matcher(value).matches() ? value : singleQuoted(value);
    }

    private static String refuseControls(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("a filter text with control characters: " + OptionValues.shown(text));
        }
        return text;
    }
}
