package dev.wirewalk.capture;

import dev.wirewalk.capture.netmon.NetworkMonitorReader;
import dev.wirewalk.capture.packed.Packing;
import dev.wirewalk.capture.packed.Unpacked;
import dev.wirewalk.capture.pcap.PcapReader;
import dev.wirewalk.capture.pcapng.PcapngReader;
import dev.wirewalk.capture.sniffer.SnifferReader;
import dev.wirewalk.capture.snoop.SnoopReader;
import dev.wirewalk.capture.text.TextReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An open capture file. It is mapped into memory, never loaded: files of gigabytes cost address space, not heap. Its size is
 * that of the moment it was opened. Any thread may read; every pass has its own frame.
 */
public final class CaptureFile implements AutoCloseable {
    /** How many times over a file may be compressed. */
    private static final int MOST_LAYERS = 2;

    private final Path path;
    private final Arena arena;
    private final long size;
    private final CaptureReader reader;
    private final List<ReadWarning> warnings;

    private CaptureFile(Path path, Arena arena, long size, CaptureReader reader, List<ReadWarning> warnings) {
        this.path = path;
        this.arena = arena;
        this.size = size;
        this.reader = reader;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Opens a file and finds out by its content, not by its name, which format it has. A compressed file is unpacked first,
     * into a private file outside the heap.
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
            List<ReadWarning> warnings = new ArrayList<>();
            MemorySegment content = unpacked(path, memory, arena, warnings);
            return new CaptureFile(path, arena, content.byteSize(), readerOf(path, content, arena), warnings);
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

    /** What is inside, were it compressed several times over. */
    private static MemorySegment unpacked(Path path, MemorySegment file, Arena arena, List<ReadWarning> warnings)
            throws IOException, UnreadableCapture {
        MemorySegment content = file;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            Optional<Packing> packing = Packing.of(content);
            if (packing.isEmpty()) {
                break;
            }
            Unpacked unpacked = Unpacked.of(content, packing.get(), arena);
            warnings.addAll(unpacked.warnings());
            content = unpacked.content();
            if (content.byteSize() == 0) {
                throw new UnreadableCapture(
                        path, "is compressed with " + packing.get().label() + ", and nothing of it could be unpacked");
            }
        }
        return content;
    }

    /**
     * A tool that saw nothing prints nothing. A file of packets is never without a byte, so here, where there is no content to tell by, the
     * name decides.
     */
    private static boolean isEmptyText(Path path, MemorySegment memory) {
        String name = String.valueOf(path.getFileName()).toLowerCase(java.util.Locale.ROOT);
        return memory.byteSize() == 0 && (name.endsWith(".txt") || name.endsWith(".log"));
    }

    private static CaptureReader readerOf(Path path, MemorySegment memory, Arena arena) throws UnreadableCapture {
        if (PcapReader.recognises(memory)) {
            return PcapReader.over(path, memory);
        }
        if (PcapngReader.recognises(memory)) {
            return PcapngReader.over(path, memory);
        }
        if (SnoopReader.recognises(memory)) {
            return SnoopReader.over(path, memory);
        }
        if (NetworkMonitorReader.recognises(memory)) {
            return NetworkMonitorReader.over(path, memory);
        }
        if (SnifferReader.recognises(memory)) {
            return SnifferReader.over(path, memory);
        }
        if (FileContent.isText(memory) || isEmptyText(path, memory)) {
            return TextReader.over(path, memory, arena);
        }
        throw new UnreadableCapture(path, FileContent.describe(memory));
    }

    public Path path() {
        return path;
    }

    /** The size in bytes of what is read: of the file, or of what was in it when it is compressed. */
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
        ReadReport report = reader.read(visitor);
        return warnings.isEmpty() ? report : report.withWarnings(warnings);
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
