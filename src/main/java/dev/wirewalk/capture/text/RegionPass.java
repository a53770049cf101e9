package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.TextReading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads the lines of a text past the parsers. The parser of the open region is asked first; a line that is typical of
 * another tool, or that this parser does not understand and another does, opens the next region.
 */
final class RegionPass implements TextOutput {
    private static final int NUMBERS_KEPT = 1000;
    private static final int EVENTS_KEPT = 100_000;
    private static final int WARNINGS_KEPT = 100;
    private static final int PROMPTS_KEPT = 500;
    private static final int COMMANDS_KEPT = 100;
    private static final int LONGEST_COMMAND = 2_000;
    private static final int NAMES_KEPT = 50_000;
    /** What is left of 0.0.0.0/8, whose addresses stand for names. */
    private static final int OVERFLOWING_NAMES = (1 << 24) - NAMES_KEPT - 2;

    private final List<TextFormat> formats;
    private final TextStore store;
    private final SketchLayout layout = new SketchLayout();
    private final List<TextReading.Region> regions = new ArrayList<>();
    private final List<Long> notUnderstood = new ArrayList<>();
    private final Map<String, IpAddress> standIns = new LinkedHashMap<>();
    final List<TextEvent> events = new ArrayList<>();
    final List<ReadWarning> warnings = new ArrayList<>();
    private final long[] counts = new long[LineKind.values().length];
    private final Deque<String> commands = new ArrayDeque<>();
    private final List<TextReading.Prompted> prompts = new ArrayList<>();
    private Optional<Open> open = Optional.empty();
    private boolean commandsLeftOut;
    private boolean partial;
    private long lines;
    private boolean namesOverflow;

    /** The region being read. */
    private final class Open {
        final TextFormat format;
        final TextParser parser;
        final TextLine first;
        final long packetsBefore = store.packets();
        final int eventsBefore = events.size();
        long lastLine;

        Open(TextFormat format, TextLine first) {
            this.format = format;
            this.first = first;
            lastLine = first.number();
            parser = format.parser(RegionPass.this);
        }

        LineKind line(TextLine line) {
            LineKind kind = parser.line(line);
            if (kind != LineKind.UNKNOWN && !line.blank()) {
                lastLine = line.number();
            }
            return kind;
        }

        void end() {
            parser.end();
            long packets = store.packets() - packetsBefore;
            String reason = "line " + first.number() + " reads as " + format.lineName();
            regions.add(new TextReading.Region(
                    format.format(), reason, first.number(), lastLine, packets, events.size() - eventsBefore));
        }
    }

    RegionPass(List<TextFormat> formats, TextStore store) {
        this.formats = formats;
        this.store = store;
    }

    void run(TextLines text) {
        while (text.hasNext()) {
            TextLine line = text.next();
            lines++;
            LineKind kind = take(line);
            counts[kind.ordinal()]++;
            if (kind != LineKind.PACKET) {
                prompt(line);
            }
            if (kind == LineKind.UNKNOWN && notUnderstood.size() < NUMBERS_KEPT) {
                notUnderstood.add(line.number());
            }
        }
        open.ifPresent(Open::end);
        open = Optional.empty();
    }

    private void prompt(TextLine line) {
        String text = line.text();
        Optional<String> typed = Prompt.command(text);
        String last = prompts.isEmpty() ? "" : prompts.getLast().device();
        typed.flatMap(unused -> Prompt.host(text))
                .filter(host -> !host.equals(last) && prompts.size() < PROMPTS_KEPT)
                .ifPresent(host -> prompts.add(new TextReading.Prompted(line.number(), host)));
        boolean bare = text.startsWith("show ") || text.startsWith("tcpdump -") || text.startsWith("sudo tcpdump ");
        String command = typed.orElse(bare ? text.strip() : "");
        if (!command.isEmpty()) {
            partial |= formats.stream().anyMatch(format -> format.partial(command));
            commands.addLast(command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) : command);
        }
        if (commands.size() > COMMANDS_KEPT) {
            commands.removeFirst();
            commandsLeftOut = true;
        }
    }

    @Override
    public List<String> commands() {
        return List.copyOf(commands);
    }

    private LineKind take(TextLine line) {
        if (open.isPresent()) {
            Open now = open.get();
            int own = now.format.recognise(line.text());
            if (own < TextFormat.SURE && !now.parser.holds(line)) {
                Optional<TextFormat> other = best(line, Math.max(own + 1, TextFormat.SURE));
                if (other.isPresent() && other.get() != now.format) {
                    return begin(other.get(), line);
                }
            }
            LineKind kind = now.line(line);
            if (kind != LineKind.UNKNOWN) {
                return kind;
            }
        }
        Optional<TextFormat> found = best(line, TextFormat.LIKELY);
        if (found.isPresent() && open.map(now -> now.format != found.get()).orElse(true)) {
            return begin(found.get(), line);
        }
        boolean noise = Noise.is(line.text()) || formats.stream().anyMatch(format -> format.aside(line.text()));
        return noise ? LineKind.NOISE : LineKind.UNKNOWN;
    }

    private LineKind begin(TextFormat format, TextLine line) {
        open.ifPresent(Open::end);
        Open begun = new Open(format, line);
        open = Optional.of(begun);
        return begun.line(line);
    }

    private Optional<TextFormat> best(TextLine line, int atLeast) {
        Optional<TextFormat> best = Optional.empty();
        int most = atLeast - 1;
        for (TextFormat format : formats) {
            int sure = format.recognise(line.text());
            if (sure > most) {
                most = sure;
                best = Optional.of(format);
            }
        }
        return best;
    }

    TextReading reading() {
        Map<String, String> names = new LinkedHashMap<>();
        standIns.forEach((name, address) -> names.put(address.toString(), name));
        return new TextReading(
                regions,
                lines,
                counts[LineKind.PACKET.ordinal()],
                counts[LineKind.EVENT.ordinal()],
                counts[LineKind.NOISE.ordinal()],
                counts[LineKind.UNKNOWN.ordinal()],
                notUnderstood,
                prompts,
                commandsLeftOut ? List.of() : List.copyOf(commands),
                partial,
                names);
    }

    @Override
    public long packet(PacketSketch sketch) {
        layout.lay(sketch);
        return store.add(sketch, layout);
    }

    @Override
    public void event(long line, long frame, TextEvent.Kind kind, String text) {
        if (events.size() < EVENTS_KEPT) {
            events.add(new TextEvent(line, frame, kind, text));
        } else if (events.size() == EVENTS_KEPT) {
            warnings.add(new ReadWarning(
                    0, "more than " + EVENTS_KEPT + " remarks: those from line " + line + " on are left out"));
            events.add(new TextEvent(line, 0, TextEvent.Kind.NOTE, "later remarks are left out"));
        }
    }

    @Override
    public void warn(TextLine line, String text) {
        if (warnings.size() < WARNINGS_KEPT) {
            warnings.add(new ReadWarning(line.offset(), "line " + line.number() + ": " + text));
        }
    }

    @Override
    public IpAddress standIn(String hostName) {
        if (standIns.size() == NAMES_KEPT && !standIns.containsKey(hostName)) {
            if (!namesOverflow) {
                namesOverflow = true;
                warnings.add(new ReadWarning(
                        0,
                        "more than " + NAMES_KEPT + " host names: from line " + lines
                                + " on further ones are not kept apart for certain"));
            }
            return IpAddress.v4(NAMES_KEPT + 1L + Math.floorMod(hostName.hashCode(), OVERFLOWING_NAMES));
        }
        return standIns.computeIfAbsent(hostName, name -> IpAddress.v4(standIns.size() + 1L));
    }
}
