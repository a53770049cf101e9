package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** What to do first, when there is no path yet. */
final class EmptyCard extends Section {
    EmptyCard(Runnable fourPoints, Runnable onePoint, Runnable loadPath, Consumer<WalkSample> sample) {
        addClassNames("ww-card", "ww-empty");
        Button four = new Button("Start with client · fw · fw · server", click -> fourPoints.run());
        four.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Div buttons = new Div(
                four,
                new Button("Start with one point", click -> onePoint.run()),
                new Button("Load a path file", click -> loadPath.run()));
        buttons.setClassName("ww-row");
        OrderedList steps = new OrderedList(
                step(
                        "Draw the path.",
                        "The points where packets can be seen, from client to server: an interface of a host or a box each."),
                step(
                        "Capture at the points.",
                        "Every point has its command ready, made for its tool. Run them at the same time, and repeat the problem."),
                step(
                        "Bring back the files.",
                        "Drop them on their points. One is enough to begin; each further one leaves fewer places to suspect."));
        steps.setClassName("ww-first-steps");
        add(
                new H1("Walk a flow along its path"),
                new Paragraph(
                        "At each point a packet arrives or it does not, leaves or it does not. The walk asks that of every point and names"
                                + " the stretch or the box where the flow fails. What the captures cannot tell stays unknown, with the command"
                                + " that would tell."),
                steps,
                buttons,
                new SampleList(sample));
    }

    private static ListItem step(String what, String how) {
        Span bold = new Span(what);
        bold.setClassName("ww-first-step");
        return new ListItem(bold, new Span(" " + how));
    }
}
