package dev.wirewalk.report;

import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a report as Markdown (CommonMark, with the tables of GitHub). What a text could mean as markup is escaped. */
final class MarkdownForm {
    private static final String ESCAPED = "\\`*_[]<>|~&";

    /** Begin lists, headings and rules at the beginning of a line. */
    private static final String ESCAPED_FIRST = "#+-=";

    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> texts;

    MarkdownForm(ReportSettings settings) {
        this.texts = settings.texts();
    }

    String write(List<Block> blocks) {
        blocks.forEach(block -> {
            block(block);
            out.append('\n');
        });
        return out.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> line("#".repeat(heading.level()) + " " + plain(heading.text()));
            case Block.Sentence sentence -> line(plain(sentence.text()));
            case Block.Bullets bullets -> bullets.lines().forEach(text -> line("- " + plain(text)));
            case Block.Statement statement -> {
                line("> **" + plain(statement.glyph() + " " + statement.title()) + "**: " + plain(statement.text()));
                if (!statement.terms().isEmpty()) {
                    line(">");
                    line("> " + plain(statement.terms()));
                }
            }
            case Block.Answer answer -> {
                line("- **" + plain(answer.glyph() + " " + answer.word()) + "** " + plain(answer.question())
                        + (answer.seen().isEmpty() ? "" : " (" + plain(answer.seen()) + ")"));
                answer.because().forEach(text -> line("  - " + plain(text)));
            }
            case Block.Table table -> table(table);
            case Block.Typed typed -> typed(texts.apply(typed.text()));
            case Block.Courses courses ->
                courses.courses()
                        .forEach(course -> line("- " + plain(course.title()) + ": " + plain(course.sentence())));
            case Block.Drawing drawing -> {
                int number = 1;
                for (String text : drawing.lines()) {
                    line(number++ + ". " + escaped(text));
                }
            }
        }
    }

    private void table(Block.Table table) {
        int texted = table.titles().size() - table.numbers();
        row(table.titles());
        StringBuilder rule = new StringBuilder("|");
        for (int i = 0; i < table.titles().size(); i++) {
            rule.append(i < texted ? " --- |" : " ---: |");
        }
        line(rule.toString());
        table.rows().forEach(this::row);
    }

    private void row(List<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(plain(cell)).append(" |"));
        line(row.toString());
    }

    /** A fence is longer than any run of backticks within. */
    private void typed(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(Math.max(3, longest + 1));
        line(fence);
        text.lines().forEach(each -> line(Markup.readable(each)));
        line(fence);
    }

    private String plain(String text) {
        return escaped(texts.apply(text));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String shown = Markup.readable(text).replace('\n', ' ');
        for (int i = 0; i < shown.length(); i++) {
            char letter = shown.charAt(i);
            if (ESCAPED.indexOf(letter) >= 0 || (i == 0 && ESCAPED_FIRST.indexOf(letter) >= 0)) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
