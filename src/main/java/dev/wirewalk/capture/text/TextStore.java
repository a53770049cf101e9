package dev.wirewalk.capture.text;

import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.packet.LinkType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The packets of a text, laid out one behind the other in memory outside the heap: about twice the bytes that were told,
 * and 48 for each packet. A place in it is the number of a chunk in the upper, an offset in the lower 32 bits.
 */
final class TextStore {
    private static final int FIRST_CHUNK = 64 * 1024;
    private static final int LARGEST_CHUNK = 64 * 1024 * 1024;

    private static final int NANOS = 0;
    private static final int LINE = 8;
    private static final int LINE_OFFSET = 16;
    private static final int CAPTURED = 24;
    private static final int WIRE_LENGTH = 28;
    private static final int LINK_TYPE = 32;
    private static final int INTERFACE = 36;
    private static final int POSITION = 40;
    private static final int INTERFACE_INDEX = 44;
    private static final int HEADER = 48;

    private final Arena arena;
    private final List<MemorySegment> chunks = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final Names interfaces = new Names();
    private final Names positions = new Names();
    private long used;
    private long packets;

    /** Texts by number, 0 standing for none. */
    private static final class Names {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Optional<String>> names = new ArrayList<>(List.of(Optional.empty()));

        int number(Optional<String> name) {
            return name.map(text -> numbers.computeIfAbsent(text, added -> {
                        names.add(Optional.of(added));
                        return names.size() - 1;
                    }))
                    .orElse(0);
        }

        Optional<String> name(int number) {
            return names.get(number);
        }
    }

    TextStore(Arena arena) {
        this.arena = arena;
    }

    /** @return the frame number, from 1 */
    long add(PacketSketch sketch, SketchLayout laid) {
        long size = HEADER + 2L * laid.length + 7 & ~7L;
        makeRoom(size);
        MemorySegment chunk = chunks.getLast();
        chunk.set(ValueLayout.JAVA_LONG, used + NANOS, sketch.nanos);
        chunk.set(ValueLayout.JAVA_LONG, used + LINE, sketch.line);
        chunk.set(ValueLayout.JAVA_LONG, used + LINE_OFFSET, sketch.lineOffset);
        chunk.set(ValueLayout.JAVA_INT, used + CAPTURED, laid.length);
        chunk.set(ValueLayout.JAVA_INT, used + WIRE_LENGTH, laid.wireLength);
        chunk.set(ValueLayout.JAVA_INT, used + LINK_TYPE, laid.linkType.number());
        chunk.set(ValueLayout.JAVA_INT, used + INTERFACE, interfaces.number(sketch.interfaceName));
        chunk.set(ValueLayout.JAVA_INT, used + POSITION, positions.number(sketch.position));
        chunk.set(ValueLayout.JAVA_INT, used + INTERFACE_INDEX, sketch.interfaceIndex);
        MemorySegment.copy(laid.bytes, 0, chunk, ValueLayout.JAVA_BYTE, used + HEADER, laid.length);
        MemorySegment.copy(laid.mask, 0, chunk, ValueLayout.JAVA_BYTE, used + HEADER + laid.length, laid.length);
        used += size;
        ends.set(ends.size() - 1, used);
        return ++packets;
    }

    private void makeRoom(long size) {
        if (!chunks.isEmpty() && used + size <= chunks.getLast().byteSize()) {
            return;
        }
        long next = chunks.isEmpty() ? FIRST_CHUNK : Math.min(chunks.getLast().byteSize() * 2, LARGEST_CHUNK);
        chunks.add(arena.allocate(Math.max(next, size), 8));
        ends.add(0L);
        used = 0;
    }

    long packets() {
        return packets;
    }

    /** The first place, or -1 when there is no packet. */
    long first() {
        return packets == 0 ? -1 : 0;
    }

    /** The place behind this one, or -1. */
    long next(long place) {
        int chunk = (int) (place >>> 32);
        long offset = place & 0xFFFF_FFFFL;
        long behind = offset + (HEADER + 2L * captured(chunk, offset) + 7 & ~7L);
        if (behind < ends.get(chunk)) {
            return (long) chunk << 32 | behind;
        }
        return chunk + 1 < chunks.size() ? (long) (chunk + 1) << 32 : -1;
    }

    private int captured(int chunk, long offset) {
        return chunks.get(chunk).get(ValueLayout.JAVA_INT, offset + CAPTURED);
    }

    /** The interfaces begin with number 0; packets without one are on number 0 too. */
    void show(long place, FrameCursor frame) {
        MemorySegment chunk = chunks.get((int) (place >>> 32));
        long at = place & 0xFFFF_FFFFL;
        int captured = chunk.get(ValueLayout.JAVA_INT, at + CAPTURED);
        int on = chunk.get(ValueLayout.JAVA_INT, at + INTERFACE);
        frame.onInterface(
                Math.max(0, on - 1),
                interfaces.name(on),
                new LinkType(chunk.get(ValueLayout.JAVA_INT, at + LINK_TYPE)));
        frame.onNumber(chunk.get(ValueLayout.JAVA_INT, at + INTERFACE_INDEX));
        frame.atPosition(positions.name(chunk.get(ValueLayout.JAVA_INT, at + POSITION)));
        frame.moveToTold(
                place,
                chunk.get(ValueLayout.JAVA_LONG, at + LINE),
                chunk.get(ValueLayout.JAVA_LONG, at + LINE_OFFSET),
                chunk,
                at + HEADER,
                at + HEADER + captured,
                captured,
                chunk.get(ValueLayout.JAVA_INT, at + WIRE_LENGTH),
                chunk.get(ValueLayout.JAVA_LONG, at + NANOS));
    }
}
