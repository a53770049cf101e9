package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.UnreadableCapture;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reads pcapng files: several sections of either byte order, several interfaces, old and new packet blocks. */
public final class PcapngReader implements CaptureReader {
    private static final int SECTION_HEADER_LENGTH = 28;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private final MemorySegment file;
    private final AtomicReference<Optional<SectionStarts>> sections = new AtomicReference<>(Optional.empty());

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
        PcapngPass pass = new PcapngPass(file, visitor);
        ReadReport report = pass.run();
        sections.set(Optional.of(pass.sections()));
        return report;
    }

    @Override
    public void visit(long place, long number, PacketVisitor visitor) {
        if (sections.get().isEmpty()) {
            read(_ -> {});
        }
        long section = sections.get().orElseThrow().before(place);
        BlockWalk there = new BlockWalk(file, Math.max(section, 0), new ReadTally(CaptureFormat.PCAPNG));
        if (section < 0 || !there.moveTo(place)) {
            throw new IllegalArgumentException("no packet begins at " + place);
        }
        PacketBlock packet = new PacketBlock(there.file());
        if (!packet.read(there) || packet.captured() > packet.room()) {
            throw new IllegalArgumentException("no packet begins at " + place);
        }
        FrameCursor frame = new FrameCursor(file);
        frame.numberNext(number);
        packet.show(interfaceOf(section, packet.interfaceId()), frame, _ -> {});
        visitor.visit(frame);
    }

    /** Interfaces are described before their packets, in most files right behind the section header. */
    private Interface interfaceOf(long section, long id) {
        BlockWalk blocks = new BlockWalk(file, section, new ReadTally(CaptureFormat.PCAPNG));
        int found = 0;
        while (blocks.advance() && (blocks.type() != Block.SECTION_HEADER || blocks.at() == section)) {
            if (blocks.type() == Block.INTERFACE_DESCRIPTION && found++ == id) {
                return Interface.read(blocks.file(), 0, (int) id, blocks.body(), blocks.end(), _ -> {});
            }
        }
        throw new IllegalArgumentException("interface " + id + " is not described");
    }
}
