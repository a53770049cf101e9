package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.PathQuestions;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.InvestigationState.Found;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions as a flowchart: the way that was taken is lit, each node opens what it rests on, and what was not reached is dim.
 * Each may be answered by hand, before there is any capture. Arrow keys step from node to node ({@code flowchart.js}).
 */
@JsModule("context://wirewalk/flowchart.js")
final class QuestionsCard extends Section {
    private final List<QuestionNode> nodes = new ArrayList<>();

    /** @param found empty before there was a walk */
    QuestionsCard(Path path, Optional<Found> found, ToInspect inspect, ByHand.Told told) {
        addClassNames("ww-card", "ww-flowchart");
        getElement().setAttribute("aria-label", "Questions");
        Paragraph how = new Paragraph(
                "At each point the packet is there or it is not. Yes leads on, No is the place of the fault. Open a question for"
                        + " its packets; what you saw yourself, you can say.");
        how.addClassNames("ww-soft", "ww-flowchart-how");
        add(new H2("Questions"), how);
        List<Answered> answered = found.map(known -> known.result().questions()).orElse(List.of());
        Course.of(answered, PathQuestions.of(path)).stages().forEach(part -> add(stage(part, found, inspect, told)));
        if (found.filter(known -> known.result().verdict().outcome() == Outcome.WORKS)
                .isPresent()) {
            add(arrived());
        }
    }

    /** Puts the keyboard on a question, as after it was answered. */
    void focus(String question, String point) {
        nodes.stream().filter(node -> node.asks(question, point)).findFirst().ifPresent(QuestionNode::focusButton);
    }

    private NativeDetails stage(Course.Part part, Optional<Found> found, ToInspect inspect, ByHand.Told told) {
        boolean all = part.passed() == part.steps().size();
        Span glyph = new Span("✓");
        glyph.addClassNames("ww-stage-glyph");
        glyph.getElement().setAttribute("aria-hidden", "true");
        glyph.setVisible(all);
        String size = Numbers.count(part.steps().size(), "question");
        Span count = new Span(all ? "yes to " + size : part.passed() + " of " + size + " yes");
        count.addClassNames("ww-soft", "ww-stage-count");
        Span summary = new Span(glyph, new Span(part.title()), count);
        summary.setClassName("ww-stage-head");
        OrderedList list = new OrderedList();
        list.setClassName("ww-questions");
        part.steps().forEach(step -> {
            QuestionNode node = new QuestionNode(step, found, inspect, told);
            nodes.add(node);
            list.add(node);
        });
        NativeDetails stage = new NativeDetails(summary, list);
        stage.setClassName("ww-stage");
        stage.setOpen(!part.folded());
        stage.getClassNames().set("dim", part.steps().stream().noneMatch(Course.Step::reached));
        return stage;
    }

    private static Div arrived() {
        Span glyph = new Span("✓");
        glyph.addClassNames("ww-glyph", "yes");
        glyph.getElement().setAttribute("aria-hidden", "true");
        Div end = new Div(glyph, new Span("Yes to the end: the flow works."));
        end.addClassNames("ww-branch", "yes", "ww-row");
        return end;
    }
}
