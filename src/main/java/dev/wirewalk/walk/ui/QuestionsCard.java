package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.InvestigationState.Found;

/**
 * The questions as a flowchart: the way that was taken is lit, each node opens what it rests on, and what was not reached is dim.
 * Arrow keys step from node to node ({@code flowchart.js}).
 */
@JsModule("context://wirewalk/flowchart.js")
final class QuestionsCard extends Section {
    QuestionsCard(Found found, ToInspect inspect) {
        addClassNames("ww-card", "ww-flowchart");
        setId("questions");
        getElement().setAttribute("aria-label", "Questions");
        Course course = Course.of(found.result().questions());
        Paragraph how = new Paragraph(
                "At each point the packet is there or it is not. Yes leads on, No is the place of the fault. Open a question for"
                        + " its packets.");
        how.addClassNames("ww-soft", "ww-flowchart-how");
        add(new H2("Questions"), how);
        Frames frames = new Frames(found, inspect);
        course.stages().forEach(part -> add(stage(part, found, frames)));
        if (found.result().verdict().outcome() == Outcome.WORKS) {
            add(arrived());
        }
    }

    private static NativeDetails stage(Course.Part part, Found found, Frames frames) {
        boolean all = part.passed() == part.steps().size();
        Span glyph = new Span(all ? "✓" : "");
        glyph.addClassNames("ww-stage-glyph");
        glyph.getElement().setAttribute("aria-hidden", "true");
        Span count = new Span(
                all ? "yes at " + Numbers.count(part.steps().size(), "point") : part.passed() + " of "
                        + Numbers.count(part.steps().size(), "question") + " yes");
        count.addClassNames("ww-soft", "ww-stage-count");
        Div summary = new Div(glyph, new Span(part.title()), count);
        summary.setClassName("ww-stage-head");
        OrderedList list = new OrderedList();
        list.setClassName("ww-questions");
        part.steps().forEach(step -> list.add(new QuestionNode(step, found, frames)));
        NativeDetails stage = new NativeDetails(summary, list);
        stage.setClassName("ww-stage");
        stage.setOpen(!part.folded());
        if (part.steps().stream().noneMatch(Course.Step::reached)) {
            stage.addClassName("dim");
        }
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
