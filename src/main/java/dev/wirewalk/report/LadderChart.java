package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The ladder as SVG: a column for each point, a row for each packet, arrows that fall from point to point, a stub with a cross
 * for a loss and one with a question mark for what cannot be told. Colours are the page's where it has some, and change with
 * light, dark and print; no colour is the only sign of anything.
 */
public final class LadderChart {
    private static final String STYLE = """
            .ww-ladder{font-family:system-ui,sans-serif;--l-ink:var(--ww-ink,light-dark(#17212b,#e7edf3));\
            --l-soft:var(--ww-soft,light-dark(#56626f,#9aa8b5));--l-line:var(--ww-edge,light-dark(#c3ccd4,#3c4a57));\
            --l-way:var(--ww-accent,light-dark(#1f5fd6,#7fb0ff));--l-no:var(--ww-no,light-dark(#b52a18,#ff8d7a));\
            --l-unknown:var(--ww-unknown,light-dark(#7a5600,#f0c25a));--l-card:var(--ww-card,light-dark(#fff,#1a222b))}
            .ww-ladder text{fill:var(--l-ink)}
            .ww-ladder .l-soft{fill:var(--l-soft)}
            .ww-ladder .l-label{paint-order:stroke;stroke:var(--l-card);stroke-width:4px;stroke-linejoin:round}
            .ww-ladder .l-rail,.ww-ladder .l-box{stroke:var(--l-line)}
            .ww-ladder .l-way{stroke:var(--l-way)}
            .ww-ladder .l-head,.ww-ladder .l-dot{fill:var(--l-way)}
            .ww-ladder .l-no{stroke:var(--l-no)}
            .ww-ladder .l-unknown{stroke:var(--l-unknown)}
            .ww-ladder text.l-no{fill:var(--l-no);stroke:var(--l-card)}
            .ww-ladder text.l-unknown{fill:var(--l-unknown);stroke:var(--l-card)}
            .ww-ladder .l-ground{fill:var(--l-card)}
            """;

    private final Ladder ladder;
    private final LadderWords words;
    private final LadderPlan plan;

    private LadderChart(Ladder ladder, UnaryOperator<String> fileNames) {
        this.ladder = ladder;
        this.words = new LadderWords(ladder, fileNames);
        this.plan = new LadderPlan(ladder);
    }

    /** An {@code <svg>} element to stand in a page, as wide as it needs to be read: give it a box that scrolls sideways. */
    public static String svg(Ladder ladder) {
        return svg(ladder, UnaryOperator.identity());
    }

    /** The same. @param fileNames how a file that the walk names is called for people */
    public static String svg(Ladder ladder, UnaryOperator<String> fileNames) {
        return new LadderChart(ladder, fileNames).draw(false).toString();
    }

    static Markup markup(Ladder ladder) {
        return new LadderChart(ladder, UnaryOperator.identity()).draw(false);
    }

    /** The text of an SVG file of its own. @param fileNames how a file that the walk names is called for people */
    public static String file(Ladder ladder, UnaryOperator<String> fileNames) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new LadderChart(ladder, fileNames).draw(true) + "\n";
    }

    Markup draw(boolean alone) {
        Markup out = new Markup();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "ww-ladder",
                "role",
                "img",
                "width",
                plan.width(),
                "height",
                plan.height(),
                "viewBox",
                "0 0 " + plan.width() + " " + plan.height());
        out.leaf("title", "Ladder: the flow's packets from point to point");
        out.leaf("desc", description());
        out.leaf("style", STYLE + (alone ? ".ww-ladder{color-scheme:light dark}" : ""));
        if (alone) {
            out.empty("rect", "class", "l-ground", "width", "100%", "height", "100%", "fill", "#fff");
        }
        out.line();
        new LadderFrame(ladder, plan, out).draw();
        List<Ladder.Row> rows = ladder.rows();
        for (int i = 0; i < rows.size(); i++) {
            new LadderRow(ladder, plan, words, out).draw(rows.get(i), i);
        }
        return out.close();
    }

    private String description() {
        long lost = count(Ladder.Ending.LOST);
        long unknown = count(Ladder.Ending.UNKNOWN);
        long shown =
                ladder.rows().stream().filter(Ladder.Packet.class::isInstance).count();
        return "Columns from left to right: "
                + ladder.columns().stream().map(Ladder.Column::point).collect(Collectors.joining(", ")) + ". "
                + shown + " rows; " + lost + " of these packets are lost, of " + unknown
                + " it cannot be told whether they arrived.";
    }

    private long count(Ladder.Ending ending) {
        return ladder.rows().stream()
                .filter(row -> row instanceof Ladder.Packet packet && packet.ending() == ending)
                .count();
    }
}
