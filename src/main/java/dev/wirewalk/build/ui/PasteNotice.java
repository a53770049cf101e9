package dev.wirewalk.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.profile.ToolProfile;
import java.util.stream.Collectors;

/** Says which tool's command was pasted, what of it became the filter and the options, and what was left out. */
class PasteNotice extends Div {
    /** Told what a person wants done with the text. */
    interface Listener {
        /** Reads the text as a command of that tool. */
        void readAs(ToolProfile tool);

        /** Brings the pasted text back. */
        void undo();
    }

    private final Listener listener;

    PasteNotice(Listener listener) {
        this.listener = listener;
        setClassName("ww-paste");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void clear() {
        removeAll();
        setVisible(false);
    }

    void showRead(Pasted.Command command) {
        removeAll();
        setVisible(true);
        Span mark = new Span("✓ Read from " + command.tool().name());
        mark.setClassName("ww-level yes");
        Paragraph said = new Paragraph(mark);
        if (!command.read().options().isEmpty()) {
            said.add(new Span(". Options taken over: "
                    + command.read().options().entrySet().stream()
                            .map(option -> option.getKey() + " " + option.getValue())
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        said.add(new Span("."));
        add(said);
        if (!command.read().ignored().isEmpty()) {
            UnorderedList left = new UnorderedList();
            command.read().ignored().forEach(text -> left.add(new ListItem(new Code(text))));
            Details details =
                    new Details("Carries no filter (" + command.read().ignored().size() + ")", left);
            details.setClassName("ww-why");
            add(details);
        }
        Div buttons = new Div(button("Undo", listener::undo));
        command.others().stream()
                .limit(3)
                .forEach(other -> buttons.add(button("Read as " + other.name(), () -> listener.readAs(other))));
        add(buttons);
    }

    /** A command that somebody may still be typing: it is read when they say so. */
    void offer(Pasted.Command command) {
        removeAll();
        setVisible(true);
        add(new Paragraph("This is a command of " + command.tool().name() + "."));
        add(new Div(button("Read it as a filter", () -> listener.readAs(command.tool()))));
    }

    void showProblem(Pasted.NotUnderstood problem) {
        removeAll();
        setVisible(true);
        Span mark =
                new Span("⚠ " + problem.tool().name() + ", line " + problem.line() + ", column " + problem.column());
        mark.setClassName("ww-level unknown");
        add(new Paragraph(mark, new Span(": " + problem.reason() + ".")));
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, _ -> action.run());
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
