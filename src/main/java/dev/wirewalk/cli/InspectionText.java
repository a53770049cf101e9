package dev.wirewalk.cli;

import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.capture.TextReading;
import dev.wirewalk.finding.Evidence;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.ConversationSort;
import dev.wirewalk.inspection.Details;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.packet.PacketView;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An inspection for a person's eye. */
record InspectionText(PrintWriter out) {
    private static final int CONVERSATIONS = 10;
    private static final int EVENTS = 20;
    private static final int LINES = 5;

    void print(Inspection inspection) {
        InspectionResult result = inspection.result();
        printFacts(result);
        if (result.findings().isEmpty()) {
            line("findings: none");
        }
        result.findings().forEach(this::print);
        printConversations(inspection);
        printEvents(result.events());
        out.println();
    }

    private void line(String text) {
        out.println(Words.printable(text));
    }

    private void printFacts(InspectionResult result) {
        line("== " + result.file() + ": " + result.format() + ", " + result.linkType() + ", " + result.packets()
                + " packets, " + result.bytes() + " bytes ==");
        result.firstTime()
                .ifPresent(first -> line(first + " to " + result.lastTime().orElse(first) + rate(result)));
        line("conversations: " + result.conversations().tcp() + " TCP, "
                + result.conversations().udp() + " UDP, "
                + result.conversations().icmp() + " ICMP, "
                + result.conversations().other() + " other" + counts("; ends: ", result.states()));
        if (!result.analysis().isEmpty()) {
            line(counts("sequence analysis, as tshark counts: ", result.analysis()));
        }
        printQuality(result.details());
        result.details().text().ifPresent(this::printText);
        for (ReadWarning warning : result.warnings()) {
            line("not read as it should be, at offset " + warning.offset() + ": " + warning.text());
        }
    }

    private void printQuality(Details details) {
        if (details.copies() > 0) {
            line("copies of packets: " + details.copies());
        }
        if (details.missedShare().orElse(0) > 0 || details.lostShare().orElse(0) > 0) {
            line(String.format(
                    Locale.ROOT,
                    "of TCP packets, %.2f %% acknowledge what the capture missed, %.2f %% were sent again",
                    details.missedShare().orElse(0) * 100,
                    details.lostShare().orElse(0) * 100));
        }
        for (Details.InterfaceFacts one : details.interfaces()) {
            line("interface " + one.name() + ", " + one.linkType()
                    + (one.dropped().isPresent() ? ", " + one.dropped().getAsLong() + " packets dropped" : ""));
        }
    }

    private void printText(TextReading text) {
        for (TextReading.Region region : text.regions()) {
            line("lines " + region.firstLine() + " to " + region.lastLine() + ": "
                    + region.format().label() + ", " + region.packets() + " packets, " + region.events()
                    + " events (" + region.reason() + ")");
        }
        if (text.notUnderstood() > 0) {
            line("not understood: " + text.notUnderstood() + " of " + text.lines() + " lines, first of them "
                    + text.notUnderstoodLines().stream()
                            .limit(LINES)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String rate(InspectionResult result) {
        return result.details().bitsPerSecond().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (%.3f s, %.0f kbit/s)",
                        result.details().seconds().orElse(0),
                        result.details().bitsPerSecond().getAsDouble() / 1000);
    }

    private static String counts(String title, Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", title, ""));
    }

    private void print(Finding finding) {
        out.println();
        line(finding.severity().word() + ": " + finding.summary() + "  [" + finding.id() + "]");
        if (!finding.evidence().isEmpty()) {
            line("  frames "
                    + finding.evidence().stream()
                            .map(Evidence::frame)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        if (!finding.displayFilter().isEmpty()) {
            line("  in Wireshark: " + finding.displayFilter());
        }
        line("  " + finding.advice());
    }

    private void printConversations(Inspection inspection) {
        int[] order = inspection.conversations().sorted(ConversationSort.BYTES, true, Optional.empty());
        if (order.length == 0) {
            return;
        }
        out.println();
        line("conversations with most bytes:");
        for (Conversation one : inspection.conversations().page(order, 0, CONVERSATIONS)) {
            line("  " + one.client() + " > " + one.server() + ": " + one.packets() + " packets, " + one.bytes()
                    + " bytes" + state(inspection, one));
        }
        if (order.length > CONVERSATIONS) {
            line("  and " + (order.length - CONVERSATIONS) + " more");
        }
    }

    private static String state(Inspection inspection, Conversation one) {
        return one.protocol() == PacketView.TCP
                ? ", " + inspection.conversations().state(one.index()).name()
                : "";
    }

    private void printEvents(List<InspectionResult.Event> events) {
        if (events.isEmpty()) {
            return;
        }
        out.println();
        line("events told beside the packets:");
        events.stream()
                .limit(EVENTS)
                .forEach(event -> line("  line " + event.line() + ": " + event.kind() + ": " + event.text()));
        if (events.size() > EVENTS) {
            line("  and " + (events.size() - EVENTS) + " more");
        }
    }
}
