package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.wirewalk.diagnosis.SegmentCourse;
import dev.wirewalk.report.StretchCourse;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One stretch over time, drawn by the browser ({@code course.js}): delays with their interval, and below them what did not arrive. */
@Tag("ww-course")
@JsModule("context://wirewalk/course.js")
final class StretchPlot extends Component {
    private static final double MICROS = 1e6;
    private static final double MILLIS = 1e3;

    /** @param sentence says the same to whoever cannot see it */
    StretchPlot(StretchCourse course, double lastSecond, double mostMillis, String sentence) {
        ObjectNode plot = JsonNodeFactory.instance.objectNode();
        plot.put("last", lastSecond);
        plot.put("most", mostMillis);
        plot.put("step", course.stepMicros() / MICROS);
        ArrayNode delays = plot.putArray("delays");
        ArrayNode losses = plot.putArray("losses");
        for (StretchCourse.Way way : course.ways()) {
            if (course.drawsDelays()) {
                delays(delays, way);
            }
            losses(losses, way, "lost " + way.arrow(), "no", SegmentCourse.Count::lost);
            losses(losses, way, "not told " + way.arrow(), "unknown", SegmentCourse.Count::open);
        }
        getElement().setPropertyJson("plot", plot);
        getElement().setAttribute("role", "img").setAttribute("aria-label", sentence);
        getElement().getClassList().set("with-delays", !delays.isEmpty());
        getElement().getClassList().set("with-losses", !losses.isEmpty());
    }

    private static void delays(ArrayNode delays, StretchCourse.Way way) {
        if (way.delays().isEmpty()) {
            return;
        }
        ObjectNode each = delays.addObject();
        each.put("name", "delay " + way.arrow());
        each.put("role", way.forward() ? "accent" : "unknown");
        each.put("half", way.halfMicros() / MILLIS);
        ArrayNode points = each.putArray("points");
        way.delays()
                .forEach(moment ->
                        points.addArray().add(moment.atMicros() / MICROS).add(way.shown(moment.micros()) / MILLIS));
    }

    private static void losses(
            ArrayNode losses, StretchCourse.Way way, String name, String role, ToIntFunction<SegmentCourse.Count> of) {
        if (way.counts().stream().mapToInt(of).sum() == 0) {
            return;
        }
        ObjectNode each = losses.addObject();
        each.put("name", name);
        each.put("role", role);
        each.put("hatched", !way.forward());
        ArrayNode points = each.putArray("points");
        way.counts().stream()
                .filter(count -> of.applyAsInt(count) > 0)
                .forEach(count -> points.addArray()
                        .add(count.atMicros() / MICROS)
                        .add(of.applyAsInt(count))
                        .add(count.sent()));
    }
}
