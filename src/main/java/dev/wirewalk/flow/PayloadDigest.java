package dev.wirewalk.flow;

import dev.wirewalk.packet.PacketView;

/** Tells payloads apart by the bytes that no router changes. */
public final class PayloadDigest {
    /**
     * Bytes that are hashed: what a snapshot of 68 bytes, the shortest in use (tcpdump's old default), leaves of a datagram behind
     * Ethernet (14), a VLAN tag (4), IPv4 (20) and UDP (8). With more, a point with short snapshots could not be compared.
     */
    private static final int HASHED = 22;

    private PayloadDigest() {}

    /** A 64-bit hash of the payload's first 22 captured bytes and its length on the wire; 0 when none were captured. */
    public static long of(PacketView packet) {
        int length = Math.min(packet.capturedPayloadLength(), HASHED);
        if (length <= 0) {
            return 0;
        }
        long hash = 0xCBF29CE484222325L + packet.payloadLength();
        for (int i = 0; i < length; i++) {
            hash = (hash ^ packet.load(packet.payloadOffset() + i, 1)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
