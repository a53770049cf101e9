package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.FrameCursor;
import java.util.Optional;
import java.util.function.Consumer;

/** The packet block at which a pass stands, of any of the three kinds; one object serves the whole pass. */
final class PacketBlock {
    private static final int FLAGS = 2;
    private static final int DROPPED = 4;
    private static final Optional<String> UNTOLD = Optional.empty();
    private static final Optional<String> IN = Optional.of("in");
    private static final Optional<String> OUT = Optional.of("out");

    private FileBytes file;
    private long at;
    private long interfaceId;
    private long units;
    private long data;
    private long captured;
    private long original;
    private long end;

    PacketBlock(FileBytes file) {
        this.file = file;
    }

    /** Reads the numbers in front of the packet; false for a block that is none of the three. */
    boolean read(BlockWalk block) {
        file = block.file();
        at = block.at();
        end = block.end();
        long body = block.body();
        long type = block.type();
        if (type == Block.SIMPLE_PACKET) {
            interfaceId = 0;
            units = Frame.NO_TIME;
            original = file.u32(body);
            data = body + 4;
            captured = Math.min(original, end - data);
            return true;
        }
        if (type != Block.ENHANCED_PACKET && type != Block.OLD_PACKET) {
            return false;
        }
        // They differ in how wide the interface number is; the rest lies in the same places.
        interfaceId = type == Block.ENHANCED_PACKET ? file.u32(body) : file.u16(body);
        units = file.highLow(body + 4);
        captured = file.u32(body + 12);
        original = file.u32(body + 16);
        data = body + 20;
        return true;
    }

    long interfaceId() {
        return interfaceId;
    }

    long captured() {
        return captured;
    }

    /** How many bytes the block holds behind its numbers. */
    long room() {
        return end - data;
    }

    /** Moves the frame to this packet, which fits into its block; comments are handed on. */
    void show(Interface on, FrameCursor frame, Consumer<String> comments) {
        boolean timed = units != Frame.NO_TIME;
        long kept = timed || on.snapLength() == 0 ? captured : Math.min(captured, on.snapLength());
        frame.onInterface(on.id(), on.name(), on.linkType());
        frame.atPosition(UNTOLD);
        long options = data + (captured + 3 & ~3L);
        if (timed && options + 4 <= end) {
            readOptions(new Options(file, options, end), on, frame, comments);
        }
        frame.moveTo(at, data, (int) kept, original, timed ? on.time().nanos(units) : Frame.NO_TIME);
    }

    private static void readOptions(Options options, Interface on, FrameCursor frame, Consumer<String> comments) {
        while (options.advance()) {
            switch (options.code()) {
                case Options.COMMENT -> comments.accept(options.text());
                case FLAGS -> frame.atPosition(direction(options.u32(0)));
                case DROPPED -> on.lost(options.u64(0));
                default -> {}
            }
        }
    }

    private static Optional<String> direction(long flags) {
        return switch ((int) flags & 3) {
            case 1 -> IN;
            case 2 -> OUT;
            default -> UNTOLD;
        };
    }
}
