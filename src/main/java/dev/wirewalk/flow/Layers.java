package dev.wirewalk.flow;

import dev.wirewalk.packet.PacketView;

/**
 * The packets that a frame carries one inside the other, the frame's own first: in tunnels, or as the whole of which a fragment was the
 * last missing piece. One object serves a whole pass.
 */
final class Layers {
    /** Far above what any network stacks; the bound is for packets that are made to be unwrapped for ever. */
    private static final int MOST = 16;

    private final Fragments fragments = new Fragments();
    private int sent;
    private final PacketView[] views = new PacketView[MOST + 1];

    Layers() {
        for (int i = 1; i <= MOST; i++) {
            views[i] = new PacketView();
        }
    }

    /** Unwraps a packet; the level of the innermost one that has an IP header, or 0. */
    int peel(PacketView packet) {
        views[0] = packet;
        int innermost = 0;
        sent = -1;
        for (int level = 0; level < MOST && unwrap(level); level++) {
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
