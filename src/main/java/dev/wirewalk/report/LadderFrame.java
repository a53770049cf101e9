package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import java.util.List;
import java.util.stream.Stream;

/** What stands still in the drawing: the points' names and rails, boxes round the points of one device, and the key. */
final class LadderFrame {
    /** Pixels of one character of a name, about. */
    private static final int LETTER = 7;

    private static final int KEY_LINE = 15;

    private final Ladder ladder;
    private final LadderPlan plan;
    private final Markup out;

    LadderFrame(Ladder ladder, LadderPlan plan, Markup out) {
        this.ladder = ladder;
        this.plan = plan;
        this.out = out;
    }

    void draw() {
        devices();
        for (int i = 0; i < plan.columns(); i++) {
            column(i, ladder.columns().get(i));
        }
        int y = plan.bottom() + 26;
        for (String line : key()) {
            out.leaf("text", line, "class", "l-soft", "x", 8, "y", y, "font-size", 11);
            y += KEY_LINE;
        }
        out.line();
    }

    /** In short lines: a ladder of two points is narrow, and what stands outside of the drawing is not seen. */
    private List<String> key() {
        String clock = ladder.clockOf().isEmpty() ? "" : "Seconds by the clock of " + ladder.clockOf() + ".";
        return Stream.of(
                        clock,
                        "Solid: surely the same packet; dotted: probably.",
                        "✕ lost; ? cannot be told; … no capture behind.")
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A box round neighbouring points of one device, with its name. */
    private void devices() {
        int from = 0;
        while (from < plan.columns()) {
            String device = ladder.columns().get(from).device();
            int to = from;
            while (to + 1 < plan.columns()
                    && ladder.columns().get(to + 1).device().equals(device)) {
                to++;
            }
            if (to > from) {
                int x = plan.x(from) - 46;
                out.empty(
                        "rect",
                        "class",
                        "l-box",
                        "x",
                        x,
                        "y",
                        10,
                        "width",
                        plan.x(to) + 46 - x,
                        "height",
                        plan.bottom() - 6,
                        "rx",
                        8,
                        "fill",
                        "none",
                        "stroke",
                        "#c3ccd4");
            }
            name(device, (plan.x(from) + plan.x(to)) / 2, 28, plan.spacing() * (to - from + 1), "600");
            from = to + 1;
        }
    }

    private void column(int index, Ladder.Column column) {
        int x = plan.x(index);
        if (!column.point().equals(column.device())) {
            name(column.point(), x, 46, plan.spacing(), "400");
        }
        out.empty(
                "line",
                "class",
                "l-rail",
                "x1",
                x,
                "y1",
                LadderPlan.TOP,
                "x2",
                x,
                "y2",
                plan.bottom(),
                "stroke",
                "#c3ccd4",
                "stroke-width",
                2,
                "stroke-dasharray",
                column.captured() ? "none" : "2 6");
        String below = !column.captured()
                ? "no capture"
                : column.halfIntervalMicros().isEmpty() && ladder.beginNanos().isPresent() ? "clock not known" : "";
        if (!below.isEmpty()) {
            out.leaf(
                    "text",
                    below,
                    "class",
                    "l-soft l-label",
                    "x",
                    x,
                    "y",
                    LadderPlan.TOP - 9,
                    "text-anchor",
                    "middle",
                    "font-size",
                    10);
        }
        out.line();
    }

    private void name(String name, int x, int y, int room, String weight) {
        out.open("text", "x", x, "y", y, "text-anchor", "middle", "font-size", 12, "font-weight", weight)
                .text(shortened(name, (room - 8) / LETTER))
                .leaf("title", name)
                .close();
    }

    /** The middle of a long name is left out: points are told apart by both ends. */
    static String shortened(String text, int letters) {
        int[] points = text.codePoints().toArray();
        if (points.length <= letters || letters < 5) {
            return text;
        }
        int head = letters / 2;
        int tail = letters - head - 1;
        return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
    }
}
