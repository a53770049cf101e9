package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** What the rows of files are made of, on every page that takes files. */
public final class FileParts {
    private FileParts() {}

    /** A state in one character; the words beside it say the same, so screen readers pass it over. */
    public static Span glyph(String character, String look) {
        Span glyph = new Span(character);
        glyph.addClassNames("ww-glyph", look);
        glyph.getElement().setAttribute("aria-hidden", "true");
        return glyph;
    }

    /**
     * How far something has come.
     *
     * @param total 0 or less when it is not known
     */
    public static ProgressBar progress(String label, long done, long total) {
        ProgressBar bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", label);
        if (total > 0) {
            bar.setValue(Math.min(1, done / (double) total));
        } else {
            bar.setIndeterminate(true);
        }
        return bar;
    }

    /**
     * Takes a file away.
     *
     * @param verb what that means for it, up to its name: {@code "Delete "}
     */
    public static Button removal(String verb, String name, Runnable remove) {
        Button button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.run());
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.setAriaLabel(verb + name);
        button.setTooltipText(verb.split(" ")[0]);
        return button;
    }

    /** A line of small, quiet words. */
    public static Span fact(String text) {
        Span span = new Span(text);
        span.addClassNames("ww-soft", "ww-file-fact");
        return span;
    }
}
