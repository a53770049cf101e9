package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadTally;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pass over a pcapng file: keeps the byte order and the interfaces of the section it is in. */
final class PcapngPass {
    private final MemorySegment memory;
    private final PacketVisitor visitor;
    private final ReadTally tally = new ReadTally(CaptureFormat.PCAPNG);
    private final FrameCursor frame;
    private final List<Interface> interfaces = new ArrayList<>();
    private FileBytes file;

    PcapngPass(MemorySegment memory, PacketVisitor visitor) {
        this.memory = memory;
        this.visitor = visitor;
        frame = new FrameCursor(memory);
        file = new FileBytes(memory, ByteOrder.LITTLE_ENDIAN);
    }

    ReadReport run() {
        long at = 0;
        while (at < memory.byteSize()) {
            long length = wholeBlock(at);
            if (length > 0) {
                readBlock(file.u32(at), at, at + length - 4);
                at += length;
            } else {
                at = nextBlockBehind(at);
            }
        }
        return tally.report(memory.byteSize());
    }

    /** The length of the block at {@code at}, or 0 when it is damaged or cut, which has then been said. */
    private long wholeBlock(long at) {
        long left = memory.byteSize() - at;
        if (left < Block.OVERHEAD) {
            tally.warn(at, "the file ends inside a block header: " + left + " bytes are left over");
            return 0;
        }
        if (file.u32(at) == Block.SECTION_HEADER && !beginSection(at)) {
            tally.warn(at + Block.BODY, "a section header has a damaged byte order mark");
            return 0;
        }
        long length = file.u32(at + 4);
        if (length < Block.OVERHEAD + Block.shortestBody(file.u32(at)) || (length & 3) != 0) {
            tally.warn(at + 4, "a block of type " + file.u32(at) + " claims a length of " + length + " bytes");
            return 0;
        }
        if (length > left) {
            tally.warn(
                    at,
                    "the file ends inside a block of type " + file.u32(at) + ": " + left + " of " + length
                            + " bytes are there; the blocks before it were read");
            return 0;
        }
        if (file.u32(at + length - 4) != length) {
            tally.warn(at, "a block of type " + file.u32(at) + " gives two different lengths");
            return 0;
        }
        return length;
    }

    private boolean beginSection(long at) {
        Optional<FileBytes> order = PcapngReader.orderAt(memory, at);
        order.ifPresent(found -> {
            file = found;
            interfaces.clear();
        });
        return order.isPresent();
    }

    /** Behind damage, reading goes on at the next place that looks like a block in front and behind; or at the end. */
    private long nextBlockBehind(long damaged) {
        long end = memory.byteSize();
        for (long at = damaged + 1; at <= end - Block.OVERHEAD; at++) {
            long type = file.u32(at);
            if (type == Block.SECTION_HEADER || (Block.isKnown(type) && looksWhole(at, type))) {
                tally.warn(damaged, (at - damaged) + " bytes were skipped, up to the next whole block");
                return at;
            }
        }
        return end;
    }

    private boolean looksWhole(long at, long type) {
        long length = file.u32(at + 4);
        return length >= Block.OVERHEAD + Block.shortestBody(type)
                && (length & 3) == 0
                && length <= memory.byteSize() - at
                && file.u32(at + length - 4) == length;
    }

    private void readBlock(long type, long at, long end) {
        long body = at + Block.BODY;
        if (type == Block.INTERFACE_DESCRIPTION) {
            Interface described = Interface.read(file, interfaces.size(), body, end);
            interfaces.add(described);
            tally.addInterface(at, described.linkType(), described.snapLength());
        } else if (type == Block.ENHANCED_PACKET) {
            timedPacket(at, file.u32(body), body, end);
        } else if (type == Block.OLD_PACKET) {
            timedPacket(at, file.u16(body), body, end);
        } else if (type == Block.SIMPLE_PACKET) {
            simplePacket(at, body, end);
        } else if (Block.isNumberedLikeAPacket(type)) {
            frame.skipNumber();
        }
    }

    /** Enhanced and old packet blocks differ in how wide the interface number is; the rest lies in the same places. */
    private void timedPacket(long at, long interfaceId, long body, long end) {
        packet(at, interfaceId, body + 20, file.u32(body + 12), file.u32(body + 16), end, file.highLow(body + 4));
    }

    private void simplePacket(long at, long body, long end) {
        long original = file.u32(body);
        long captured = Math.min(original, end - body - 4);
        if (!interfaces.isEmpty() && interfaces.getFirst().snapLength() > 0) {
            captured = Math.min(captured, interfaces.getFirst().snapLength());
        }
        packet(at, 0, body + 4, captured, original, end, Frame.NO_TIME);
    }

    private void packet(long at, long interfaceId, long data, long captured, long original, long end, long units) {
        if (interfaceId >= interfaces.size()) {
            frame.skipNumber();
            tally.warn(at, "a packet names interface " + interfaceId + ", which this section does not describe");
            return;
        }
        if (captured > end - data) {
            frame.skipNumber();
            tally.warn(
                    at, "a packet claims " + captured + " bytes in a block that holds " + (end - data) + ": skipped");
            return;
        }
        Interface on = interfaces.get((int) interfaceId);
        long nanos = units == Frame.NO_TIME ? units : on.time().nanos(units);
        frame.onInterface(on.id(), on.name(), on.linkType());
        frame.moveTo(at, data, (int) captured, original, nanos);
        tally.addPacket(frame);
        visitor.visit(frame);
    }
}
