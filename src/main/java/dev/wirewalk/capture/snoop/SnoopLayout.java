package dev.wirewalk.capture.snoop;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.RecordLayout;
import dev.wirewalk.packet.LinkType;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One pass over a snoop file. All numbers are big endian; a record is six of them (original length, included length, record
 * length, drops so far, seconds, microseconds), the packet, and padding.
 */
final class SnoopLayout implements RecordLayout {
    static final int FILE_HEADER = 16;
    static final int RECORD_HEADER = 24;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LONGEST_RECORD = 16 * 1024 * 1024;

    private final FileBytes file;
    private final LinkType linkType;
    private final Optional<InspectionHeaders> inspection;
    private long drops;

    SnoopLayout(FileBytes file, LinkType linkType, Optional<InspectionHeaders> inspection) {
        this.file = file;
        this.linkType = linkType;
        this.inspection = inspection;
    }

    @Override
    public CaptureFormat format() {
        return CaptureFormat.SNOOP;
    }

    @Override
    public void begin(ReadTally tally) {
        tally.addInterface(12, linkType, 0);
    }

    @Override
    public long start() {
        return FILE_HEADER;
    }

    @Override
    public long packetAt(long at, ReadTally tally) {
        long left = file.size() - at;
        if (left <= 0) {
            return -1;
        }
        String packet = "packet " + (tally.packets() + 1);
        if (left < RECORD_HEADER) {
            tally.warn(
                    at,
                    "the file ends inside the header of " + packet + ": " + left + " of " + RECORD_HEADER
                            + " bytes are there; the packets before it were read");
            return -1;
        }
        long included = file.u32(at + 4);
        long record = file.u32(at + 8);
        if (record < RECORD_HEADER + included || record > LONGEST_RECORD) {
            tally.warn(
                    at + 8,
                    packet + " claims " + included + " bytes in a record of " + record
                            + ", which no capture writes: the remaining " + left + " bytes were not read");
            return -1;
        }
        if (RECORD_HEADER + included > left) {
            tally.warn(
                    at,
                    "the file ends inside " + packet + ": " + (left - RECORD_HEADER) + " of " + included
                            + " bytes are there; the packets before it were read");
            return -1;
        }
        return at;
    }

    @Override
    public void show(long at, FrameCursor frame) {
        long data = at + RECORD_HEADER;
        int captured = (int) file.u32(at + 4);
        drops = Math.max(drops, file.u32(at + 12));
        frame.onInterface(0, Optional.empty(), linkType);
        inspection.ifPresent(headers -> headers.show(data, captured, frame));
        long nanos = file.u32(at + 16) * NANOS_PER_SECOND + file.u32(at + 20) * 1000;
        frame.moveTo(at, data, captured, file.u32(at), nanos);
    }

    @Override
    public long behind(long at) {
        return at + file.u32(at + 8);
    }

    @Override
    public void end(ReadTally tally) {
        OptionalLong dropped = drops > 0 ? OptionalLong.of(drops) : OptionalLong.empty();
        inspection.ifPresentOrElse(
                headers -> headers.describe(tally, dropped),
                () -> tally.describe(CaptureInterface.unnamed(linkType, 0).withDropped(dropped)));
    }
}
