package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.UnreadableCapture;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/** Reads pcapng files: several sections of either byte order, several interfaces, old and new packet blocks. */
public final class PcapngReader implements CaptureReader {
    private static final int SECTION_HEADER_LENGTH = 28;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private final MemorySegment file;

    private PcapngReader(MemorySegment file) {
        this.file = file;
    }

    /** Whether the file begins as a pcapng file does; the type of its first block reads the same in both byte orders. */
    public static boolean recognises(MemorySegment file) {
        return file.byteSize() >= 4 && bigEndian(file, 0) == Block.SECTION_HEADER;
    }

    /** @throws UnreadableCapture when the first section header is cut or names no byte order */
    public static PcapngReader over(Path path, MemorySegment file) throws UnreadableCapture {
        if (file.byteSize() < SECTION_HEADER_LENGTH) {
            throw new UnreadableCapture(
                    path,
                    "ends inside its pcapng section header: " + file.byteSize() + " of " + SECTION_HEADER_LENGTH
                            + " bytes are there");
        }
        if (orderAt(file, 0).isEmpty()) {
            throw new UnreadableCapture(path, "begins like pcapng, but its byte order mark at offset 8 is damaged");
        }
        return new PcapngReader(file);
    }

    /** The byte order of the section whose header begins at {@code offset}, if its mark is whole. */
    static Optional<FileBytes> orderAt(MemorySegment file, long offset) {
        if (offset + Block.OVERHEAD > file.byteSize()) {
            return Optional.empty();
        }
        int mark = bigEndian(file, offset + Block.BODY);
        if (mark == BYTE_ORDER_MAGIC) {
            return Optional.of(new FileBytes(file, ByteOrder.BIG_ENDIAN));
        }
        return mark == Integer.reverseBytes(BYTE_ORDER_MAGIC)
                ? Optional.of(new FileBytes(file, ByteOrder.LITTLE_ENDIAN))
                : Optional.empty();
    }

    private static int bigEndian(MemorySegment file, long offset) {
        return file.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), offset);
    }

    @Override
    public CaptureFormat format() {
        return CaptureFormat.PCAPNG;
    }

    @Override
    public ReadReport read(PacketVisitor visitor) {
        return new PcapngPass(file, visitor).run();
    }
}
