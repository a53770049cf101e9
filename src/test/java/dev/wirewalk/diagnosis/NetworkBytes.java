package dev.wirewalk.diagnosis;

import java.io.ByteArrayOutputStream;

/** Writes bytes in network order. */
final class NetworkBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    NetworkBytes one(int value) {
        out.write(value);
        return this;
    }

    NetworkBytes two(int value) {
        return one(value >>> 8).one(value);
    }

    NetworkBytes four(long value) {
        return two((int) (value >>> 16)).two((int) value);
    }

    NetworkBytes six(long value) {
        return two((int) (value >>> 32)).four(value);
    }

    NetworkBytes all(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }

    /** The four bytes of a dotted quad. */
    NetworkBytes address(String dottedQuad) {
        for (String part : dottedQuad.split("\\.", -1)) {
            one(Integer.parseInt(part));
        }
        return this;
    }

    /** An IPv4 header without options and with a zero checksum. */
    static byte[] ipv4(String source, String destination, int number, int length, int ttl, int id) {
        return new NetworkBytes()
                .two(0x4500)
                .two(length)
                .two(id)
                .two(0x4000)
                .one(ttl)
                .one(number)
                .two(0)
                .address(source)
                .address(destination)
                .done();
    }

    /** The beginning of an ARP message for IPv4 over Ethernet. */
    static NetworkBytes arp(int operation) {
        return new NetworkBytes().two(1).two(0x0800).one(6).one(4).two(operation);
    }

    /** Letters that differ from place to place. */
    static byte[] madeUp(int length, long seed) {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++) {
            payload[i] = (byte) ('a' + (seed + i) % 26);
        }
        return payload;
    }
}
