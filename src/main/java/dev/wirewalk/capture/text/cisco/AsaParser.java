package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.Prompt;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import dev.wirewalk.capture.text.tcpdump.PacketText;
import java.util.List;
import java.util.Optional;

/** Leads the lines to what they belong to: the list of captures, a packet, the phases of a traced packet, a counter. */
final class AsaParser implements TextParser {
    private static final List<String> BANNERS = List.of(
            "Target:",
            "Hardware:",
            "Cisco Adaptive Security Appliance",
            "Cisco Firepower",
            "ASLR enabled",
            "Compiled on");

    private final TextOutput output;
    private final DatedTime clock = new DatedTime();
    private final PacketText packets = PacketText.absolute();
    private final CaptureList captures = new CaptureList();
    private final TracePhases phases;
    private final DropCounters counters;
    private ShownCapture shown = new ShownCapture("", false);
    private int unnamed = 1;
    private String unit = "";
    private boolean decoding;
    private Optional<String> listed = Optional.empty();
    private Optional<CaptureRecord> open = Optional.empty();

    AsaParser(TextOutput output) {
        this.output = output;
        phases = new TracePhases(output);
        counters = new DropCounters(output);
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text().strip();
        if (text.isEmpty()) {
            return LineKind.NOISE;
        }
        Optional<AsaCommand> command = AsaCommand.of(line.text());
        if (command.isPresent() || Prompt.command(line.text()).isPresent()) {
            finish();
            return command.map(typed -> take(typed, line)).orElse(LineKind.UNKNOWN);
        }
        Optional<RecordHead> head = RecordHead.parse(line.text(), clock);
        if (head.isPresent()) {
            begin(line, head.get());
            return LineKind.PACKET;
        }
        if (open.isPresent() && DumpRows.isRow(text)) {
            open.get().dump(text);
            return LineKind.PACKET;
        }
        LineKind own = record(line, text);
        return own == LineKind.UNKNOWN ? other(line, text) : own;
    }

    private void begin(TextLine line, RecordHead head) {
        finish();
        if (head.number() <= 1 && shown.begun()) {
            another("");
        }
        shown.addPacket();
        open = Optional.of(new CaptureRecord(line, head));
    }

    private LineKind record(TextLine line, String text) {
        Optional<PacketCounts> counts = PacketCounts.parse(text);
        if (counts.isPresent()) {
            count(line, counts.get());
            return LineKind.NOISE;
        }
        if (TracePhases.begins(text) || text.equals("Result:") || phases.open()) {
            release();
            return phases.line(line) ? LineKind.EVENT : LineKind.UNKNOWN;
        }
        boolean other = CaptureList.parse(text).isPresent() || DropCounters.begins(text);
        return !other && open.isPresent() && open.get().goesOn(line) ? LineKind.PACKET : LineKind.UNKNOWN;
    }

    private LineKind other(TextLine line, String text) {
        Optional<CaptureList.Entry> entry = CaptureList.parse(text);
        if (entry.isPresent()) {
            finish();
            learn(line, entry.get());
            listed = Optional.of(entry.get().name());
            output.event(line.number(), 0, TextEvent.Kind.NOTE, text);
            return LineKind.EVENT;
        }
        if (listed.isPresent() && line.indented()) {
            output.event(line.number(), 0, TextEvent.Kind.NOTE, "capture " + listed.get() + " " + text);
            return LineKind.EVENT;
        }
        LineKind counter = counters.line(line);
        if (counter != LineKind.UNKNOWN) {
            return counter;
        }
        if (text.startsWith("ERROR:") || text.startsWith("%Error")) {
            output.event(line.number(), 0, TextEvent.Kind.NOTE, text);
            return LineKind.EVENT;
        }
        if (decoding) {
            return LineKind.PACKET;
        }
        if (text.endsWith("****") && text.indexOf(':') > 0) {
            unitOfCluster(text);
            return LineKind.NOISE;
        }
        return BANNERS.stream().anyMatch(text::startsWith)
                ? LineKind.NOISE
                : phases.line(line) ? LineKind.EVENT : LineKind.UNKNOWN;
    }

    /** {@code unit-1-1(LOCAL):******}: what follows was captured by that unit of a cluster. */
    private void unitOfCluster(String text) {
        finish();
        String name = text.substring(0, text.indexOf(':'));
        int local = name.indexOf('(');
        unit = local < 0 ? name : name.substring(0, local);
        shown = new ShownCapture(withUnit(shown.interfaceName()), shown.drops());
    }

    private String withUnit(String interfaceName) {
        int old = interfaceName.indexOf(" of ");
        String bare = old < 0 ? interfaceName : interfaceName.substring(0, old);
        return unit.isEmpty() ? bare : bare + " of " + unit;
    }

    private void learn(TextLine line, CaptureList.Entry entry) {
        captures.learn(entry);
        if (entry.full()) {
            output.warn(
                    line,
                    "the buffer of capture " + entry.name()
                            + " is full: it holds the first packets, and later ones are missing");
        }
    }

    private LineKind take(AsaCommand command, TextLine line) {
        unit = "";
        decoding = false;
        phases.of(0);
        switch (command.kind()) {
            case SHOW_CAPTURE -> {
                decoding = command.words().contains(" dec");
                another(command.name());
            }
            case CAPTURE -> CaptureList.parse(command.words()).ifPresent(entry -> learn(line, entry));
            case PACKET_TRACER -> {
                phases.simulated();
                output.event(line.number(), 0, TextEvent.Kind.NOTE, "simulation: " + command.words());
                return LineKind.EVENT;
            }
            case SHOW_DROPS -> counters.end();
        }
        return LineKind.NOISE;
    }

    /** Begins the next capture; without a name it is told apart from those before by a number. */
    private void another(String name) {
        if (name.isEmpty()) {
            shown = new ShownCapture(shown.begun() ? "capture " + ++unnamed : "", false);
            return;
        }
        Optional<CaptureList.Entry> entry = captures.named(name);
        boolean drops = entry.isPresent() && entry.get().drops();
        String onInterface = entry.map(CaptureList.Entry::interfaceName).orElse("");
        shown = new ShownCapture(onInterface.isEmpty() ? name : onInterface, drops);
    }

    private void count(TextLine line, PacketCounts counts) {
        finish();
        if (counts.shown()) {
            shown.shown(counts.packets());
            if (shown.missing() > 0) {
                output.warn(
                        line,
                        "the device showed " + counts.packets() + " packets, and " + shown.missing()
                                + " of them are not in the text");
            }
        } else if (shown.begun()) {
            another("");
        }
    }

    private void release() {
        open.ifPresent(record -> phases.of(record.handOut(shown, packets, output)));
        open = Optional.empty();
    }

    private void finish() {
        release();
        phases.of(0);
        counters.end();
        listed = Optional.empty();
    }

    @Override
    public void end() {
        finish();
    }
}
