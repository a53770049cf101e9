package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Language;
import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the one setting that a tool has, however many pieces it was typed in: they hold together. Such a tool often has a way for each
 * network, and only the words of the setting tell which way it is.
 */
final class SettingReading {
    private SettingReading() {}

    /** @param named the way to try first */
    static Filter read(Language language, LineWay named, List<String> pieces, Set<Network> sees)
            throws UnreadableTextException {
        List<LineWay> ways = new ArrayList<>(List.of(named));
        language.ways().stream()
                .filter(way -> way.kind() == LineWay.Kind.SINGLE && way != named)
                .forEach(ways::add);
        int farthest = 0;
        String reason = "";
        for (LineWay way : ways) {
            try {
                return read(way, pieces, sees);
            } catch (UnreadableTextException problem) {
                if (problem.column() > farthest) {
                    farthest = problem.column();
                    reason = String.valueOf(problem.getMessage());
                }
            }
        }
        throw placed(pieces, farthest, reason);
    }

    /** Settings without a field choose the way and say no more; blanks stand for them, so that places stay what they are. */
    private static Filter read(LineWay way, List<String> pieces, Set<Network> sees) throws UnreadableTextException {
        List<String> settings =
                way.permit().stream().filter(text -> text.indexOf('{') < 0).toList();
        String text = pieces.stream()
                .map(piece -> isOneOf(settings, piece) ? " ".repeat(piece.length()) : piece)
                .collect(Collectors.joining(" "));
        for (String setting : settings) {
            if (pieces.stream().noneMatch(piece -> isOneOf(List.of(setting), piece))
                    && !FieldLines.tellsItsNetworks(way, text, sees)) {
                throw new UnreadableTextException(
                        0,
                        text.length() + 1,
                        "packets of which network this selects is not told; '" + setting + "' would");
            }
        }
        return FieldLines.read(way, List.of(text), sees);
    }

    private static boolean isOneOf(List<String> settings, String piece) {
        String typed = String.join(" ", piece.strip().split(" +"));
        return settings.stream().anyMatch(typed::equalsIgnoreCase);
    }

    private static UnreadableTextException placed(List<String> pieces, int column, String reason) {
        int before = 0;
        for (int i = 0; i < pieces.size() - 1; i++) {
            int next = before + pieces.get(i).length() + 1;
            if (column <= next) {
                return new UnreadableTextException(i, column - before, reason);
            }
            before = next;
        }
        return new UnreadableTextException(Math.max(0, pieces.size() - 1), column - before, reason);
    }
}
