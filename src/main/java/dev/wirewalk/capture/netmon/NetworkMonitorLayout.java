package dev.wirewalk.capture.netmon;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.RecordLayout;
import dev.wirewalk.packet.LinkType;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One pass over a Network Monitor file: a table names the offsets of the frames. All numbers are little endian; times count from
 * a beginning in local time, which is taken for that of this machine. Places are the entries of the table.
 */
final class NetworkMonitorLayout implements RecordLayout {
    private static final int ENTRY = 4;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** From 1601 to 1970, in units of 100 nanoseconds. */
    private static final long FILE_TIME_OF_1970 = 116_444_736_000_000_000L;

    private final FileBytes file;
    private final boolean second;
    private final int minor;
    private final LinkType linkType;
    private final long beginNanos;
    private final long table;
    private final long tableEnd;

    NetworkMonitorLayout(FileBytes file) {
        this.file = file;
        second = file.u8(5) == 2;
        minor = file.u8(4);
        linkType = linkType(file.u16(6));
        beginNanos = begin(file);
        table = file.u32(24);
        tableEnd = Math.min(file.size(), table + file.u32(28) / ENTRY * ENTRY);
    }

    private static long begin(FileBytes file) {
        try {
            return LocalDateTime.of(file.u16(8), file.u16(10), file.u16(14), file.u16(16), file.u16(18), file.u16(20))
                                    .atZone(ZoneId.systemDefault())
                                    .toEpochSecond()
                            * NANOS_PER_SECOND
                    + file.u16(22) * NANOS_PER_MILLI;
        } catch (DateTimeException damaged) {
            return 0;
        }
    }

    private static LinkType linkType(int network) {
        if ((network & 0xF000) == 0xE000) {
            return new LinkType(network & 0x0FFF);
        }
        return switch (network) {
            case 1 -> LinkType.ETHERNET;
            case 2 -> LinkType.TOKEN_RING;
            case 3 -> LinkType.FDDI;
            case 6 -> LinkType.WLAN_BEHIND_LENGTH;
            case 7, 8 -> LinkType.RAW;
            default -> LinkType.UNKNOWN;
        };
    }

    @Override
    public CaptureFormat format() {
        return CaptureFormat.NETWORK_MONITOR;
    }

    @Override
    public void begin(ReadTally tally) {
        // From version 2.1 on, each frame says what it begins with.
        if (!eachSaysItsLink()) {
            tally.addInterface(6, linkType, 0);
        }
        tally.describe(CaptureInterface.unnamed(linkType, 0));
        if (table + file.u32(28) > file.size()) {
            tally.warn(
                    table,
                    "the file ends inside its table of frames: " + (tableEnd - table) + " of " + file.u32(28)
                            + " bytes are there");
        }
    }

    @Override
    public long start() {
        return table;
    }

    @Override
    public long packetAt(long at, ReadTally tally) {
        for (long entry = at; entry + ENTRY <= tableEnd; entry += ENTRY) {
            long record = file.u32(entry);
            if (record + header() <= file.size() && record + header() + captured(record) + trailer() <= file.size()) {
                if (eachSaysItsLink()) {
                    tally.addInterface(record, linkTypeOf(record), 0);
                }
                return entry;
            }
            tally.warn(entry, "the table of frames names offset " + record + ", where no whole frame lies: skipped");
        }
        return -1;
    }

    private boolean eachSaysItsLink() {
        return second && minor >= 1;
    }

    private int header() {
        return second ? 16 : 8;
    }

    private long captured(long record) {
        return second ? file.u32(record + 12) : file.u16(record + 6);
    }

    /** What lies behind a frame: its link type, and in later versions its process and its time in UTC. */
    private int trailer() {
        return switch (second ? minor : 0) {
            case 0 -> 0;
            case 1 -> 2;
            case 2 -> 6;
            default -> 15;
        };
    }

    private LinkType linkTypeOf(long record) {
        return eachSaysItsLink() ? linkType(file.u16(record + header() + captured(record))) : linkType;
    }

    @Override
    public void show(long at, FrameCursor frame) {
        long record = file.u32(at);
        long captured = captured(record);
        long original = second ? file.u32(record + 8) : file.u16(record + 4);
        frame.onInterface(0, Optional.empty(), linkTypeOf(record));
        frame.moveTo(record, record + header(), (int) captured, original, nanos(record, captured));
        frame.foundAt(at);
    }

    private long nanos(long record, long captured) {
        if (!second) {
            return beginNanos + file.u32(record) * NANOS_PER_MILLI;
        }
        if (minor >= 3) {
            return (file.u64(record + header() + captured + 6) - FILE_TIME_OF_1970) * 100;
        }
        return beginNanos + file.u64(record) * 1000;
    }

    @Override
    public long behind(long at) {
        return at + ENTRY;
    }
}
