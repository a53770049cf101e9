package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.walk.ui.StretchCourse.Way;
import java.util.ArrayList;
import java.util.List;

/** Loss and delay of every stretch over time, all with the same scales, so that the odd one stands out. */
final class CoursePlots extends Section {
    /** @param courses one at least */
    CoursePlots(List<StretchCourse> courses) {
        addClassNames("ww-card", "ww-courses");
        getElement().setAttribute("aria-label", "Loss and delay over time");
        double last =
                courses.stream().mapToLong(StretchCourse::lastMicros).max().orElse(0) / 1e6;
        double most =
                nice(courses.stream().mapToLong(StretchCourse::mostMicros).max().orElse(0) / 1e3);
        Div plots = new Div();
        plots.setClassName("ww-course-row");
        for (StretchCourse course : courses) {
            String title = course.from() + " ↔ " + course.to();
            Paragraph words = new Paragraph(sentence(course));
            words.addClassNames("ww-soft", "ww-note");
            plots.add(
                    new Div(new H3(title), new StretchPlot(course, last, most, title + ". " + words.getText()), words));
        }
        Paragraph clock = new Paragraph(
                "Time since the flow's first packet. The longest delay of each moment is drawn; the shade around it is how"
                        + " far the clocks of both points may be apart.");
        clock.addClassNames("ww-soft", "ww-note");
        add(new H2("Loss and delay over time"), plots, clock);
    }

    /** The end of an axis that has room for this value. */
    static double nice(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
        for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
            if (value <= step * unit) {
                return step * unit;
            }
        }
        return 10 * unit;
    }

    private static String sentence(StretchCourse course) {
        List<String> sentences = new ArrayList<>();
        course.ways().forEach(way -> sentences.add(losses(way)));
        if (course.drawsDelays()) {
            sentences.add("Delays ± "
                    + Counts.interval(course.ways().stream()
                            .mapToLong(Way::halfMicros)
                            .max()
                            .orElse(0)) + ".");
        } else {
            boolean few = course.ways().stream().anyMatch(way -> !way.delays().isEmpty());
            sentences.add(
                    few
                            ? "Too few packets arrived for a course of delays."
                            : "No delays: the clocks of both points cannot be compared.");
        }
        course.ways().stream()
                .filter(way -> !way.doubt().isEmpty())
                .map(way -> "Not told " + way.arrow() + ": " + way.doubt() + ".")
                .distinct()
                .forEach(sentences::add);
        course.ways().stream()
                .flatMap(way -> way.ownClock().stream())
                .map(clock -> "Moments at " + clock + " are by its own clock.")
                .distinct()
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    private static String losses(Way way) {
        String sent = way.arrow() + " " + Numbers.count(way.sent(), "packet") + ", ";
        List<String> parts = new ArrayList<>();
        if (way.lost() > 0) {
            parts.add(way.lost() + " lost");
        }
        if (way.open() > 0) {
            parts.add(way.open() + " not told");
        }
        String missing = parts.isEmpty() ? "none missing" : String.join(", ", parts);
        return sent + missing + ".";
    }
}
