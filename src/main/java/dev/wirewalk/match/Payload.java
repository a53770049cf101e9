package dev.wirewalk.match;

import dev.wirewalk.packet.PacketView;

/** The bytes of a packet that no router changes. */
final class Payload {
    private Payload() {}

    static byte[] head(PacketView packet) {
        int length = Math.clamp(packet.capturedPayloadLength(), 0, Observation.HEAD);
        byte[] head = new byte[length];
        for (int i = 0; i < length; i++) {
            head[i] = (byte) packet.load(packet.payloadOffset() + i, 1);
        }
        return head;
    }
}
