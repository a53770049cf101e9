package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.store.EvidencePacket;
import dev.wirewalk.store.InvestigationState.Found;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Frames that answers rest on: by number with a link to the Inspect page, or as packets in a line each. */
final class Frames {
    private static final int SHOWN = 4;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Found found;
    private final ToInspect inspect;

    Frames(Found found, ToInspect inspect) {
        this.found = found;
        this.inspect = inspect;
    }

    /** {@code client.pcap #5 #9}, a line for each file, as Wireshark numbers them. */
    Div links(List<Evidence> evidence) {
        Div lines = new Div();
        lines.addClassNames("ww-mono", "ww-soft", "ww-evidence");
        byFile(evidence).forEach((file, frames) -> {
            Div line = new Div(new Span(found.names().shown(file) + " "));
            frames.stream().limit(SHOWN).forEach(frame -> line.add(link(file, frame)));
            if (frames.size() > SHOWN) {
                line.add(new Span("…"));
            }
            lines.add(line);
        });
        return lines;
    }

    /** The packets themselves: frame, time by the clock of their point, ends, and what they are. */
    UnorderedList packets(List<Evidence> evidence) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("ww-mono", "ww-packets");
        evidence.forEach(each -> {
            ListItem item =
                    new ListItem(new Span(found.names().shown(each.file()) + " "), link(each.file(), each.frame()));
            Optional.ofNullable(found.packets().get(each)).ifPresent(packet -> item.add(line(packet)));
            list.add(item);
        });
        return list;
    }

    private static Div line(EvidencePacket packet) {
        Span when =
                new Span(packet.time().map(time -> TIME.format(time) + " UTC").orElse("without a time"));
        when.setClassName("ww-soft");
        Div line = new Div(when, new Span(packet.ends()), new Span(packet.label()));
        line.setClassName("ww-packet");
        return line;
    }

    private Component link(String file, long frame) {
        Optional<Path> stored = found.names().path(file);
        String name = found.names().shown(file);
        if (stored.isEmpty()) {
            return new Span("#" + frame + " ");
        }
        NativeButton button = new NativeButton("#" + frame, click -> inspect.show(name, stored.get(), frame));
        button.setClassName("ww-evidence-frame");
        button.setAriaLabel("Inspect frame " + frame + " of " + name);
        return button;
    }

    private static Map<String, List<Long>> byFile(List<Evidence> evidence) {
        return evidence.stream()
                .collect(Collectors.groupingBy(
                        Evidence::file, LinkedHashMap::new, Collectors.mapping(Evidence::frame, Collectors.toList())));
    }
}
