package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.ShownClock;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One packet of the trace: its summary, its features in order, and copies of its bytes at the ends. */
final class TracedPacket {
    private static final int FEATURES_KEPT = 200;

    private final TextLine head;
    private final Map<String, String> summary = new HashMap<>();
    private final List<TracedFeature> features = new ArrayList<>();
    private final WordRows copyIn = new WordRows();
    private final WordRows copyOut = new WordRows();
    private long nanos = Frame.NO_TIME;
    private long stateLine;
    private String part = "Summary";

    TracedPacket(TextLine head) {
        this.head = head;
    }

    /** @return whether the line is one of the trace */
    boolean line(TextLine line) {
        String text = line.text().strip();
        if (!line.indented()) {
            return heading(text);
        }
        if (text.startsWith("Feature:")) {
            part = "Feature";
            if (features.size() < FEATURES_KEPT) {
                features.add(new TracedFeature(
                        line.number(), text.substring("Feature:".length()).strip()));
            }
            return true;
        }
        if (part.equals("Packet Copy In")) {
            return copyIn.add(text);
        } else if (part.equals("Packet Copy Out")) {
            return copyOut.add(text);
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon).strip();
        String value = colon < 0 ? "" : text.substring(colon + 1).strip();
        if (part.equals("Summary")) {
            if (summary.size() < FEATURES_KEPT) {
                summary.putIfAbsent(name, value);
            }
            stateLine = name.equals("State") ? line.number() : stateLine;
            nanos = name.equals("Start") ? time(value) : nanos;
        } else if (!features.isEmpty()) {
            features.getLast().field(name, value);
        }
        return true;
    }

    private boolean heading(String text) {
        boolean known = text.equals("Summary")
                || text.startsWith("Path Trace")
                || text.startsWith("Packet Copy In")
                || text.startsWith("Packet Copy Out")
                || text.startsWith("IOSd Path Flow:");
        if (known) {
            part = text.startsWith("Packet Copy In")
                    ? "Packet Copy In"
                    : text.startsWith("Packet Copy Out") ? "Packet Copy Out" : text;
        }
        return known;
    }

    /** {@code 11086832720465 ns (07/02/2025 18:23:26.637782 UTC)}; the microseconds are printed without leading zeros. */
    private static long time(String text) {
        LineScanner scanner = new LineScanner(text);
        if (!scanner.skipTo("(")) {
            return Frame.NO_TIME;
        }
        long month = scanner.number();
        long day = scanner.accept("/") ? scanner.number() : -1;
        long year = scanner.accept("/") ? scanner.number() : -1;
        scanner.blanks();
        String clock = scanner.word();
        int dot = clock.indexOf('.');
        long micros = dot < 0 ? 0 : new LineScanner(clock.substring(dot + 1)).number();
        long ofDay = new LineScanner(dot < 0 ? clock : clock.substring(0, dot)).timeOfDay();
        return month < 1 || day < 1 || year < 1 || ofDay < 0
                ? Frame.NO_TIME
                : ShownClock.date(year, month, day, ofDay + Math.clamp(micros, 0, 999_999) * 1000);
    }

    void hand(TextOutput output) {
        PacketSketch in = new PacketSketch(head).time(nanos).on(name("Input")).at("in");
        Optional<TracedFeature> flow =
                features.stream().filter(TracedFeature::showsFlow).findFirst();
        boolean addressed = flow.isPresent() && flow.get().flow(in);
        boolean copied = copyIn.into(in);
        long frame = addressed || copied ? output.packet(in) : 0;
        String state = summary.getOrDefault("State", "");
        boolean drop = state.startsWith("DROP");
        if (!state.isEmpty()) {
            Kind kind = drop ? Kind.DROP : state.startsWith("FWD") ? Kind.POLICY : Kind.NOTE;
            String out = name("Output").isEmpty() ? "" : ", output " + name("Output");
            output.event(stateLine, frame, kind, "State: " + state + out);
        }
        features.forEach(feature -> feature.tell(frame, output));
        PacketSketch out = new PacketSketch(head).time(nanos).on(name("Output"));
        if (!drop && !copyOut.isEmpty() && copyOut.into(out.at("out"))) {
            output.packet(out);
        }
    }

    private String name(String label) {
        String name = summary.getOrDefault(label, "");
        return name.startsWith("<") ? "" : name;
    }
}
