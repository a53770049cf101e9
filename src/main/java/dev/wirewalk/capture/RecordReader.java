package dev.wirewalk.capture;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/** Reads a file of records, whatever they look like. For readers. */
public final class RecordReader implements CaptureReader {
    private final MemorySegment file;
    private final Supplier<? extends RecordLayout> layouts;

    /** @param layouts a new one for each pass */
    public RecordReader(MemorySegment file, Supplier<? extends RecordLayout> layouts) {
        this.file = file;
        this.layouts = layouts;
    }

    @Override
    public CaptureFormat format() {
        return layouts.get().format();
    }

    @Override
    public ReadReport read(PacketVisitor visitor) {
        RecordLayout layout = layouts.get();
        ReadTally tally = new ReadTally(layout.format());
        FrameCursor frame = new FrameCursor(file);
        layout.begin(tally);
        long at = layout.packetAt(layout.start(), tally);
        while (at >= 0) {
            layout.show(at, frame);
            tally.addPacket(frame);
            visitor.visit(frame);
            at = layout.packetAt(layout.behind(at), tally);
        }
        layout.end(tally);
        return tally.report(file.byteSize());
    }

    @Override
    public void visit(long place, long number, PacketVisitor visitor) {
        RecordLayout layout = layouts.get();
        ReadTally unheard = new ReadTally(layout.format());
        if (place < layout.start() || layout.packetAt(place, unheard) != place) {
            throw new IllegalArgumentException("no packet begins at " + place);
        }
        FrameCursor frame = new FrameCursor(file);
        frame.numberNext(number);
        layout.show(place, frame);
        visitor.visit(frame);
    }
}
