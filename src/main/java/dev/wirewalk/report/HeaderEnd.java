package dev.wirewalk.report;

import dev.wirewalk.packet.PacketView;

/** Finds where a packet's headers end, those of what it carries in a tunnel or quotes as an error included. */
final class HeaderEnd {
    private static final int ARP = 28;
    private static final int DEEPEST = 8;

    private HeaderEnd() {}

    /** In bytes from the packet's beginning; at most what was captured. */
    static int of(PacketView packet) {
        return Math.clamp(of(packet, 0), 0, packet.capturedLength());
    }

    private static int of(PacketView packet, int depth) {
        PacketView inner = new PacketView();
        if (depth < DEEPEST && (packet.carried(inner) || packet.quoted(inner))) {
            return inner.beginsAt() + Math.min(of(inner, depth + 1), inner.capturedLength());
        }
        if (packet.arp().present()) {
            return packet.link().networkOffset() + ARP;
        }
        if (!packet.ip().present()) {
            return packet.link().networkOffset();
        }
        if (packet.icmp().neighbourSolicitation() || packet.icmp().neighbourAdvertisement()) {
            return packet.ip().endOnWire() < 0
                    ? packet.capturedLength()
                    : packet.ip().endOnWire();
        }
        if (packet.ip().fragmentOffset() > 0) {
            return packet.ip().fragmentDataOffset();
        }
        // Where the transport's header is cut, what there is of it is all header.
        return packet.payloadOffset() < 0 ? packet.capturedLength() : packet.payloadOffset();
    }
}
