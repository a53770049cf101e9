package dev.wirewalk.capture.packed;

import dev.wirewalk.capture.ReadWarning;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What was inside of a compressed file: mapped from a file in the system's folder for such, which only its owner can read, and
 * whose name is taken away at once where the system allows that, else when the program ends.
 */
public final class Unpacked {
    /** The largest content that is unpacked, in bytes; nor is it more than half of the free space, or a thousand times the file. */
    private static final long LARGEST = 16L << 30;

    private static final long ALWAYS_ALLOWED = 256L << 20;
    private static final int LARGEST_RATIO = 1000;
    private static final int STEP = 256 * 1024;

    private final MemorySegment content;
    private final List<ReadWarning> warnings;

    private Unpacked(MemorySegment content, List<ReadWarning> warnings) {
        this.content = content;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Unpacks as far as the file goes: a damaged or cut one gives what was read before.
     *
     * @param arena owns the mapped content
     */
    public static Unpacked of(MemorySegment packed, Packing packing, Arena arena) throws IOException {
        Path file = Files.createTempFile("wirewalk-", ".unpacked");
        long free = Files.getFileStore(file).getUsableSpace() / 2;
        long limit = Math.min(Math.min(LARGEST, free), Math.max(ALWAYS_ALLOWED, packed.byteSize() * LARGEST_RATIO));
        return unpack(packed, packing, file, limit, arena);
    }

    static Unpacked unpack(MemorySegment packed, Packing packing, Path file, long limit, Arena arena)
            throws IOException {
        List<ReadWarning> warnings = new ArrayList<>();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            copy(packed, packing, out, limit, warnings);
            MemorySegment content = out.map(MapMode.READ_ONLY, 0, out.size(), arena);
            return new Unpacked(content, warnings);
        } finally {
            // A mapped file lives on without its name, except where the system keeps the names of files in use.
            removeName(file);
        }
    }

    private static void copy(
            MemorySegment packed, Packing packing, FileChannel out, long limit, List<ReadWarning> warnings)
            throws IOException {
        byte[] step = new byte[STEP];
        long written = 0;
        try (InputStream raw = new BufferedInputStream(new MappedInput(packed), STEP);
                InputStream in = packing.open(raw)) {
            for (int count = in.read(step); count >= 0; count = in.read(step)) {
                if (written + count > limit) {
                    warnings.add(new ReadWarning(
                            0,
                            "the file is compressed with " + packing.label() + " and unpacks to more than the " + limit
                                    + " bytes that are allowed: what lies behind the first " + written
                                    + " was not read"));
                    return;
                }
                write(out, step, count);
                written += count;
            }
        } catch (WriteFailure full) {
            throw full.reason();
        } catch (EOFException cut) {
            warnings.add(new ReadWarning(
                    packed.byteSize(),
                    "the file ends inside its " + packing.label() + " compression: the first " + written
                            + " bytes of what was in it were read"));
        } catch (IOException | RuntimeException damaged) {
            warnings.add(new ReadWarning(
                    0,
                    "the " + packing.label() + " compression of the file is damaged: the first " + written
                            + " bytes of what was in it were read"));
        }
    }

    /** Keeps a full disk apart from damage in the file. */
    private static final class WriteFailure extends RuntimeException {
        private final transient IOException reason;

        WriteFailure(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    private static void write(FileChannel out, byte[] bytes, int count) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        try {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } catch (IOException full) {
            throw new WriteFailure(full);
        }
    }

    private static void removeName(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            file.toFile().deleteOnExit();
        }
    }

    public MemorySegment content() {
        return content;
    }

    /** What was wrong with the compressed file. */
    public List<ReadWarning> warnings() {
        return warnings;
    }
}
