package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.ReadTally;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Optional;

/** Walks from block to block, in the byte order of the section it is in; behind damage it looks for the next whole block. */
final class BlockWalk {
    private final MemorySegment memory;
    private final ReadTally tally;
    private FileBytes file;
    private long at;
    private long length;

    /** Begins at a section header, or at the beginning of the file. */
    BlockWalk(MemorySegment memory, long start, ReadTally tally) {
        this.memory = memory;
        this.tally = tally;
        file = PcapngReader.orderAt(memory, start).orElseGet(() -> new FileBytes(memory, ByteOrder.LITTLE_ENDIAN));
        at = start;
    }

    /** Moves to the next whole block; false at the end of the file. */
    boolean advance() {
        at += length;
        length = 0;
        while (at < memory.byteSize()) {
            length = wholeBlock();
            if (length > 0) {
                return true;
            }
            at = nextBlockBehind(at);
        }
        return false;
    }

    /** Moves to the block at {@code place} of this section, without a look at those before it; false when none is there. */
    boolean moveTo(long place) {
        at = place;
        length = place >= 0 && place < memory.byteSize() ? wholeBlock() : 0;
        return length > 0;
    }

    /** The numbers of the file in the byte order of this section. */
    FileBytes file() {
        return file;
    }

    long type() {
        return file.u32(at);
    }

    /** Where the block begins. */
    long at() {
        return at;
    }

    long body() {
        return at + Block.BODY;
    }

    /** Where the body ends. */
    long end() {
        return at + length - 4;
    }

    /** The length of the block at hand, or 0 when it is damaged or cut, which has then been said. */
    private long wholeBlock() {
        long left = memory.byteSize() - at;
        if (left < Block.OVERHEAD) {
            tally.warn(at, "the file ends inside a block header: " + left + " bytes are left over");
            return 0;
        }
        if (type() != Block.SECTION_HEADER) {
            return wholeBlock(file, left);
        }
        Optional<FileBytes> order = PcapngReader.orderAt(memory, at);
        if (order.isEmpty()) {
            tally.warn(at + Block.BODY, "a section header has a damaged byte order mark");
            return 0;
        }
        long found = wholeBlock(order.get(), left);
        file = found > 0 ? order.get() : file;
        return found;
    }

    private long wholeBlock(FileBytes order, long left) {
        long claimed = order.u32(at + 4);
        if (claimed < Block.OVERHEAD + Block.shortestBody(type()) || (claimed & 3) != 0) {
            tally.warn(at + 4, "a block of type " + type() + " claims a length of " + claimed + " bytes");
            return 0;
        }
        if (claimed > left) {
            tally.warn(
                    at,
                    "the file ends inside a block of type " + type() + ": " + left + " of " + claimed
                            + " bytes are there; the blocks before it were read");
            return 0;
        }
        if (order.u32(at + claimed - 4) != claimed) {
            tally.warn(at, "a block of type " + type() + " gives two different lengths");
            return 0;
        }
        return claimed;
    }

    /** Behind damage, reading goes on at the next place that looks like a block in front and behind; or at the end. */
    private long nextBlockBehind(long damaged) {
        long end = memory.byteSize();
        for (long next = damaged + 1; next <= end - Block.OVERHEAD; next++) {
            long type = file.u32(next);
            if (type == Block.SECTION_HEADER || (Block.isKnown(type) && looksWhole(next, type))) {
                tally.warn(damaged, (next - damaged) + " bytes were skipped, up to the next whole block");
                return next;
            }
        }
        return end;
    }

    private boolean looksWhole(long next, long type) {
        long claimed = file.u32(next + 4);
        return claimed >= Block.OVERHEAD + Block.shortestBody(type)
                && (claimed & 3) == 0
                && claimed <= memory.byteSize() - next
                && file.u32(next + claimed - 4) == claimed;
    }
}
