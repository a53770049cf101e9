package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.store.InvestigationState.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All questions in the order they were asked, with their answers, evidence and what a No relies on. */
final class QuestionsCard extends Section {
    private static final int SHOWN_FRAMES = 4;

    QuestionsCard(Found found) {
        setClassName("ww-card");
        OrderedList list = new OrderedList();
        list.setClassName("ww-questions");
        found.result().questions().forEach(question -> list.add(item(question, found)));
        add(new H2("Questions"), list);
    }

    private static ListItem item(Answered question, Found found) {
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
        Span evidence = new Span(frames(question.evidence(), found));
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
                new Details("relies on " + Counts.of(question.assumptions().size(), "assumption"), list);
        details.addClassName("ww-assumptions");
        return details;
    }

    /** {@code client.pcap #5 #9}: frames by file, as Wireshark numbers them. */
    static String frames(List<Evidence> evidence, Found found) {
        Map<String, List<Long>> byFile = evidence.stream()
                .collect(Collectors.groupingBy(
                        each -> found.names().shown(each.file()),
                        LinkedHashMap::new,
                        Collectors.mapping(Evidence::frame, Collectors.toList())));
        return byFile.entrySet().stream()
                .map(file -> file.getKey() + " "
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
