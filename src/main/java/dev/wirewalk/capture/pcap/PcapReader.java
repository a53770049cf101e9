package dev.wirewalk.capture.pcap;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.UnreadableCapture;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/** Reads pcap files: both byte orders, microseconds and nanoseconds, and the longer records that patched programs wrote. */
public final class PcapReader implements CaptureReader {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final FileBytes file;
    private final PcapHeader header;

    private PcapReader(FileBytes file, PcapHeader header) {
        this.file = file;
        this.header = header;
    }

    /** Whether the file begins as a pcap file does. */
    public static boolean recognises(MemorySegment file) {
        return PcapHeader.of(file).isPresent();
    }

    /** @throws UnreadableCapture when the file ends inside its header, or is no pcap file */
    public static PcapReader over(Path path, MemorySegment file) throws UnreadableCapture {
        PcapHeader header = PcapHeader.of(file)
                .orElseThrow(() -> new UnreadableCapture(path, "does not begin as a pcap file does"));
        if (file.byteSize() < PcapHeader.LENGTH) {
            throw new UnreadableCapture(
                    path,
                    "ends inside its pcap file header: " + file.byteSize() + " of " + PcapHeader.LENGTH
                            + " bytes are there");
        }
        FileBytes bytes = new FileBytes(file, header.order());
        return new PcapReader(bytes, header.fitted(bytes));
    }

    @Override
    public CaptureFormat format() {
        return CaptureFormat.PCAP;
    }

    @Override
    public ReadReport read(PacketVisitor visitor) {
        ReadTally tally = new ReadTally(CaptureFormat.PCAP);
        FrameCursor frame = new FrameCursor(file.memory());
        frame.onInterface(0, Optional.empty(), header.linkType(file));
        tally.addInterface(20, header.linkType(file), header.snapLength(file));
        tally.describe(CaptureInterface.unnamed(header.linkType(file), header.snapLength(file)));
        long at = PcapHeader.LENGTH;
        while (isWholeRecord(at, tally)) {
            move(frame, at);
            tally.addPacket(frame);
            visitor.visit(frame);
            at = frame.dataOffset() + frame.capturedLength();
        }
        return tally.report(file.size());
    }

    private void move(FrameCursor frame, long at) {
        long nanos = file.u32(at) * NANOS_PER_SECOND + file.u32(at + 4) * header.nanosPerUnit();
        frame.moveTo(at, at + header.recordHeader(), (int) header.captured(file, at), header.original(file, at), nanos);
    }

    @Override
    public void visit(long place, long number, PacketVisitor visitor) {
        if (place < PcapHeader.LENGTH || !isWholeRecord(place, new ReadTally(CaptureFormat.PCAP))) {
            throw new IllegalArgumentException("no packet begins at " + place);
        }
        FrameCursor frame = new FrameCursor(file.memory());
        frame.onInterface(0, Optional.empty(), header.linkType(file));
        frame.numberNext(number);
        move(frame, place);
        visitor.visit(frame);
    }

    /** Says what is wrong when bytes are left over that are no whole record. */
    private boolean isWholeRecord(long at, ReadTally tally) {
        long left = file.size() - at;
        if (left == 0) {
            return false;
        }
        if (left < header.recordHeader()) {
            tally.warn(
                    at,
                    "the file ends inside the header of packet " + (tally.packets() + 1) + ": " + left + " of "
                            + header.recordHeader() + " bytes are there; the packets before it were read");
            return false;
        }
        long captured = header.captured(file, at);
        if (captured > header.longestPacket(file)) {
            tally.warn(
                    at + 8,
                    "packet " + (tally.packets() + 1) + " claims a length of " + captured
                            + " bytes, which no capture writes: the remaining " + left + " bytes were not read");
            return false;
        }
        if (captured > left - header.recordHeader()) {
            tally.warn(
                    at,
                    "the file ends inside packet " + (tally.packets() + 1) + ": " + (left - header.recordHeader())
                            + " of " + captured + " bytes are there; the packets before it were read");
            return false;
        }
        return true;
    }
}
