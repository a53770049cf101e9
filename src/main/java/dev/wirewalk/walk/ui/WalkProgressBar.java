package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.store.InvestigationState.Found;
import dev.wirewalk.store.WalkJob;

/** What the walk is doing, with a way to stop it; and what it said when it ended without a result. */
final class WalkProgressBar extends Div {
    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Button again;

    WalkProgressBar(Runnable stop, Runnable restart) {
        addClassNames("ww-card", "ww-walking");
        bar.getElement().setAttribute("aria-label", "The walk");
        cancel = new Button("Cancel", click -> stop.run());
        again = new Button("Walk again", click -> restart.run());
        add(words, bar, cancel, again);
        setVisible(false);
    }

    void show(InvestigationState state) {
        if (state.job().isEmpty()) {
            setVisible(false);
            return;
        }
        switch (state.job().get()) {
            case WalkJob.Running<Found>(String phase, long done, long total) -> {
                say("Walking: " + phase + (total > 0 ? ", " + ByteCount.of(done) + " of " + ByteCount.of(total) : ""));
                bar.setIndeterminate(total <= 0);
                bar.setValue(total > 0 ? Math.min(1, done / (double) total) : 0);
                running(true);
            }
            case WalkJob.Done<Found> done -> setVisible(false);
            case WalkJob.Failed<Found>(String sentence) -> {
                say("✕ The walk could not be finished: " + sentence);
                running(false);
            }
            case WalkJob.Cancelled<Found> cancelled -> {
                say("The walk was cancelled.");
                running(false);
            }
        }
    }

    private void say(String sentence) {
        setVisible(true);
        words.setText(sentence);
    }

    private void running(boolean running) {
        bar.setVisible(running);
        cancel.setVisible(running);
        again.setVisible(!running);
    }
}
