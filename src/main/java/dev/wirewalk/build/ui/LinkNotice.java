package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What of the link was not understood. It stays until the person closes it: the page shows something else than was meant. */
class LinkNotice extends Div {
    LinkNotice() {
        setClassName("ww-notice");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(List<String> problems) {
        removeAll();
        setVisible(!problems.isEmpty());
        Span mark = new Span("⚠ Part of this link was not understood");
        mark.setClassName("ww-level unknown");
        UnorderedList list = new UnorderedList();
        problems.forEach(problem -> list.add(new ListItem(problem)));
        add(new Div(mark, list), GroupView.removeButton("Close this notice", () -> setVisible(false)));
    }
}
