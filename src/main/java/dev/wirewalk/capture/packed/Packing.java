package dev.wirewalk.capture.packed;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The ways of compressing that are known, each told by the first bytes of a file. */
public enum Packing {
    GZIP("gzip", 0xFFFF_0000, 0x1F8B_0000),
    ZSTD("zstd", 0xFFFF_FFFF, 0x28B5_2FFD),
    XZ("xz", 0xFFFF_FFFF, 0xFD37_7A58),
    BZIP2("bzip2", 0xFFFF_FF00, 0x425A_6800),
    LZ4("lz4", 0xFFFF_FFFF, 0x0422_4D18);

    /** In KiB: what the strongest setting of xz needs; a file that asks for more is refused. */
    private static final int MOST_MEMORY = 128 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final String label;
    private final int mask;
    private final int magic;

    Packing(String label, int mask, int magic) {
        this.label = label;
        this.mask = mask;
        this.magic = magic;
    }

    /** The name as it appears in sentences. */
    public String label() {
        return label;
    }

    /** How this file is compressed, if it is. */
    public static Optional<Packing> of(MemorySegment file) {
        if (file.byteSize() < 4) {
            return Optional.empty();
        }
        int first = file.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 0);
        for (Packing packing : values()) {
            if ((first & packing.mask) == packing.magic) {
                return Optional.of(packing);
            }
        }
        return Optional.empty();
    }

    /** A stream of what is inside. */
    InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(packed, BUFFER);
            case ZSTD -> new ZstdInputStream(packed);
            case XZ -> new XZInputStream(packed, MOST_MEMORY);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case LZ4 -> new FramedLZ4CompressorInputStream(packed, true);
        };
    }
}
