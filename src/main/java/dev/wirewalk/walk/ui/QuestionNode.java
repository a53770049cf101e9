package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.NextCapture;
import dev.wirewalk.diagnosis.NextStep;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.shell.ui.Copy;
import dev.wirewalk.store.InvestigationState.Found;
import java.util.List;
import java.util.Optional;

/** One question of the flowchart: a button that opens what its answer rests on, and the branch that leads off here. */
final class QuestionNode extends ListItem {
    private final transient Answered question;
    private final transient Optional<Found> found;
    private final transient Optional<Frames> frames;
    private final transient ByHand.Told told;
    private final boolean saysByHand;
    private final NativeButton button = new NativeButton();
    private final Div detail = new Div();
    private boolean open;

    QuestionNode(Course.Step step, Optional<Found> found, ToInspect inspect, ByHand.Told told) {
        question = step.question();
        this.found = found;
        this.told = told;
        frames = found.map(known -> new Frames(known, inspect));
        // What nobody could tell yet can be said at once; a person's answer always stands beside the question.
        saysByHand =
                question.byHand().isPresent() || (question.answer() == Answer.UNKNOWN && (step.end() || !step.asked()));
        addClassNames("ww-node", look(question.answer()));
        getClassNames().set("lit", step.reached() && !step.end());
        getClassNames()
                .set(
                        "dim",
                        !step.reached()
                                && question.answer() != Answer.YES
                                && question.byHand().isEmpty());
        getClassNames().set("told", question.byHand().isPresent());
        getElement()
                .setAttribute("data-question", question.id())
                .setAttribute("data-answer", question.answer().word());
        Span glyph = new Span(question.answer().glyph());
        glyph.addClassNames("ww-glyph", look(question.answer()));
        glyph.getElement().setAttribute("aria-hidden", "true");
        Div main = new Div(button());
        main.setClassName("ww-node-main");
        if (!question.reason().isBlank()) {
            Span reason = new Span(shown(question.reason()));
            reason.addClassNames("ww-soft", "ww-question-reason");
            main.add(reason);
        }
        detail.setClassName("ww-node-detail");
        if (saysByHand) {
            main.add(new ByHand(question, told));
        }
        main.add(detail);
        add(glyph, main);
        frames.ifPresent(known -> add(known.links(question.evidence())));
        if (step.end()) {
            branch(main);
        }
        show(step.end() && question.answer() == Answer.NO);
    }

    private NativeButton button() {
        Span said = new Span(question.answer().word() + ": ");
        said.setClassName("ww-hidden");
        button.add(said, new Span(question.text()));
        button.setClassName("ww-node-button");
        button.addClickListener(click -> show(!open));
        return button;
    }

    private void show(boolean opened) {
        open = opened;
        button.getElement().setAttribute("aria-expanded", String.valueOf(opened));
        detail.removeAll();
        detail.setVisible(opened);
        if (opened) {
            fill();
        }
    }

    private void fill() {
        if (!question.evidence().isEmpty()) {
            detail.add(new H3(question.answer() == Answer.NO ? "Last seen" : "Packets"));
            frames.ifPresent(known -> detail.add(known.packets(question.evidence())));
        }
        if (!question.assumptions().isEmpty()) {
            UnorderedList list = new UnorderedList();
            question.assumptions().forEach(each -> list.add(new ListItem(shown(each))));
            list.setClassName("ww-assumptions");
            detail.add(new H3("This No relies on"), list);
        }
        if (question.evidence().isEmpty() && question.assumptions().isEmpty()) {
            Span none = new Span("No packet speaks for or against it.");
            none.setClassName("ww-soft");
            detail.add(none);
        }
        if (!saysByHand) {
            detail.add(new ByHand(question, told));
        }
    }

    boolean asks(String id, String point) {
        return question.id().equals(id) && question.point().equals(point);
    }

    void focusButton() {
        button.focus();
    }

    private String shown(String text) {
        return found.map(known -> known.names().shownIn(text)).orElse(text);
    }

    private void branch(Div main) {
        switch (question.answer()) {
            case YES -> {}
            case NO -> found.ifPresent(known -> main.add(fault(known)));
            case UNKNOWN -> found.flatMap(this::command).ifPresent(main::add);
        }
    }

    /** Where a No leads: to the place of the fault. */
    private static Div fault(Found found) {
        Verdict verdict = found.result().verdict();
        String place = verdict.segment()
                .map(segment -> "between " + segment.from() + " and " + segment.to())
                .or(() -> verdict.device().map(device -> "at " + device))
                .orElse("here");
        Div branch = new Div(new Span("✕ No: the way ends " + place + "."));
        branch.addClassNames("ww-branch", "no");
        return branch;
    }

    /** Where an Unknown leads: to the capture that would tell. */
    private Optional<Div> command(Found found) {
        List<NextCapture> captures =
                found.result().next().stream().filter(NextCard::captures).toList();
        Optional<NextCapture> next = captures.stream()
                .filter(each -> each.point().equals(question.point()))
                .findFirst()
                .or(() -> captures.stream().findFirst());
        return next.map(capture -> {
            Div branch = new Div(new Span("? Unknown: a capture at " + capture.point() + " would tell."));
            branch.addClassNames("ww-branch", "unknown");
            capture.steps().stream()
                    .filter(step -> step.phase().equalsIgnoreCase("start"))
                    .findFirst()
                    .ifPresent(start -> branch.add(command(start, capture.point())));
            if (!capture.steps().isEmpty()) {
                Button all = NextCard.leadThere("All steps");
                all.addThemeVariants(ButtonVariant.AURA_TERTIARY);
                branch.add(all);
            }
            return branch;
        });
    }

    private static Div command(NextStep step, String point) {
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        copy.setAriaLabel("Copy the command for " + point);
        Copy.text(copy, step.command());
        Div line = new Div(new Pre(step.command()), copy);
        line.setClassName("ww-branch-command");
        line.getElement().setAttribute("data-copies", "");
        return line;
    }

    private static String look(Answer answer) {
        return switch (answer) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
