package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lines or bars over time, drawn by the browser ({@code plot.js}); the sentence says the same to whoever cannot see it. */
@Tag("ww-plot")
@JsModule("context://wirewalk/plot.js")
final class Plot extends Component {
    /** One course. @param role a colour role of the theme: accent, yes, no, unknown or soft */
    record Line(String name, String role, double[] values) {}

    /**
     * @param unit of the values, for the axis and the tooltip
     * @param secondsPerStep distance of two values
     */
    Plot(String title, String unit, double secondsPerStep, List<Line> lines, String sentence) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode plot = json.objectNode();
        plot.put("title", title);
        plot.put("unit", unit);
        plot.put("step", secondsPerStep);
        ArrayNode series = plot.putArray("series");
        for (Line line : lines) {
            ObjectNode each = series.addObject();
            each.put("name", line.name());
            each.put("role", line.role());
            ArrayNode values = each.putArray("values");
            for (double value : line.values()) {
                values.add(value);
            }
        }
        getElement().setPropertyJson("plot", plot);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", title + ". " + sentence);
    }
}
