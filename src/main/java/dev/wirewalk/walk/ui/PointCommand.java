package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.List;
import java.util.Optional;

/** The ready-made command that captures the flow at one point, with the point's own tool. */
final class PointCommand extends Div {
    private final PointPlans plans;
    private Optional<Object> shown = Optional.empty();

    PointCommand(PointPlans plans) {
        this.plans = plans;
        setClassName("ww-point-command");
    }

    void show(PointDraft point, CheckedPath checked) {
        PointPlans.Answer answer = plans.plan(point, checked);
        Object key = List.of(answer, point.name());
        if (shown.filter(key::equals).isPresent()) {
            return;
        }
        shown = Optional.of(key);
        removeAll();
        switch (answer) {
            case PointPlans.Told(String sentence) -> {
                Paragraph hint = new Paragraph(sentence);
                hint.setClassName("ww-soft");
                add(hint);
            }
            case PointPlans.Planned(CapturePlan plan) -> show(plan, point.name());
        }
    }

    private void show(CapturePlan plan, String point) {
        Div head = new Div(coverage(plan.coverage()));
        head.setClassName("ww-row");
        add(head);
        plan.gaps().forEach(gap -> add(gap(gap)));
        if (!plan.steps().isEmpty()) {
            add(new StepList(CommandStep.of(plan), point));
        }
        plan.warnings().forEach(warning -> add(note(warning.text())));
    }

    /** What the tool cannot say, and what to filter by when the result is read. */
    private static Paragraph gap(Gap gap) {
        Paragraph note = note("“" + gap.term() + "”: " + gap.reason());
        if (!gap.narrow().isBlank()) {
            note.add(new Span(" When reading, keep only "), new Code(gap.narrow()));
        }
        return note;
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(new Span(text));
        note.addClassNames("ww-soft", "ww-note");
        return note;
    }

    private static Span coverage(Coverage coverage) {
        Span badge = new Span(
                switch (coverage) {
                    case EXACT -> "✓ exact";
                    case WIDER -> "≈ wider";
                    case UNSUPPORTED -> "✕ unsupported";
                });
        badge.addClassNames(
                "ww-badge",
                switch (coverage) {
                    case EXACT -> "yes";
                    case WIDER -> "unknown";
                    case UNSUPPORTED -> "no";
                });
        return badge;
    }
}
