package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One sentence above the page, until it is dismissed or answered. */
final class Notice extends Div {
    private String told = "";

    Notice() {
        addClassNames("ww-card", "ww-notice");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Says the sentence. */
    void say(String sentence) {
        show(sentence);
        add(button("Dismiss", () -> {}));
    }

    /** Says the sentence once; saying the same again changes nothing, an empty one says nothing. */
    void tell(String sentence) {
        if (!sentence.equals(told)) {
            told = sentence;
            if (!sentence.isEmpty()) {
                say(sentence);
            }
        }
    }

    /** Says the sentence and lets the person choose. */
    void ask(String sentence, String yes, Runnable action, String no) {
        show(sentence);
        Button agree = button(yes, action);
        agree.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        add(agree, button(no, () -> {}));
    }

    private void show(String sentence) {
        removeAll();
        add(new Span(sentence));
        setVisible(true);
    }

    private Button button(String words, Runnable action) {
        return new Button(words, click -> {
            setVisible(false);
            action.run();
        });
    }
}
