package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.report.LadderChart;
import dev.wirewalk.report.LadderWords;
import dev.wirewalk.store.InvestigationState.Found;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The flow packet by packet across the points: drawn, told in sentences with links to the frames, and to be taken along as SVG. */
final class LadderCard extends Section {
    LadderCard(Found found, ToInspect inspect) {
        Ladder ladder = found.result().ladder();
        addClassNames("ww-card", "ww-ladder-card");
        getElement().setAttribute("aria-label", "Ladder");
        Div head = new Div(new H2("Ladder"), export(ladder, found));
        head.setClassName("ww-panel-head");
        Span how = new Span("A click on a packet opens it in Inspect, from the point nearest to the click.");
        how.addClassNames("ww-soft", "ww-note");
        add(head, new LadderDrawing(ladder, found, inspect), how, sentences(ladder, found, new Frames(found, inspect)));
    }

    static boolean hasSomething(Found found) {
        return !found.result().ladder().rows().isEmpty();
    }

    private static NativeDetails sentences(Ladder ladder, Found found, Frames frames) {
        OrderedList list = new OrderedList();
        list.setClassName("ww-ladder-words");
        List<String> lines = new LadderWords(ladder, found.names()::shown).lines();
        for (int i = 0; i < lines.size(); i++) {
            ListItem item = new ListItem(new Span(lines.get(i)));
            if (i < ladder.rows().size() && ladder.rows().get(i) instanceof Ladder.Packet packet) {
                item.add(frames.links(packet.sightings().stream()
                        .map(sighting -> new Evidence(sighting.file(), sighting.frame()))
                        .toList()));
            }
            list.add(item);
        }
        NativeDetails details = new NativeDetails("The same in words, with links to the frames", list);
        details.setClassName("ww-ladder-text");
        return details;
    }

    private static Anchor export(Ladder ladder, Found found) {
        DownloadHandler file = event -> {
            event.setFileName("ladder.svg");
            event.setContentType("image/svg+xml");
            event.getResponse().setHeader("Cache-Control", "no-store");
            event.getOutputStream()
                    .write(LadderChart.file(ladder, found.names()::shown).getBytes(StandardCharsets.UTF_8));
        };
        Anchor anchor = new Anchor(file, "Save as SVG");
        anchor.setClassName("ww-download");
        return anchor;
    }
}
