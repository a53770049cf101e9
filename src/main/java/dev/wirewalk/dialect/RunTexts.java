package dev.wirewalk.dialect;

import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes lines as the pieces of runs. */
final class RunTexts {
    static final String EVERYTHING = "everything";

    private final LineWay way;

    RunTexts(WayWords words) {
        way = words.way();
    }

    List<Run> runs(List<Line> lines) {
        List<Line> all = way.replies() == LineWay.Replies.BOTH_ROLES ? withMirrors(lines) : lines;
        int most = way.lines();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < all.size(); i += most) {
            List<Line> here = all.subList(i, Math.min(all.size(), i + most));
            Run run = run(here);
            boolean unsaid = !way.isRules()
                    && here.stream().anyMatch(line -> line.texts().isEmpty());
            if (unsaid || run.filter().stream().anyMatch(String::isBlank)) {
                return List.of(new Run(EVERYTHING, List.of()));
            }
            runs.add(run);
        }
        return runs;
    }

    private static List<Line> withMirrors(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.texts().equals(line.exchanged().texts())
                        ? Stream.of(line)
                        : Stream.of(line, line.exchanged()))
                .toList();
    }

    private Run run(List<Line> lines) {
        List<String> pieces = new ArrayList<>();
        int number = way.first();
        for (Line line : lines) {
            List<String> fields = line.texts();
            for (String text : line.permit() ? way.permit() : way.deny()) {
                String numbered = text.replace("{number}", Integer.toString(number));
                if (text.contains("{field}")) {
                    fields.forEach(field -> pieces.add(numbered.replace("{field}", field)));
                } else {
                    pieces.add(numbered.replace("{fields}", String.join(way.separator(), fields))
                            .strip());
                }
            }
            number += way.step();
        }
        return new Run(
                way.form(),
                way.whole()
                        .map(whole -> List.of(whole.start() + String.join(whole.between(), pieces) + whole.end()))
                        .orElse(pieces));
    }
}
