package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.capture.TextReading;
import dev.wirewalk.inspection.ConversationCounts;
import dev.wirewalk.inspection.Details;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.ByteCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What the file is and how far it can be trusted. */
final class FactsCard extends Section {
    private static final int WARNINGS = 5;
    private static final int LINES = 12;

    FactsCard(InspectionResult result) {
        addClassNames("ww-card", "ww-facts");
        getElement().setAttribute("aria-label", "Facts");
        add(new H1(result.file()), line(result));
        if (result.packets() == 0) {
            add(new Paragraph(
                    result.events().isEmpty()
                            ? "There is no packet in it: the capture ran, and nothing of its filter came by."
                            : "It shows no packets, only remarks of a device; they are listed below."));
        }
        List<String> doubts = doubts(result);
        if (!doubts.isEmpty()) {
            UnorderedList list = new UnorderedList();
            doubts.forEach(doubt -> list.add(new ListItem(doubt)));
            Span title = new Span("! Keep in mind");
            title.addClassNames("ww-level", "unknown");
            Div box = new Div(title, list);
            box.setClassName("ww-doubts");
            add(box);
        }
        result.details().text().ifPresent(text -> add(regions(text)));
    }

    private static Div line(InspectionResult result) {
        Details details = result.details();
        List<String> facts = new ArrayList<>();
        facts.add(result.format() + " · " + String.join(", ", details.linkTypes()) + " · "
                + ByteCount.of(details.fileBytes()));
        facts.add(Numbers.count(result.packets(), "packet") + ", " + ByteCount.of(result.bytes()) + " on the wire");
        details.seconds()
                .ifPresent(seconds -> facts.add(Words.duration((long) (seconds * 1e9))
                        + details.bitsPerSecond().stream()
                                .mapToObj(rate -> " at " + Words.rate(rate))
                                .findFirst()
                                .orElse("")));
        result.firstTime()
                .ifPresent(first ->
                        facts.add(Words.between(first, result.lastTime().orElse(first))));
        conversations(result.conversations()).ifPresent(facts::add);
        details.lostShare().stream()
                .filter(share -> share > 0)
                .forEach(share -> facts.add(Words.percent(share) + " of TCP packets sent again"));
        Div line = new Div();
        line.setClassName("ww-fact-line");
        facts.forEach(fact -> line.add(new Span(fact)));
        return line;
    }

    /** What limits every statement about this file. */
    private static List<String> doubts(InspectionResult result) {
        Details details = result.details();
        List<String> doubts = new ArrayList<>();
        result.warnings().stream()
                .limit(WARNINGS)
                .forEach(warning -> doubts.add(warning.text() + " (at byte " + Numbers.count(warning.offset()) + ")"));
        if (result.warnings().size() > WARNINGS) {
            doubts.add(Numbers.count(result.warnings().size() - WARNINGS, "further warning"));
        }
        if (result.truncatedPackets() > 0) {
            doubts.add(Numbers.count(result.truncatedPackets(), "packet") + " cut short by the snap length"
                    + details.snapLength().stream()
                            .mapToObj(length -> " of " + length + " bytes")
                            .findFirst()
                            .orElse(""));
        }
        details.missedShare().stream()
                .filter(share -> share > 0)
                .forEach(share ->
                        doubts.add(Words.percent(share) + " of TCP packets acknowledge data that the capture missed"));
        if (details.copies() > 0) {
            doubts.add(
                    Numbers.count(details.copies(), "packet")
                            + " are copies of another one, of a mirror or of several interfaces: they are left out of findings and states");
        }
        return doubts;
    }

    private static Optional<String> conversations(ConversationCounts counts) {
        StringJoiner kinds = new StringJoiner(", ");
        long all = 0;
        String[] names = {"TCP", "UDP", "ICMP", "other"};
        long[] numbers = {counts.tcp(), counts.udp(), counts.icmp(), counts.other()};
        for (int kind = 0; kind < names.length; kind++) {
            if (numbers[kind] > 0) {
                kinds.add(Numbers.count(numbers[kind]) + " " + names[kind]);
                all += numbers[kind];
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(kinds + (all == 1 ? " conversation" : " conversations"));
    }

    private static Div regions(TextReading text) {
        Div regions = new Div();
        regions.addClassNames("ww-soft", "ww-note");
        text.regions()
                .forEach(region -> regions.add(new Div(new Span("Lines " + Numbers.count(region.firstLine()) + " to "
                        + Numbers.count(region.lastLine()) + ": "
                        + region.format().label() + ", "
                        + Numbers.count(region.packets(), "packet") + ", " + Numbers.count(region.events(), "remark")
                        + " ("
                        + region.reason() + ")"))));
        if (text.notUnderstood() > 0) {
            Span lines = new Span("! Not understood: " + Numbers.count(text.notUnderstood()) + " of "
                    + Numbers.count(text.lines(), "line") + ": "
                    + text.notUnderstoodLines().stream()
                            .limit(LINES)
                            .map(Numbers::count)
                            .collect(Collectors.joining(", "))
                    + (text.notUnderstood() > LINES ? ", …" : ""));
            lines.addClassNames("ww-level", "unknown");
            regions.add(new Div(lines));
        }
        if (!text.standIns().isEmpty()) {
            regions.add(new Div(new Span("The text shows names; these addresses stand for them: "
                    + text.standIns().entrySet().stream()
                            .limit(LINES)
                            .map(entry -> entry.getKey() + " = " + entry.getValue())
                            .collect(Collectors.joining(", ")))));
        }
        return regions;
    }
}
