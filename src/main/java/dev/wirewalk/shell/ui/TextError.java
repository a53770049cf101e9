package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextFieldBase;

/** What is wrong with a text that was typed: the sentence, and the text with the place marked. */
public final class TextError extends Div {
    private static final int AROUND = 28;

    private final TextFieldBase<?, String> field;

    /** @param id of this element on its page */
    public TextError(TextFieldBase<?, String> field, String id) {
        this.field = field;
        setClassName("ww-text-error");
        setId(id);
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void clear() {
        field.setInvalid(false);
        setVisible(false);
        removeAll();
    }

    /** @param column of the first wrong character, from 1 */
    public void show(String text, String sentence, int column) {
        removeAll();
        field.setInvalid(true);
        NativeButton place = new NativeButton("column " + column, click -> placeCaret(column - 1));
        place.setAriaLabel("Put the cursor at column " + column);
        add(new Div(place, new Span(": " + sentence)), excerpt(text, column - 1));
        setVisible(true);
    }

    /** The text around the place, so that it is in sight however long the text is. */
    private static Code excerpt(String text, int place) {
        int at = Math.min(place, text.length());
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + 1 + AROUND);
        Span mark = new Span(at < text.length() ? text.substring(at, at + 1) : "\u00a0");
        mark.setClassName("ww-mark");
        String after = at < text.length() ? text.substring(at + 1, to) : "";
        return new Code(
                new Span((from > 0 ? "…" : "") + text.substring(from, at)),
                mark,
                new Span(after + (to < text.length() ? "…" : "")));
    }

    private void placeCaret(int place) {
        field.getElement().executeJs("this.focus(); this.inputElement.setSelectionRange($0, $0 + 1)", place);
    }
}
