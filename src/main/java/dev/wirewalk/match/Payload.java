package dev.wirewalk.match;

import dev.wirewalk.packet.PacketView;

/** The bytes of a packet that no router changes. */
final class Payload {
    /** Bytes that are hashed: enough to tell packets apart, few enough to be there in short snapshots. */
    private static final int HASHED = 64;

    private Payload() {}

    /** A 64-bit hash of the payload's first bytes and its length; 0 when there is no payload. */
    static long digest(PacketView packet) {
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

    static byte[] head(PacketView packet) {
        int length = Math.clamp(packet.capturedPayloadLength(), 0, Observation.HEAD);
        byte[] head = new byte[length];
        for (int i = 0; i < length; i++) {
            head[i] = (byte) packet.load(packet.payloadOffset() + i, 1);
        }
        return head;
    }
}
