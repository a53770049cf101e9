package dev.wirewalk.packet;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;

/** Builds packets for tests, field by field in network byte order. Hex text may hold blanks. */
public final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static Bytes of(String hex) {
        return new Bytes().hex(hex);
    }

    public Bytes hex(String hex) {
        out.writeBytes(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        return this;
    }

    public Bytes u8(int value) {
        out.write(value);
        return this;
    }

    public Bytes u16(int value) {
        return u8(value >> 8).u8(value);
    }

    public Bytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public Bytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bytes zeros(int count) {
        return bytes(new byte[count]);
    }

    public byte[] toArray() {
        return out.toByteArray();
    }

    /** The bytes behind an Ethernet header with this type; the addresses are 02:00:00:00:00:02 from 02:00:00:00:00:01. */
    public static Bytes ethernet(int etherType) {
        return of("020000000002 020000000001").u16(etherType);
    }

    /** An IPv4 header without options from 10.0.0.1 to 10.0.0.2, TTL 64, for {@code length} bytes behind it. */
    public Bytes ipv4(int protocol, int length) {
        return hex("4500").u16(20 + length).hex("1234 4000 40").u8(protocol).hex("0000 0a000001 0a000002");
    }

    /** An IPv6 header from 2001:db8::1 to 2001:db8::2, hop limit 63, for {@code length} bytes behind it. */
    public Bytes ipv6(int nextHeader, int length) {
        return hex("60000000")
                .u16(length)
                .u8(nextHeader)
                .u8(63)
                .hex("20010db8000000000000000000000001 20010db8000000000000000000000002");
    }

    /** A TCP header with window 512; the options must fill whole words. */
    public Bytes tcp(int source, int destination, long sequence, long acknowledgement, int flags, String options) {
        int words = 5 + options.replaceAll("\\s", "").length() / 8;
        return u16(source)
                .u16(destination)
                .u32(sequence)
                .u32(acknowledgement)
                .u8(words << 4)
                .u8(flags)
                .hex("0200 0000 0000")
                .hex(options);
    }

    /** A view over these bytes as a packet captured whole. */
    public PacketView view(LinkType linkType) {
        return view(linkType, toArray().length);
    }

    /** A view over the first {@code captured} of these bytes. */
    public PacketView view(LinkType linkType, int captured) {
        PacketView view = new PacketView();
        byte[] all = toArray();
        view.place(MemorySegment.ofArray(all), 0, captured, all.length, linkType);
        return view;
    }
}
