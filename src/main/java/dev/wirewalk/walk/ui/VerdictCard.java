package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.store.InvestigationState.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the walk came to: one word with its glyph, one sentence, and what the sentence relies on. */
final class VerdictCard extends Section {
    VerdictCard(Found found, ToInspect inspect) {
        WalkResult result = found.result();
        Verdict verdict = result.verdict();
        addClassNames("ww-card", "ww-verdict", look(verdict.outcome()));
        getElement().setAttribute("aria-label", "Verdict");
        Span glyph = new Span(glyph(verdict.outcome()));
        glyph.setClassName("ww-verdict-glyph");
        glyph.getElement().setAttribute("aria-hidden", "true");
        Div text = new Div(headline(verdict, found), basis(result, found, new Frames(found, inspect)));
        result.others().forEach(other -> text.add(further(other, found)));
        result.notes()
                .forEach(note -> text.add(new Div(new Span("! " + found.names().shownIn(note)))));
        if (!result.captureIssues().isEmpty()) {
            text.add(issues(result, found));
        }
        add(glyph, text);
        if (!result.next().isEmpty()) {
            Button next = NextCard.leadThere(NextCard.title(result.next()));
            next.addThemeVariants(ButtonVariant.AURA_PRIMARY);
            add(next);
        }
    }

    private static Div headline(Verdict verdict, Found found) {
        Span word = new Span(word(verdict.outcome()));
        word.setClassName("ww-verdict-word");
        H2 sentence = new H2(word, new Span(found.names().shownIn(verdict.summary())));
        return new Div(sentence, terms(verdict));
    }

    private static Span terms(Verdict verdict) {
        Span terms = new Span(verdict.terms());
        terms.addClassNames("ww-mono", "ww-soft", "ww-verdict-terms");
        return terms;
    }

    /** What the verdict stands on: the first No in path order; what is asked behind it only follows from it. */
    private static Div basis(WalkResult result, Found found, Frames frames) {
        Div basis = new Div();
        basis.addClassNames("ww-soft", "ww-verdict-basis");
        result.questions().stream()
                .filter(question -> question.answer() == Answer.NO)
                .findFirst()
                .ifPresent(question -> fill(basis, question, found, frames));
        return basis;
    }

    private static void fill(Div basis, Answered question, Found found, Frames frames) {
        if (!question.evidence().isEmpty()) {
            Div line = new Div(new Span("Evidence: "), frames.links(question.evidence()));
            line.setClassName("ww-verdict-evidence");
            basis.add(line);
        }
        if (!question.assumptions().isEmpty()) {
            String assumptions = question.assumptions().stream()
                    .map(found.names()::shownIn)
                    .map(text -> text.endsWith(".") ? text : text + ".")
                    .collect(Collectors.joining(" "));
            basis.add(new Div(new Span("Relied on: " + assumptions)));
        }
    }

    private static Div further(Verdict verdict, Found found) {
        Span word = new Span(glyph(verdict.outcome()) + " also: ");
        word.setClassName("ww-verdict-also");
        return new Div(word, new Span(found.names().shownIn(verdict.summary())));
    }

    private static Div issues(WalkResult result, Found found) {
        UnorderedList list = new UnorderedList();
        Map<String, List<String>> points = new LinkedHashMap<>();
        result.captureIssues()
                .forEach(issue -> points.computeIfAbsent(
                                found.names().shownIn(issue.text()), unused -> new ArrayList<>())
                        .add(issue.point()));
        // What several points have in common is said once.
        points.forEach((text, names) -> list.add(new ListItem(String.join(", ", names) + ": " + text)));
        Span title = new Span("! About the captures");
        title.setClassName("ww-verdict-also");
        Div issues = new Div(title, list);
        issues.setClassName("ww-issues");
        return issues;
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> "Works.";
            case DEGRADED -> "Degraded.";
            case FAILS -> "Fails.";
            case UNDECIDED -> "Undecided.";
        };
    }

    private static String glyph(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> "✓";
            case DEGRADED -> "!";
            case FAILS -> "✕";
            case UNDECIDED -> "?";
        };
    }

    private static String look(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> "yes";
            case DEGRADED, UNDECIDED -> "unknown";
            case FAILS -> "no";
        };
    }
}
