package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.wirewalk.shell.ui.Copy;
import java.util.List;

/** Steps of a capture in the order they are typed, each to be copied by itself, or all at once. */
final class StepList extends Div {
    /** @param of whose steps they are, for those who hear the page */
    StepList(List<CommandStep> steps, String of) {
        setClassName("ww-steps");
        OrderedList list = new OrderedList();
        String before = "";
        for (CommandStep step : steps) {
            list.add(item(step, of, step.phase().equals(before)));
            before = step.phase();
        }
        Button all = new Button("Copy all steps", VaadinIcon.COPY_O.create());
        all.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        all.setAriaLabel("Copy all steps for " + of);
        Copy.text(all, CommandStep.text(steps));
        add(list);
        if (steps.size() > 1) {
            add(all);
        }
    }

    /** @param goesOn the phase was named by the step before */
    private static ListItem item(CommandStep step, String of, boolean goesOn) {
        Span phase = new Span(step.phase());
        phase.setClassName(goesOn ? "ww-hidden" : "ww-step-phase");
        Pre command = new Pre(step.command());
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        copy.setAriaLabel("Copy the step “" + step.phase() + "” for " + of);
        copy.setTooltipText("Copy");
        Copy.text(copy, step.command());
        Span why = new Span(step.why());
        why.addClassNames("ww-step-why", "ww-soft");
        ListItem item = new ListItem(phase, command, copy, why);
        if (!step.risk().isEmpty()) {
            Span risk = new Span("! " + step.risk());
            risk.addClassNames("ww-badge", step.risk().equals("danger") ? "no" : "unknown");
            why.addComponentAsFirst(risk);
        }
        item.getElement().setAttribute("data-copies", "");
        return item;
    }
}
