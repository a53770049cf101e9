package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.report.LadderChart;
import dev.wirewalk.store.InvestigationState.Found;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The ladder as it is drawn; each packet opens where it was seen, by a click or from the keyboard ({@code ladder.js}). */
@Tag("ww-ladder")
@JsModule("context://wirewalk/ladder.js")
final class LadderDrawing extends Component {
    private static final String ROW = "event.detail.row";
    private static final String PLACE = "event.detail.place";

    LadderDrawing(Ladder ladder, Found found, ToInspect inspect) {
        getElement().getClassList().add("ww-scrolling");
        getElement().getClassList().add("ww-ladder-chart");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute(
                        "aria-label", "Ladder chart. Arrow keys step through the packets, Enter opens one in Inspect.");
        // The chart's text is made by us and escaped there.
        getElement().setProperty("innerHTML", LadderChart.svg(ladder, found.names()::shown));
        ArrayNode places = JsonNodeFactory.instance.arrayNode();
        for (Ladder.Row row : ladder.rows()) {
            ArrayNode words = places.addArray();
            sightings(row)
                    .forEach(sighting -> words.add(found.names().shown(sighting.file()) + " #" + sighting.frame()));
        }
        getElement().setPropertyJson("places", places);
        getElement()
                .addEventListener("open-packet", event -> {
                    int row = event.getEventData().path(ROW).asInt(-1);
                    int place = event.getEventData().path(PLACE).asInt(-1);
                    sighting(ladder, row, place).ifPresent(seen -> open(seen, found, inspect));
                })
                .addEventData(ROW)
                .addEventData(PLACE);
    }

    private static List<Ladder.Sighting> sightings(Ladder.Row row) {
        return switch (row) {
            case Ladder.Packet packet -> packet.sightings();
            case Ladder.Gap gap -> List.of();
        };
    }

    private static Optional<Ladder.Sighting> sighting(Ladder ladder, int row, int place) {
        if (row < 0 || row >= ladder.rows().size()) {
            return Optional.empty();
        }
        List<Ladder.Sighting> seen = sightings(ladder.rows().get(row));
        return place < 0 || place >= seen.size() ? Optional.empty() : Optional.of(seen.get(place));
    }

    private static void open(Ladder.Sighting seen, Found found, ToInspect inspect) {
        found.names()
                .path(seen.file())
                .ifPresent(stored -> inspect.show(found.names().shown(seen.file()), stored, seen.frame()));
    }
}
