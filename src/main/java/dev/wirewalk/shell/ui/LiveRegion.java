package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.html.Span;

/** Speaks to screen readers what the eye sees change elsewhere on the page. Not visible itself. */
public class LiveRegion extends Span {
    public LiveRegion() {
        setClassName("ww-hidden");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Says the sentence once the reader is free; the same sentence twice is said once. */
    public void say(String sentence) {
        if (!getText().equals(sentence)) {
            setText(sentence);
        }
    }
}
