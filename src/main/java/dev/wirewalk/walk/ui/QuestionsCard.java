package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.InvestigationState.Found;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All questions in the order they were asked, with their answers, evidence and what a No relies on. */
final class QuestionsCard extends Section {
    private static final int SHOWN_FRAMES = 4;

    private final transient ToInspect inspect;

    QuestionsCard(Found found, ToInspect inspect) {
        this.inspect = inspect;
        setClassName("ww-card");
        OrderedList list = new OrderedList();
        list.setClassName("ww-questions");
        found.result().questions().forEach(question -> list.add(item(question, found)));
        add(new H2("Questions"), list);
    }

    private ListItem item(Answered question, Found found) {
        Span glyph = new Span(question.answer().glyph());
        glyph.addClassNames("ww-glyph", look(question.answer()));
        Span said = new Span(question.answer().word() + ": ");
        said.setClassName("ww-hidden");
        Span text = new Span(question.text());
        text.setClassName("ww-question");
        Div middle = new Div(said, text);
        if (!question.reason().isBlank()) {
            Span reason = new Span(found.names().shownIn(question.reason()));
            reason.addClassNames("ww-soft", "ww-question-reason");
            middle.add(reason);
        }
        if (!question.assumptions().isEmpty()) {
            middle.add(assumptions(question, found));
        }
        boolean planned =
                found.result().next().stream().anyMatch(next -> next.point().equals(question.point()));
        if (question.answer() == Answer.UNKNOWN && planned) {
            Button command = NextCard.leadThere("The command that would tell");
            command.addThemeVariants(ButtonVariant.AURA_TERTIARY);
            command.addClassName("ww-question-command");
            middle.add(command);
        }
        Div evidence = evidence(question.evidence(), found);
        evidence.addClassNames("ww-mono", "ww-soft", "ww-evidence");
        ListItem item = new ListItem(glyph, middle, evidence);
        item.getElement().setAttribute("data-question", question.id());
        item.getElement().setAttribute("data-answer", question.answer().word());
        return item;
    }

    private static Details assumptions(Answered question, Found found) {
        UnorderedList list = new UnorderedList();
        question.assumptions()
                .forEach(each -> list.add(new ListItem(found.names().shownIn(each))));
        Details details =
                new Details("relies on " + Numbers.count(question.assumptions().size(), "assumption"), list);
        details.addClassName("ww-assumptions");
        return details;
    }

    /** The frames by file; each leads to its place on the Inspect page. */
    private Div evidence(List<Evidence> evidence, Found found) {
        Div lines = new Div();
        byFile(evidence).forEach((file, frames) -> {
            String name = found.names().shown(file);
            Div line = new Div(new Span(name + " "));
            frames.stream().limit(SHOWN_FRAMES).forEach(frame -> line.add(frame(found, file, name, frame)));
            if (frames.size() > SHOWN_FRAMES) {
                line.add(new Span("…"));
            }
            lines.add(line);
        });
        return lines;
    }

    private Component frame(Found found, String file, String name, long frame) {
        Optional<Path> stored = found.names().path(file);
        if (stored.isEmpty()) {
            return new Span("#" + frame + " ");
        }
        NativeButton button = new NativeButton("#" + frame, click -> inspect.show(name, stored.get(), frame));
        button.setClassName("ww-evidence-frame");
        button.setAriaLabel("Inspect frame " + frame + " of " + name);
        return button;
    }

    private static Map<String, List<Long>> byFile(List<Evidence> evidence) {
        return evidence.stream()
                .collect(Collectors.groupingBy(
                        Evidence::file, LinkedHashMap::new, Collectors.mapping(Evidence::frame, Collectors.toList())));
    }

    /** {@code client.pcap #5 #9}: frames by file, as Wireshark numbers them. */
    static String frames(List<Evidence> evidence, Found found) {
        return byFile(evidence).entrySet().stream()
                .map(file -> found.names().shown(file.getKey()) + " "
                        + file.getValue().stream()
                                .limit(SHOWN_FRAMES)
                                .map(frame -> "#" + frame)
                                .collect(Collectors.joining(" "))
                        + (file.getValue().size() > SHOWN_FRAMES ? " …" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String look(Answer answer) {
        return switch (answer) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
