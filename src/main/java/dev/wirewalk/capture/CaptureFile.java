package dev.wirewalk.capture;

import dev.wirewalk.capture.pcap.PcapReader;
import dev.wirewalk.capture.pcapng.PcapngReader;
import dev.wirewalk.capture.text.TextReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open capture file. It is mapped into memory, never loaded: files of gigabytes cost address space, not heap. Its size is
 * that of the moment it was opened. Any thread may read; every pass has its own frame.
 */
public final class CaptureFile implements AutoCloseable {
    private final Path path;
    private final Arena arena;
    private final long size;
    private final CaptureReader reader;

    private CaptureFile(Path path, Arena arena, long size, CaptureReader reader) {
        this.path = path;
        this.arena = arena;
        this.size = size;
        this.reader = reader;
    }

    /**
     * Opens a file and finds out by its content, not by its name, which format it has.
     *
     * @throws UnreadableCapture when there is no such file, it may not be read, or it is no capture
     */
    public static CaptureFile open(Path path) throws UnreadableCapture {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableCapture(path, Files.exists(path) ? "is not a file" : "does not exist");
        }
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            return new CaptureFile(path, arena, memory.byteSize(), readerOf(path, memory, arena));
        } catch (IOException refused) {
            arena.close();
            String detail = refused instanceof java.nio.file.AccessDeniedException
                    ? "permission denied"
                    : String.valueOf(refused.getMessage());
            throw new UnreadableCapture(path, "cannot be read: " + detail);
        } catch (UnreadableCapture noCapture) {
            arena.close();
            throw noCapture;
        }
    }

    private static CaptureReader readerOf(Path path, MemorySegment memory, Arena arena) throws UnreadableCapture {
        if (PcapReader.recognises(memory)) {
            return PcapReader.over(path, memory);
        }
        if (PcapngReader.recognises(memory)) {
            return PcapngReader.over(path, memory);
        }
        if (FileContent.isText(memory)) {
            return TextReader.over(path, memory, arena);
        }
        throw new UnreadableCapture(path, FileContent.describe(memory));
    }

    public Path path() {
        return path;
    }

    /** The size of the file in bytes. */
    public long size() {
        return size;
    }

    public CaptureFormat format() {
        return reader.format();
    }

    /**
     * Leads the visitor past every packet, once, in file order. May be called again.
     *
     * @throws IllegalStateException when the file has been closed
     */
    public ReadReport read(PacketVisitor visitor) {
        return reader.read(visitor);
    }

    /**
     * Leads the visitor to one packet, without a pass over those before it.
     *
     * @param place what {@link Frame#place()} said of the packet in a pass over this open file
     * @param number the number of its frame, as that pass counted
     * @throws IllegalArgumentException when no packet begins at that place
     * @throws IllegalStateException when the file has been closed
     */
    public void visit(long place, long number, PacketVisitor visitor) {
        reader.visit(place, number, visitor);
    }

    @Override
    public void close() {
        arena.close();
    }
}
