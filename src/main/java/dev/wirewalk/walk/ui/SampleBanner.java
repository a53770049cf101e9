package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.store.InvestigationState;

/** Says that what is shown is a sample, and leads out of it. */
final class SampleBanner extends Div {
    private final Span title = new Span();
    private final Span story = new Span();

    SampleBanner(Runnable leave) {
        addClassNames("ww-card", "ww-sample-banner");
        getElement().setAttribute("role", "note");
        title.setClassName("ww-sample-title");
        story.setClassName("ww-soft");
        Span badge = new Span("Sample");
        badge.addClassNames("ww-badge", "ww-sample-badge");
        Button away = new Button("Leave the sample", click -> leave.run());
        away.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        Div text = new Div(title, story);
        text.setClassName("ww-sample-text");
        add(badge, text, away);
        setVisible(false);
    }

    void show(InvestigationState state) {
        WalkSample.of(state.sample())
                .ifPresentOrElse(
                        sample -> {
                            title.setText(sample.title());
                            story.setText(sample.story());
                            setVisible(true);
                        },
                        () -> setVisible(false));
    }
}
