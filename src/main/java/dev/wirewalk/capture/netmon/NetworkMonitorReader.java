package dev.wirewalk.capture.netmon;

import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.RecordReader;
import dev.wirewalk.capture.UnreadableCapture;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Checks the header of a Network Monitor file: its version, and the table of its frames. */
public final class NetworkMonitorReader {
    private static final int VERSION_1 = 0x5254_5353;
    private static final int VERSION_2 = 0x474D_4255;
    private static final int FILE_HEADER = 72;

    private NetworkMonitorReader() {}

    /** Whether the file begins as a Network Monitor file does. */
    public static boolean recognises(MemorySegment file) {
        if (file.byteSize() < 4) {
            return false;
        }
        int magic = (int) new FileBytes(file, ByteOrder.BIG_ENDIAN).u32(0);
        return magic == VERSION_1 || magic == VERSION_2;
    }

    /** @throws UnreadableCapture when the file ends inside its header or before its table of frames */
    public static CaptureReader over(Path path, MemorySegment memory) throws UnreadableCapture {
        FileBytes file = new FileBytes(memory, ByteOrder.LITTLE_ENDIAN);
        if (file.size() < FILE_HEADER) {
            throw new UnreadableCapture(
                    path,
                    "ends inside its Network Monitor file header: " + file.size() + " of " + FILE_HEADER
                            + " bytes are there");
        }
        if (file.u8(5) != 1 && file.u8(5) != 2) {
            throw new UnreadableCapture(
                    path, "is a Network Monitor capture of version " + file.u8(5) + ", which is not read");
        }
        if (file.u32(24) > file.size()) {
            throw new UnreadableCapture(
                    path,
                    "is a Network Monitor capture that ends before its table of frames, at " + file.u32(24)
                            + " of which only " + file.size() + " bytes are there");
        }
        return new RecordReader(memory, () -> new NetworkMonitorLayout(file));
    }
}
