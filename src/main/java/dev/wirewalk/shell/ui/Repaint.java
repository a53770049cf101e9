package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Paints a page anew after changes that other threads tell. They follow each other faster than a page can be painted: those
 * that nobody would see are left out.
 */
public final class Repaint {
    private final UI ui;
    private final Runnable paint;
    private final Runnable gone;
    private final AtomicBoolean due = new AtomicBoolean();

    /**
     * @param paint is run under the page's lock
     * @param gone is run when the page is no longer there
     */
    public Repaint(UI ui, Runnable paint, Runnable gone) {
        this.ui = ui;
        this.paint = paint;
        this.gone = gone;
    }

    /** Paints as soon as the page is free. From any thread. */
    public void soon() {
        if (due.compareAndSet(false, true)) {
            try {
                ui.access(() -> {
                    due.set(false);
                    paint.run();
                });
            } catch (UIDetachedException closed) {
                gone.run();
            }
        }
    }
}
