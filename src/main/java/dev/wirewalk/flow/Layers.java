package dev.wirewalk.flow;

import dev.wirewalk.packet.PacketView;

/** The packets that a frame carries one inside the other, the frame's own first. One object serves a whole pass. */
final class Layers {
    /** Far above what any network stacks; the bound is for packets that are made to be unwrapped for ever. */
    private static final int MOST = 16;

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
        for (int level = 0; level < MOST && views[level].carried(views[level + 1]); level++) {
            if (views[level + 1].ip().present()) {
                innermost = level + 1;
            }
        }
        return innermost;
    }

    PacketView at(int level) {
        return views[level];
    }
}
