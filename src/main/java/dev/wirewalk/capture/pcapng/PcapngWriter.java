package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.LinkType;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a pcapng file of one section, little endian, with times in nanoseconds (draft-ietf-opsawg-pcapng). */
public final class PcapngWriter implements Closeable {
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final long LENGTH_UNKNOWN = -1;
    private static final byte NANOSECONDS = 9;
    private static final int OPTION_END = 0;
    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_NAME = 2;
    private static final int OPTION_DESCRIPTION = 3;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_FLAGS = 2;
    /** What the length field of an option can say. */
    private static final int LONGEST_OPTION = 0xFFFF;

    private static final int INBOUND = 1;
    private static final int OUTBOUND = 2;
    private static final int LONG_FIRST = 1 << 16;

    private final OutputStream out;
    private ByteBuffer body = ByteBuffer.allocate(LONG_FIRST).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer frameOfBlock = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    private int interfaces;

    /** Begins the section. @param comments about the whole file */
    public PcapngWriter(OutputStream out, List<String> comments) throws IOException {
        this.out = out;
        body.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(LENGTH_UNKNOWN);
        for (String comment : comments) {
            text(OPTION_COMMENT, comment);
        }
        endOptions(!comments.isEmpty());
        block(Block.SECTION_HEADER);
    }

    /**
     * Describes an interface; empty texts are left out.
     *
     * @param snapLength 0 for no limit
     * @return its number, by which packets name it
     */
    public int addInterface(LinkType linkType, long snapLength, String name, String description) throws IOException {
        body.putShort((short) linkType.number()).putShort((short) 0).putInt((int) snapLength);
        text(OPTION_NAME, name);
        text(OPTION_DESCRIPTION, description);
        option(OPTION_RESOLUTION, new byte[] {NANOSECONDS});
        endOptions(true);
        block(Block.INTERFACE_DESCRIPTION);
        return interfaces++;
    }

    /**
     * Writes a packet. Without a time it gets time 0; a caller says so in a comment.
     *
     * @param nanos since 1970-01-01 UTC, or {@link Frame#NO_TIME}
     * @param originalLength its bytes on the wire
     * @param direction {@code in}, {@code out}, or anything else for unknown
     */
    public void write(
            int interfaceId,
            long nanos,
            byte[] captured,
            int length,
            int originalLength,
            String direction,
            List<String> comments)
            throws IOException {
        long time = nanos == Frame.NO_TIME ? 0 : nanos;
        room(length + 64);
        body.putInt(interfaceId)
                .putInt((int) (time >>> 32))
                .putInt((int) time)
                .putInt(length)
                .putInt(originalLength)
                .put(captured, 0, length);
        pad();
        int flags = direction.equals("in") ? INBOUND : direction.equals("out") ? OUTBOUND : 0;
        if (flags != 0) {
            body.putShort((short) OPTION_FLAGS).putShort((short) 4).putInt(flags);
        }
        for (String comment : comments) {
            text(OPTION_COMMENT, comment);
        }
        endOptions(flags != 0 || !comments.isEmpty());
        block(Block.ENHANCED_PACKET);
    }

    private void text(int code, String text) {
        if (!text.isEmpty()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int length = Math.min(bytes.length, LONGEST_OPTION);
            // A character is not cut in two: its later bytes begin with the bits 10.
            while (length < bytes.length && length > 0 && (bytes[length] & 0xC0) == 0x80) {
                length--;
            }
            option(code, length == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, length));
        }
    }

    private void option(int code, byte[] value) {
        room(value.length + 16);
        body.putShort((short) code).putShort((short) value.length).put(value);
        pad();
    }

    private void endOptions(boolean any) {
        if (any) {
            room(8);
            body.putShort((short) OPTION_END).putShort((short) 0);
        }
    }

    private void pad() {
        while ((body.position() & 3) != 0) {
            body.put((byte) 0);
        }
    }

    private void room(int bytes) {
        if (body.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(body.capacity() * 2, body.position() + bytes))
                    .order(ByteOrder.LITTLE_ENDIAN);
            body = larger.put(body.flip());
        }
    }

    /** Writes the body with its type and length around it. */
    private void block(long type) throws IOException {
        int length = body.position() + Block.OVERHEAD;
        frameOfBlock.clear().putInt((int) type).putInt(length);
        out.write(frameOfBlock.array(), 0, 8);
        out.write(body.array(), 0, body.position());
        out.write(frameOfBlock.array(), 4, 4);
        body.clear();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
