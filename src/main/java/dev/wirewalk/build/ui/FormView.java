package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.wirewalk.build.ui.form.FilterForm;
import dev.wirewalk.build.ui.form.FormNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows and groups of a form. */
class FormView extends Div {
    /** While somebody types, the server is told at most this often. */
    static final int TYPING_MILLISECONDS = 50;

    /** More lines would take a browser seconds at every keystroke, and nobody reads them. */
    static final int MOST_LINES = 60;

    private final Runnable changed;
    private final Paragraph empty = new Paragraph(
            "Nothing is asked yet, so every packet is caught. Add a term, take a preset, or type a filter below.");
    private final Paragraph tooLong = new Paragraph();
    private final List<Line> lines = new ArrayList<>();

    /** A line that can show a problem. */
    interface Line {
        FormNode node();

        /** @param problem empty for none */
        void mark(String problem);
    }

    /** @param changed called after every change, before which {@link FilterForm#read()} already tells the new state */
    FormView(Runnable changed) {
        this.changed = changed;
        setClassName("ww-form");
        empty.setClassName("ww-empty");
        tooLong.setClassName("ww-empty");
    }

    void show(FilterForm form) {
        removeAll();
        lines.clear();
        int count = form.lines();
        if (count > MOST_LINES) {
            tooLong.setText("This filter has " + count + " terms, too many to show one by one; up to " + MOST_LINES
                    + " are shown. Change it in the text below.");
            add(tooLong);
        } else {
            add(empty, new GroupView(form.root(), this));
            teach(form);
        }
    }

    /** Says what to do as long as there is no line. */
    void teach(FilterForm form) {
        empty.setVisible(form.root().parts().isEmpty());
    }

    void mark(Map<FormNode, String> problems) {
        lines.forEach(line -> line.mark(problems.getOrDefault(line.node(), "")));
    }

    /** Whether the form shows another filter than the text says. */
    void setStale(boolean stale) {
        setClassName("ww-stale", stale);
    }

    void register(Line line) {
        lines.add(line);
    }

    void forget(Line line) {
        lines.remove(line);
    }

    void changed() {
        changed.run();
    }
}
