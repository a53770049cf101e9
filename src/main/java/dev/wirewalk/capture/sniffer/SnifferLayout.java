package dev.wirewalk.capture.sniffer;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.RecordLayout;
import dev.wirewalk.packet.LinkType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One pass over a Sniffer file. All numbers are little endian; a record is a type, a length and a reserved word, then its data.
 * Frame records carry a time since midnight of the day that the version record names, in units that it names too.
 */
final class SnifferLayout implements RecordLayout {
    /** The version record with its header. */
    static final int VERSION_LENGTH = 24;

    /** Where it says whether the frames are compressed. */
    static final int FORMAT = 16;

    private static final int DATE = 12;
    private static final int NETWORK = 15;
    private static final int TIME_UNIT = 17;
    private static final int RECORD_HEADER = 6;
    private static final int END = 3;
    private static final int FRAME = 4;
    private static final int LONG_FRAME = 12;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    /** What one unit of time is worth, in picoseconds. */
    private static final long[] PICOSECONDS = {15_000_000, 838_096, 15_000_000, 500_000, 2_000_000, 1_000_000, 100_000};

    private final FileBytes file;
    private final long version;
    private final LinkType linkType;
    private final long midnightNanos;
    private final long picosPerUnit;

    SnifferLayout(FileBytes file, long version) {
        this.file = file;
        this.version = version;
        linkType = switch (file.u8(version + NETWORK)) {
            case 0 -> LinkType.TOKEN_RING;
            case 1 -> LinkType.ETHERNET;
            case 9 -> LinkType.FDDI;
            default -> LinkType.UNKNOWN;
        };
        midnightNanos = midnight(file.u16(version + DATE));
        int unit = file.u8(version + TIME_UNIT);
        picosPerUnit = PICOSECONDS[unit < PICOSECONDS.length ? unit : 0];
    }

    /** A date of DOS: years since 1980, month, day. */
    private static long midnight(int date) {
        try {
            return LocalDate.of(1980 + (date >> 9), date >> 5 & 0x0F, date & 0x1F)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toEpochSecond()
                    * 1_000_000_000L;
        } catch (DateTimeException damaged) {
            return 0;
        }
    }

    @Override
    public CaptureFormat format() {
        return CaptureFormat.SNIFFER;
    }

    @Override
    public void begin(ReadTally tally) {
        tally.addInterface(version + NETWORK, linkType, 0);
        tally.describe(CaptureInterface.unnamed(linkType, 0));
    }

    @Override
    public long start() {
        return version + RECORD_HEADER + file.u16(version + 2);
    }

    @Override
    public long packetAt(long from, ReadTally tally) {
        long at = from;
        while (at + RECORD_HEADER <= file.size()) {
            int type = file.u16(at);
            long end = behind(at);
            if (type == END) {
                return -1;
            }
            if (end > file.size()) {
                tally.warn(
                        at,
                        "the file ends inside packet " + (tally.packets() + 1) + ": " + (file.size() - at) + " of "
                                + (end - at) + " bytes are there; the packets before it were read");
                return -1;
            }
            if (type == FRAME || type == LONG_FRAME) {
                if (data(at) + captured(at) <= end) {
                    return at;
                }
                tally.warn(at, "a packet claims " + captured(at) + " bytes in a record of " + (end - at) + ": skipped");
            }
            at = end;
        }
        if (at < file.size()) {
            tally.warn(at, "the file ends inside a record header: " + (file.size() - at) + " bytes are left over");
        }
        return -1;
    }

    private long data(long at) {
        return at + RECORD_HEADER + (file.u16(at) == FRAME ? 14 : 34);
    }

    private int captured(long at) {
        return behind(at) < data(at) ? Integer.MAX_VALUE : file.u16(at + RECORD_HEADER + 6);
    }

    @Override
    public void show(long at, FrameCursor frame) {
        long body = at + RECORD_HEADER;
        int captured = captured(at);
        int original = file.u16(body + 10);
        long units = file.u32(body) | (long) file.u8(body + 4) << 32;
        // 40 bits of at most 15 microseconds: a product that may not fit as picoseconds.
        long nanos = units / 1000 * picosPerUnit + units % 1000 * picosPerUnit / 1000;
        frame.onInterface(0, Optional.empty(), linkType);
        frame.moveTo(
                at,
                data(at),
                captured,
                original == 0 ? captured : original,
                midnightNanos + file.u8(body + 5) * NANOS_PER_DAY + nanos);
    }

    @Override
    public long behind(long at) {
        return at + RECORD_HEADER + file.u16(at + 2);
    }
}
