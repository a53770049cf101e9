package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import java.util.Map;
import java.util.Optional;

/** Says above the commands which filter they are for, and when that is not what is typed now. */
class StatusLine extends Div {
    private String sentence = "";

    StatusLine() {
        setClassName("ww-status");
    }

    /**
     * @param filter what the commands select
     * @param problem why what is typed now is no filter
     */
    void show(Filter filter, Optional<String> problem, Map<Coverage, Integer> counts) {
        removeAll();
        setClassName("ww-not-current", problem.isPresent());
        String text = FilterPrinter.print(filter);
        if (problem.isPresent()) {
            sentence = "Not current: " + problem.get() + ".";
            Span mark = new Span("⚠ Not current");
            mark.setClassName("ww-level unknown");
            add(
                    mark,
                    new Span(" " + problem.get() + ". The commands below are still for "),
                    shown(text),
                    new Span("."));
            return;
        }
        String tally = tally(counts);
        sentence = "Commands are current: " + tally;
        add(new Span(tally + " for "), shown(text));
    }

    /** What was said last, in one sentence. */
    String sentence() {
        return sentence;
    }

    private static Span shown(String text) {
        return text.isEmpty() ? new Span("every packet") : new Span(new Code(text));
    }

    private static String tally(Map<Coverage, Integer> counts) {
        StringBuilder tally = new StringBuilder();
        append(tally, counts, Coverage.EXACT, " exact");
        append(tally, counts, Coverage.WIDER, " wider");
        append(tally, counts, Coverage.UNSUPPORTED, " unsupported");
        return tally.isEmpty() ? "no commands" : tally.toString();
    }

    private static void append(StringBuilder tally, Map<Coverage, Integer> counts, Coverage coverage, String word) {
        int count = counts.getOrDefault(coverage, 0);
        if (count > 0) {
            tally.append(tally.isEmpty() ? "" : ", ").append(count).append(word);
        }
    }
}
