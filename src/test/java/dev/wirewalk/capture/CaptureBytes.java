package dev.wirewalk.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds capture files for tests, in either byte order; knows both the pcap and the pcapng building blocks. */
public final class CaptureBytes {
    public static final int MICROSECONDS = 0xA1B2C3D4;
    public static final int NANOSECONDS = 0xA1B23C4D;
    public static final int MODIFIED = 0xA1B2CD34;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    public CaptureBytes(ByteOrder order) {
        this.order = order;
    }

    public int size() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }

    public Path write(Path file) {
        try {
            return Files.write(file, toArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public CaptureBytes u16(int value) {
        return bytes(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
    }

    public CaptureBytes u32(long value) {
        return bytes(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
    }

    public CaptureBytes u64(long value) {
        return bytes(ByteBuffer.allocate(8).order(order).putLong(value).array());
    }

    public CaptureBytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The file header of pcap; {@code network} with the bits for the frame check sequence, if any. */
    public CaptureBytes pcapHeader(int magic, long snapLength, int network) {
        return u32(magic).u16(2).u16(4).u32(0).u32(0).u32(snapLength).u32(network);
    }

    public CaptureBytes pcapRecord(long seconds, long fraction, byte[] packet, long originalLength) {
        return u32(seconds).u32(fraction).u32(packet.length).u32(originalLength).bytes(packet);
    }

    /** A block of pcapng around a body, which is padded to whole words. */
    public CaptureBytes block(long type, CaptureBytes body) {
        int padding = -body.size() & 3;
        long length = 12L + body.size() + padding;
        return u32(type)
                .u32(length)
                .bytes(body.toArray())
                .bytes(new byte[padding])
                .u32(length);
    }

    private CaptureBytes body() {
        return new CaptureBytes(order);
    }

    public CaptureBytes section() {
        return block(0x0A0D0D0AL, body().u32(0x1A2B3C4DL).u16(1).u16(0).u64(-1));
    }

    /** An interface description; {@code options} as made by {@link #option}. */
    public CaptureBytes interfaceDescription(int linkType, long snapLength, byte[]... options) {
        CaptureBytes body = body().u16(linkType).u16(0).u32(snapLength);
        for (byte[] option : options) {
            body.bytes(option);
        }
        return block(1, options.length == 0 ? body : body.u32(0));
    }

    public byte[] option(int code, byte[] value) {
        return body().u16(code)
                .u16(value.length)
                .bytes(value)
                .bytes(new byte[-value.length & 3])
                .toArray();
    }

    public byte[] name(String name) {
        return option(2, name.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] timeResolution(int resolution) {
        return option(9, new byte[] {(byte) resolution});
    }

    public byte[] timeOffset(long seconds) {
        return option(14, body().u64(seconds).toArray());
    }

    public CaptureBytes enhancedPacket(int interfaceId, long units, byte[] packet, long originalLength) {
        return block(
                6,
                body().u32(interfaceId)
                        .u32(units >>> 32)
                        .u32(units)
                        .u32(packet.length)
                        .u32(originalLength)
                        .bytes(packet));
    }

    public CaptureBytes oldPacket(int interfaceId, long units, byte[] packet, long originalLength) {
        return block(
                2,
                body().u16(interfaceId)
                        .u16(7)
                        .u32(units >>> 32)
                        .u32(units)
                        .u32(packet.length)
                        .u32(originalLength)
                        .bytes(packet));
    }

    public CaptureBytes simplePacket(byte[] packet, long originalLength) {
        return block(3, body().u32(originalLength).bytes(packet));
    }

    public CaptureBytes otherBlock(long type, int bodyLength) {
        return block(type, body().bytes(new byte[bodyLength]));
    }
}
