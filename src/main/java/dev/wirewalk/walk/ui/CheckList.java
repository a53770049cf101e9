package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.wirewalk.diagnosis.NextCheck;
import dev.wirewalk.shell.ui.Copy;
import java.util.List;

/** What else to look at on a device, each to be copied by itself; they have no order. */
final class CheckList extends Div {
    CheckList(List<NextCheck> checks, String point) {
        addClassNames("ww-steps", "ww-checks");
        UnorderedList list = new UnorderedList();
        checks.forEach(check -> list.add(item(check, point)));
        add(new H3("Look at the device"), list);
    }

    private static ListItem item(NextCheck check, String point) {
        Pre command = new Pre(check.command());
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        copy.setAriaLabel("Copy the check “" + check.command().replace('\n', ' ') + "” at " + point);
        copy.setTooltipText("Copy");
        Copy.text(copy, check.command());
        Span why = new Span(check.why());
        why.addClassNames("ww-step-why", "ww-soft");
        if (!check.risk().equals("none")) {
            Span risk = new Span("! " + check.risk());
            risk.addClassNames("ww-badge", check.risk().equals("danger") ? "no" : "unknown");
            why.addComponentAsFirst(risk);
        }
        ListItem item = new ListItem(command, copy, why);
        item.getElement().setAttribute("data-copies", "");
        return item;
    }
}
