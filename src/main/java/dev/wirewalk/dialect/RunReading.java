package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the pieces of a run: which line each belongs to, whether it permits, and its fields. */
final class RunReading {
    private final LineWay way;
    private final LineReading fields;
    private final Set<Network> networks;
    private final boolean partial;

    RunReading(LineWay way, Set<Network> networks, boolean partial) {
        this.way = way;
        this.networks = networks;
        this.partial = partial;
        this.fields = new LineReading(new WayWords(way, networks));
    }

    /** The pieces of one line, as one text, and where it began. */
    private record Gathered(boolean permit, int piece, int offset, String text, OptionalLong place) {
        /** A line permits when one of its pieces does, whatever the others are for. */
        Gathered and(Gathered more) {
            return new Gathered(permit || more.permit, piece, offset, (text + " " + more.text).strip(), place);
        }
    }

    Filter read(List<String> pieces) throws UnreadableTextException {
        List<Line> lines = new ArrayList<>();
        for (Gathered gathered : gathered(pieces)) {
            try {
                lines.add(fields.read(gathered.text(), gathered.permit()));
            } catch (LineReading.Unread problem) {
                throw new UnreadableTextException(
                        gathered.piece(), gathered.offset() + problem.at() + 1, String.valueOf(problem.getMessage()));
            }
        }
        return new LineMeaning(networks, partial)
                .of(lines)
                .orElseThrow(() -> new UnreadableTextException(0, 1, "these lines select nothing"));
    }

    private List<Gathered> gathered(List<String> pieces) throws UnreadableTextException {
        Map<String, Gathered> byLine = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            if (way.whole().isPresent()) {
                whole(piece, i, way.whole().get(), byLine);
            } else {
                gather(piece, i, 0, byLine);
            }
        }
        List<Gathered> lines = new ArrayList<>(byLine.values());
        if (lines.stream().allMatch(line -> line.place().isPresent())) {
            lines.sort(Comparator.comparingLong(line -> line.place().orElse(0)));
        }
        return lines;
    }

    /** All lines in one text; each ends where its own text ends. */
    private void whole(String piece, int index, LineWay.Whole whole, Map<String, Gathered> byLine)
            throws UnreadableTextException {
        String text = piece.stripTrailing();
        int begin = text.length() - text.stripLeading().length();
        int end = text.length();
        if (text.startsWith(whole.start().strip(), begin)
                && text.endsWith(whole.end().strip())) {
            begin += whole.start().strip().length();
            end -= whole.end().strip().length();
        }
        String line = pattern(way.permit().getFirst(), true);
        Matcher lines =
                Pattern.compile(line, Pattern.CASE_INSENSITIVE).matcher(text).region(begin, Math.max(begin, end));
        int from = begin;
        while (lines.find()) {
            requireNothing(text, from, lines.start(), from > begin ? whole.between() : "", index);
            gather(lines.group(), index, lines.start(), byLine);
            from = lines.end();
        }
        requireNothing(text, from, Math.max(from, end), "", index);
        if (from == begin) {
            throw new UnreadableTextException(index, 1, "this is not how the tool's filter is written");
        }
    }

    /** Text between the lines is not passed over: it could change what is selected. */
    private static void requireNothing(String text, int from, int end, String between, int index)
            throws UnreadableTextException {
        String found = text.substring(from, end);
        if (!found.strip().equals(between.strip())) {
            int blanks = found.length() - found.stripLeading().length();
            throw new UnreadableTextException(index, from + blanks + 1, "this is not how the tool's filter is written");
        }
    }

    private void gather(String piece, int index, int offset, Map<String, Gathered> byLine)
            throws UnreadableTextException {
        int begin = offset + piece.length() - piece.stripLeading().length();
        for (boolean permit : List.of(true, false)) {
            for (String text : permit ? way.permit() : way.deny()) {
                Matcher matcher = Pattern.compile(pattern(text, false), Pattern.CASE_INSENSITIVE)
                        .matcher(piece.strip());
                if (matcher.matches()) {
                    add(text, matcher, permit, index, begin, byLine);
                    return;
                }
            }
        }
        if (way.isRules() && !way.permit().getFirst().equals("{fields}")) {
            throw new UnreadableTextException(index, 1, "this is not how a rule of the tool is written");
        }
        // What stands before the fields may have been part of the command.
        byLine.put("piece " + byLine.size(), new Gathered(true, index, begin, piece.strip(), OptionalLong.empty()));
    }

    private void add(
            String text, Matcher matcher, boolean permit, int index, int offset, Map<String, Gathered> byLine) {
        boolean numbered = text.contains("{number}");
        boolean several = (permit ? way.permit() : way.deny()).size() > 1 || text.contains("{field}");
        String key = numbered && several ? String.valueOf(matcher.group("number")) : "piece " + byLine.size();
        boolean says = text.contains("{field}") || text.contains("{fields}");
        String said = says ? String.valueOf(matcher.group("fields")) : "";
        boolean selects = permit && !way.deny().contains(text);
        Gathered here =
                new Gathered(selects, index, offset + (says ? matcher.start("fields") : 0), said, place(text, matcher));
        byLine.merge(key, here, Gathered::and);
    }

    /** Where a rule stands among the others, when a number of its own says so and not the order in which rules are typed. */
    private OptionalLong place(String text, Matcher matcher) {
        boolean ordered = way.isRules() && (" " + text).contains(" {number} ");
        String number = ordered ? String.valueOf(matcher.group("number")) : "";
        return number.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    private static String pattern(String text, boolean reluctant) {
        Matcher parts = Pattern.compile("\\{(number|fields|field)}| +").matcher(text);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (parts.find()) {
            String before = text.substring(from, parts.start());
            // The name that a person gives to a line need not begin as the names do that are made up here.
            String kept = parts.group().equals("{number}") && from > 0 ? before.replaceFirst("[A-Za-z]+$", "") : before;
            pattern.append(Pattern.quote(kept));
            from = parts.end();
            pattern.append(
                    parts.group().isBlank()
                            // A rule for everything says no field, and begins with what stands behind them.
                            ? text.startsWith("{fields}") && parts.start() == "{fields}".length()
                                    ? "(?:\\s+|^)"
                                    : "\\s+"
                            : parts.group().equals("{number}")
                                    ? "(?<number>[A-Za-z0-9_-]+)"
                                    : reluctant ? "(?<fields>.*?)" : "(?<fields>.*)");
        }
        return pattern.append(Pattern.quote(text.substring(from))).toString();
    }
}
