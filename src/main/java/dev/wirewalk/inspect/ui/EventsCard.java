package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.inspection.InspectionResult.Event;
import dev.wirewalk.shell.ui.Numbers;
import java.util.List;
import java.util.function.LongConsumer;

/** What a device or whoever captured said in words: verdicts, drop reasons, routes, comments. */
final class EventsCard extends Section {
    private static final int ALL_ROWS = 8;

    /** @param openFrame told the number of the frame that a remark is about */
    EventsCard(InspectionResult result, LongConsumer openFrame) {
        addClassNames("ww-card", "ww-events");
        getElement().setAttribute("aria-label", "Remarks");
        List<Event> events = result.events();
        Grid<Event> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAriaLabel("Remarks");
        grid.addComponentColumn(event -> kind(event.kind()))
                .setHeader("about")
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addColumn(Event::text).setHeader("words").setFlexGrow(1);
        grid.addColumn(event -> event.line() > 0 ? Numbers.count(event.line()) : "")
                .setHeader("line")
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addComponentColumn(event -> frame(event, openFrame))
                .setHeader("frame")
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.setItems(events);
        grid.setAllRowsVisible(events.size() <= ALL_ROWS);
        add(new H2("Remarks · " + Numbers.count(events.size())), grid);
    }

    private static Span kind(String kind) {
        Span word = new Span(kind.equals("drop") ? "✕ drop" : kind);
        word.addClassNames("ww-level", kind.equals("drop") ? "no" : "note");
        return word;
    }

    private static Span frame(Event event, LongConsumer openFrame) {
        if (event.frame() == 0) {
            return new Span();
        }
        NativeButton button = new NativeButton("#" + event.frame(), click -> openFrame.accept(event.frame()));
        button.setClassName("ww-frame-link");
        button.setAriaLabel("Show frame " + event.frame());
        return new Span(button);
    }
}
