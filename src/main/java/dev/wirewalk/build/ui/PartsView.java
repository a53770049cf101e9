package dev.wirewalk.build.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.command.ExplainedPlan;
import dev.wirewalk.command.StepExplanation;
import dev.wirewalk.command.StepPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What each step is for and what each part of its commands does; made when it is opened. */
class PartsView extends Details {
    private final Div content = new Div();
    private Supplier<ExplainedPlan> plan = () -> {
        throw new IllegalStateException("there is no plan yet");
    };

    PartsView() {
        super("What each part does");
        setClassName("ww-why");
        add(content);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                draw();
            }
        });
    }

    /** @param explained asked only while the parts are in sight */
    void follow(Supplier<ExplainedPlan> explained) {
        plan = explained;
        if (isOpened()) {
            draw();
        }
    }

    private void draw() {
        content.removeAll();
        Set<StepPart> told = new HashSet<>();
        for (StepExplanation step : plan.get().steps()) {
            Span phase = new Span(step.step().phase().word());
            phase.setClassName("ww-part-phase");
            content.add(new Paragraph(phase, new Span(" " + step.step().why())));
            List<StepPart> news = step.lines().stream()
                    .flatMap(line -> line.parts().stream())
                    .filter(part -> !part.meaning().isEmpty())
                    // The same part in the next step needs no second telling.
                    .filter(told::add)
                    .toList();
            if (!news.isEmpty()) {
                DescriptionList list = new DescriptionList();
                news.forEach(part -> list.add(
                        new DescriptionList.Term(new Code(part.text())),
                        new DescriptionList.Description(part.meaning())));
                content.add(list);
            }
        }
    }
}
