package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.diagnosis.Agreement;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.HandAnswer;
import java.util.Optional;

/** What a person says to a question without a capture: the buttons to say it, or what was said and what the captures say of it. */
final class ByHand extends Div {
    /** Told what the person says to a question. */
    @FunctionalInterface
    interface Told {
        /** @param yes empty takes an answer back */
        void answer(String question, String point, Optional<Boolean> yes);
    }

    ByHand(Answered question, Told told) {
        addClassNames("ww-by-hand", "ww-row");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Answer by hand: " + question.text());
        question.byHand().ifPresentOrElse(said -> said(question, said, told), () -> ask(question, told));
    }

    private void ask(Answered question, Told told) {
        add(
                button("I see it", question, told, Optional.of(true)),
                button("I don't", question, told, Optional.of(false)));
    }

    private void said(Answered question, HandAnswer said, Told told) {
        Span what = new Span(said.answer() == Answer.YES ? "By hand: I see it." : "By hand: I don't see it.");
        what.setClassName("ww-by-hand-said");
        Agreement agreement = question.agreement().orElse(Agreement.UNTOLD);
        Span badge = new Span(
                switch (agreement) {
                    case CONFIRMED -> "✓ confirmed by the captures";
                    case CONTRADICTED -> "✕ contradicted by the captures, which count";
                    case UNTOLD -> "counts: no capture tells";
                });
        badge.addClassNames(
                "ww-badge",
                switch (agreement) {
                    case CONFIRMED -> "yes";
                    case CONTRADICTED -> "no";
                    case UNTOLD -> "unknown";
                });
        add(what, badge, button("Take back", question, told, Optional.empty()));
    }

    private static Button button(String words, Answered question, Told told, Optional<Boolean> yes) {
        Button button = new Button(words, click -> told.answer(question.id(), question.point(), yes));
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        return button;
    }
}
