package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What F5's tcpdump adds at the end: {@code in slot1/tmm0 lis=/Common/web port=1.2 trunk= rst_cause="…"} and the peer's flow. */
final class LoadBalancerSuffix {
    private static final int LISTENERS_TOLD = 1000;

    private final Set<String> listeners = new HashSet<>();
    private String suffix = "";

    /** The text without the suffix. */
    String cut(String text) {
        suffix = "";
        if (!text.contains("lis=") && !text.contains(" slot")) {
            return text;
        }
        int at = Math.max(text.lastIndexOf(" in slot"), text.lastIndexOf(" out slot"));
        at = Math.max(at, Math.max(text.lastIndexOf(" in lis="), text.lastIndexOf(" out lis=")));
        if (at < 0) {
            return text;
        }
        suffix = text.substring(at + 1);
        return text.substring(0, at);
    }

    void tell(PacketSketch into) {
        if (suffix.isEmpty()) {
            return;
        }
        into.at(suffix.startsWith("in ") ? "in" : "out");
        String port = value(" port=");
        if (!port.isEmpty()) {
            into.on(port);
        }
    }

    /** The listener when it is seen for the first time, and why a reset was sent. */
    List<TextEvent> remarks(long line) {
        if (suffix.isEmpty()) {
            return List.of();
        }
        List<TextEvent> remarks = new ArrayList<>();
        String listener = value(" lis=");
        if (!listener.isEmpty() && listeners.size() < LISTENERS_TOLD && listeners.add(listener)) {
            remarks.add(new TextEvent(line, 0, TextEvent.Kind.NOTE, "listener " + listener));
        }
        LineScanner scanner = new LineScanner(suffix);
        if (scanner.skipTo("rst_cause=\"")) {
            remarks.add(new TextEvent(
                    line, 0, TextEvent.Kind.REJECT, scanner.upTo("\"").orElseGet(scanner::rest)));
        }
        return remarks;
    }

    private String value(String key) {
        LineScanner scanner = new LineScanner(suffix);
        return scanner.skipTo(key) ? scanner.word() : "";
    }
}
