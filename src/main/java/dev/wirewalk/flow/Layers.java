package dev.wirewalk.flow;

import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;

/**
 * The packets that a frame carries one inside the other, the frame's own first: in tunnels, or as the whole of which a fragment was the
 * last missing piece. One object serves a whole pass.
 */
final class Layers {
    private final Fragments fragments = new Fragments();
    private int sent;
    private final PacketView[] views = new PacketView[Innermost.MOST_LEVELS + 1];

    Layers() {
        for (int i = 1; i <= Innermost.MOST_LEVELS; i++) {
            views[i] = new PacketView();
        }
    }

    /** Unwraps a packet; the level of the innermost one that has an IP header, or 0. */
    int peel(PacketView packet) {
        views[0] = packet;
        int innermost = 0;
        sent = -1;
        for (int level = 0; level < Innermost.MOST_LEVELS && unwrap(level); level++) {
            if (views[level + 1].ip().present()) {
                innermost = level + 1;
            }
        }
        sent = sent < 0 ? innermost : sent;
        return innermost;
    }

    private boolean unwrap(int level) {
        PacketView packet = views[level];
        if (!Fragments.usable(packet)) {
            return packet.carried(views[level + 1]);
        }
        sent = sent < 0 ? level : sent;
        return fragments.complete(packet, views[level + 1]);
    }

    /** The level of the innermost packet that stands in the frame itself, and was not put together. */
    int sent() {
        return sent;
    }

    PacketView at(int level) {
        return views[level];
    }
}
