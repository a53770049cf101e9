package dev.wirewalk.capture.sniffer;

import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.RecordReader;
import dev.wirewalk.capture.UnreadableCapture;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Checks the beginning of a Sniffer file: the words it begins with, and its version record. */
public final class SnifferReader {
    private static final byte[] MAGIC = "TRSNIFF data    \u001A".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_RECORD = 1;
    private static final int NOT_COMPRESSED = 1;

    private SnifferReader() {}

    /** Whether the file begins as a Sniffer file does. */
    public static boolean recognises(MemorySegment file) {
        return file.byteSize() >= MAGIC.length
                && Arrays.equals(new FileBytes(file, ByteOrder.LITTLE_ENDIAN).bytes(0, MAGIC.length), MAGIC);
    }

    /** @throws UnreadableCapture when the version record is cut or missing, or the frames are compressed */
    public static CaptureReader over(Path path, MemorySegment memory) throws UnreadableCapture {
        FileBytes file = new FileBytes(memory, ByteOrder.LITTLE_ENDIAN);
        int start = MAGIC.length;
        if (file.size() < start + SnifferLayout.VERSION_LENGTH || file.u16(start) != VERSION_RECORD) {
            throw new UnreadableCapture(path, "begins as a Sniffer capture, but its version record is cut or missing");
        }
        if (file.u8(start + SnifferLayout.FORMAT) != NOT_COMPRESSED) {
            throw new UnreadableCapture(path, "is a compressed Sniffer capture, which is not read");
        }
        return new RecordReader(memory, () -> new SnifferLayout(file, start));
    }
}
