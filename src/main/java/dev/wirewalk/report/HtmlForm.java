package dev.wirewalk.report;

import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a report as one HTML file: its style and its drawing are in it, no script, nothing from elsewhere. */
final class HtmlForm {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ww-ground:light-dark(#f4f6f8,#11161c);--ww-card:light-dark(#fff,#1a222b);\
            --ww-ink:light-dark(#17212b,#e7edf3);--ww-soft:light-dark(#56626f,#9aa8b5);--ww-line:light-dark(#dfe5ea,#2b3640);\
            --ww-edge:light-dark(#c3ccd4,#3c4a57);--ww-accent:light-dark(#1f5fd6,#7fb0ff);--ww-yes:light-dark(#0c6e4e,#5fd3a5);\
            --ww-no:light-dark(#b52a18,#ff8d7a);--ww-unknown:light-dark(#7a5600,#f0c25a)}
            body{margin:0;background:var(--ww-ground);color:var(--ww-ink);font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
            main{max-width:1100px;margin:auto;padding:24px 20px}
            h1{font-size:24px;margin:0 0 4px}
            h2{font-size:17px;margin:32px 0 10px}
            h3{font-size:15px;margin:18px 0 6px}
            p{margin:6px 0}
            code,pre{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
            pre{background:var(--ww-card);border:1px solid var(--ww-line);border-radius:8px;padding:10px 12px;\
            white-space:pre-wrap;overflow-wrap:anywhere;margin:6px 0}
            .statement,.answer{background:var(--ww-card);border:1px solid var(--ww-line);border-left:5px solid var(--ww-edge);\
            border-radius:8px;padding:12px 16px;margin:10px 0;break-inside:avoid}
            .statement strong{font-size:18px}
            .answer{padding:7px 14px;margin:5px 0}
            .yes{border-left-color:var(--ww-yes)}
            .no{border-left-color:var(--ww-no)}
            .unknown{border-left-color:var(--ww-unknown)}
            .yes .mark{color:var(--ww-yes)}
            .no .mark{color:var(--ww-no)}
            .unknown .mark{color:var(--ww-unknown)}
            .mark{font-weight:700;margin-right:8px;white-space:nowrap}
            .soft{color:var(--ww-soft);font-size:13px;overflow-wrap:anywhere}
            .wide{overflow-x:auto;background:var(--ww-card);border:1px solid var(--ww-line);border-radius:8px;padding:4px 8px}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:5px 8px;border-bottom:1px solid var(--ww-line);vertical-align:top}
            th{font-size:13px;color:var(--ww-soft);font-weight:600}
            tr:last-child td{border-bottom:0}
            td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .course text{fill:var(--ww-soft)}
            .course .axis{stroke:var(--ww-line)}
            .course .delay{fill:none;stroke:var(--ww-accent);stroke-width:1.3}
            .course .delay.back{stroke:var(--ww-unknown);stroke-dasharray:4 3}
            .course .band{fill:var(--ww-accent);opacity:.15}
            .course .band.back{fill:var(--ww-unknown)}
            .course .dot{fill:var(--ww-accent)}
            .course .dot.back{fill:var(--ww-card);stroke:var(--ww-unknown)}
            .course .lost{fill:var(--ww-no)}
            .course .lost.back{fill:var(--ww-card);stroke:var(--ww-no)}
            .course .open{fill:var(--ww-unknown)}
            .course .open.back{fill:var(--ww-card);stroke:var(--ww-unknown)}
            details{margin:8px 0}
            summary{cursor:pointer;color:var(--ww-accent)}
            @media print{:root{color-scheme:light}body{background:#fff;font-size:12px}main{max-width:none;padding:0}\
            .wide{overflow:visible;border:0;padding:0}.ww-ladder{max-width:100%;height:auto}h2,h3{break-after:avoid}\
            tr{break-inside:avoid}}
            @page{margin:15mm}
            """;

    private final Markup out = new Markup();
    private final UnaryOperator<String> texts;

    HtmlForm(ReportSettings settings) {
        this.texts = settings.texts();
    }

    String write(String title, List<Block> blocks) {
        out.open("html", "lang", "en").line().open("head").empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        // Nothing in the file needs more; a reader's browser then refuses whatever a text could try.
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        out.leaf("title", texts.apply(title)).leaf("style", STYLE).close().line();
        out.open("body").open("main").line();
        blocks.forEach(this::block);
        return "<!DOCTYPE html>\n" + out.close().close().close().line();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> leaf("h" + heading.level(), heading.text());
            case Block.Sentence sentence -> leaf("p", sentence.text());
            case Block.Bullets bullets -> {
                out.open("ul");
                bullets.lines().forEach(line -> leaf("li", line));
                out.close();
            }
            case Block.Statement statement -> statement(statement);
            case Block.Answer answer -> answer(answer);
            case Block.Table table -> table(table);
            case Block.Typed typed -> leaf("pre", typed.text());
            case Block.Drawing drawing -> drawing(drawing);
            case Block.Courses courses -> courses(courses);
        }
        out.line();
    }

    private void leaf(String name, String text, Object... attributes) {
        out.leaf(name, texts.apply(text), attributes);
    }

    private void statement(Block.Statement statement) {
        out.open("div", "class", "statement " + statement.tone().word());
        leaf("span", statement.glyph() + " " + statement.title(), "class", "mark");
        leaf("strong", statement.text());
        if (!statement.terms().isEmpty()) {
            leaf("p", statement.terms(), "class", "soft");
        }
        out.close();
    }

    private void answer(Block.Answer answer) {
        out.open("div", "class", "answer " + answer.tone().word());
        leaf("span", answer.glyph() + " " + answer.word(), "class", "mark");
        leaf("span", answer.question());
        if (!answer.seen().isEmpty()) {
            out.text(" ");
            leaf("span", answer.seen(), "class", "soft");
        }
        answer.because().forEach(line -> leaf("p", line, "class", "soft"));
        out.close();
    }

    private void table(Block.Table table) {
        int texted = table.titles().size() - table.numbers();
        out.open("div", "class", "wide").open("table").open("thead").open("tr");
        for (int i = 0; i < table.titles().size(); i++) {
            leaf("th", table.titles().get(i), "scope", "col", "class", i < texted ? "" : "number");
        }
        out.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            out.open("tr");
            for (int i = 0; i < row.size(); i++) {
                leaf("td", row.get(i), "class", i < texted ? "" : "number");
            }
            out.close().line();
        }
        out.close().close().close();
    }

    private void courses(Block.Courses all) {
        leaf(
                "p",
                "Drawn solid and filled: the way to the server; dashed and hollow: the way back. Below the delays stand the"
                        + " packets that did not arrive. The shade is how far the clocks of both points may be apart; of each"
                        + " moment the longest delay is drawn.");
        for (StretchCourse course : all.courses()) {
            leaf("h3", course.title());
            out.open("div", "class", "wide")
                    .add(new CourseChart(course, all.last(), all.most()).draw())
                    .close();
            leaf("p", course.sentence(), "class", "soft");
        }
    }

    private void drawing(Block.Drawing drawing) {
        out.open("div", "class", "wide")
                .add(LadderChart.markup(drawing.ladder()))
                .close();
        out.open("details").leaf("summary", "The same in words").open("ol");
        drawing.lines().forEach(line -> out.leaf("li", line));
        out.close().close();
    }
}
