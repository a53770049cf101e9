package dev.wirewalk.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.command.Step;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.shell.ui.Copy;
import java.util.List;

/** One step: its phase, what is typed, and a button that copies it. */
class StepView extends Div {
    private final Button copy = new Button("Copy");
    private final boolean carriesFilter;

    /**
     * @param filter the filter in the tool's words, marked where it stands in the command
     * @param id for the command, so that it can be selected
     * @param repeats whether the step above is of the same phase, whose name then is not shown again
     */
    StepView(Step step, String filter, String id, boolean repeats) {
        setClassName("ww-step");
        Span phase = new Span(step.phase().word());
        phase.setClassName(repeats ? "ww-hidden" : "");
        Div label = new Div(phase);
        label.setClassName("ww-phase");
        if (step.risk() != Risk.NONE) {
            Span risk =
                    new Span(CardNotes.glyph(step.risk()) + " " + step.risk().word());
            risk.setClassName("ww-level " + CardNotes.colour(step.risk()));
            label.add(risk);
        }
        Pre command = new Pre();
        command.setId(id);
        command.getElement().setAttribute("tabindex", "0");
        command.getElement().setAttribute("aria-label", step.phase().word() + ": " + step.command());
        command.getElement().setAttribute("role", "group");
        command.setTitle(step.why());
        carriesFilter = mark(command, step.command(), filter);
        add(label, command);
        if (!step.mustBePressed()) {
            getElement().setAttribute("data-copies", "");
            copy.addThemeVariants(ButtonVariant.SMALL);
            copy.setAriaLabel("Copy the " + step.phase().word() + " command");
            Copy.text(copy, step.command(), command);
            add(copy);
        }
    }

    /** Whether the filter, or a line of it, stands in this command. */
    boolean carriesFilter() {
        return carriesFilter;
    }

    void setPrimary() {
        copy.addThemeVariants(ButtonVariant.PRIMARY);
    }

    /** Writes the command with each line of the filter in the accent colour, quotes included; says whether there was one. */
    private static boolean mark(Pre pre, String command, String filter) {
        List<String> parts = filter.lines().filter(line -> !line.isBlank()).toList();
        int done = 0;
        for (String part : parts) {
            String quoted = "'" + part + "'";
            boolean inQuotes = command.indexOf(quoted, done) >= 0;
            String sought = inQuotes ? quoted : part;
            int at = command.indexOf(sought, done);
            if (at >= 0) {
                Span marked = new Span(sought);
                marked.setClassName("ww-hl");
                pre.add(new Span(command.substring(done, at)), marked);
                done = at + sought.length();
            }
        }
        pre.add(new Span(command.substring(done)));
        return done > 0;
    }
}
