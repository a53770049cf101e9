package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.wirewalk.report.StretchCourse;
import java.util.List;

/** Loss and delay of every stretch over time, all with the same scales, so that the odd one stands out. */
final class CoursePlots extends Section {
    /** @param courses one at least */
    CoursePlots(List<StretchCourse> courses) {
        addClassNames("ww-card", "ww-courses");
        getElement().setAttribute("aria-label", "Loss and delay over time");
        double last =
                courses.stream().mapToLong(StretchCourse::lastMicros).max().orElse(0) / 1e6;
        double most = StretchCourse.axis(courses);
        Div plots = new Div();
        plots.setClassName("ww-course-row");
        for (StretchCourse course : courses) {
            Paragraph words = new Paragraph(course.sentence());
            words.addClassNames("ww-soft", "ww-note");
            plots.add(new Div(
                    new H3(course.title()),
                    new StretchPlot(course, last, most, course.title() + ". " + words.getText()),
                    words));
        }
        Paragraph clock = new Paragraph(
                "Time since the flow's first packet. The longest delay of each moment is drawn; the shade around it is how"
                        + " far the clocks of both points may be apart.");
        clock.addClassNames("ww-soft", "ww-note");
        add(new H2("Loss and delay over time"), plots, clock);
    }
}
