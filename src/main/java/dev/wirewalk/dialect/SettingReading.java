package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Language;
import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        String text = String.join(" ", pieces);
        int farthest = 0;
        String reason = "";
        for (LineWay way : ways) {
            try {
                return FieldLines.read(way, List.of(text), sees);
            } catch (UnreadableTextException problem) {
                if (problem.column() > farthest) {
                    farthest = problem.column();
                    reason = String.valueOf(problem.getMessage());
                }
            }
        }
        throw placed(pieces, farthest, reason);
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
