package dev.wirewalk.capture.text;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.TextReading;
import dev.wirewalk.capture.UnreadableCapture;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the text that tools print. It is taken apart once, when the file is opened; a pass goes over the packets found. */
public final class TextReader implements CaptureReader {
    private static final CaptureFormat EMPTY = CaptureFormat.ofText("empty-text");

    private final MemorySegment file;
    private final TextStore store;
    private final TextReading reading;
    private final List<TextEvent> events;
    private final List<ReadWarning> warnings;

    private TextReader(MemorySegment file, TextStore store, RegionPass pass) {
        this.file = file;
        this.store = store;
        reading = pass.reading();
        events = List.copyOf(pass.events);
        warnings = List.copyOf(pass.warnings);
    }

    /**
     * @param arena owns the packets found
     * @throws UnreadableCapture when there is no packet and no remark of a known tool in the text, but something else
     */
    public static TextReader over(Path path, MemorySegment file, Arena arena) throws UnreadableCapture {
        TextStore store = new TextStore(arena);
        RegionPass pass = new RegionPass(TextFormats.standard(), store);
        pass.run(new TextLines(file));
        TextReader reader = new TextReader(file, store, pass);
        // Banners and prompts with nothing behind them are what a capture prints when nothing of its filter came by.
        if (reader.reading.regions().isEmpty() && reader.reading.notUnderstood() > 0) {
            throw new UnreadableCapture(
                    path,
                    "is text, but none of its lines (" + reader.reading.lines()
                            + ") reads as the output of a capture or debug command that is known");
        }
        return reader;
    }

    /** That of the region with the most packets, or, where there are none, with the most remarks. */
    @Override
    public CaptureFormat format() {
        return reading.regions().stream()
                .collect(Collectors.toMap(
                        TextReading.Region::format, region -> region.packets() << 20 | region.events(), Long::sum))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(java.util.Map.Entry<CaptureFormat, Long>::getValue)
                        .thenComparing(entry -> entry.getKey().label()))
                .map(java.util.Map.Entry::getKey)
                .orElse(EMPTY);
    }

    @Override
    public void visit(long place, long number, PacketVisitor visitor) {
        FrameCursor frame = new FrameCursor(file);
        frame.numberNext(number);
        store.show(place, frame);
        visitor.visit(frame);
    }

    @Override
    public ReadReport read(PacketVisitor visitor) {
        ReadTally tally = new ReadTally(format());
        FrameCursor frame = new FrameCursor(file);
        for (long place = store.first(); place >= 0; place = store.next(place)) {
            store.show(place, frame);
            tally.addInterface(frame.recordOffset(), frame.linkType(), 0);
            tally.addPacket(frame);
            visitor.visit(frame);
        }
        warnings.forEach(warning -> tally.warn(warning.offset(), warning.text()));
        events.forEach(tally::addEvent);
        tally.readAsText(reading);
        return tally.report(file.byteSize());
    }
}
