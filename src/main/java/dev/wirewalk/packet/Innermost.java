package dev.wirewalk.packet;

/**
 * Follows tunnels down to the packet that the ends of a connection see. One object serves a whole pass; the view that it gives
 * is valid until the next call.
 */
public final class Innermost {
    /** Far above what any network stacks; the bound is for packets that are made to be unwrapped for ever. */
    public static final int MOST_LEVELS = 16;

    private PacketView current = new PacketView();
    private PacketView spare = new PacketView();
    private PacketView found = new PacketView();
    private int levels;

    /** The innermost packet with an IP header that is carried in this one; the packet itself when it carries none. */
    public PacketView of(PacketView outer) {
        levels = 0;
        PacketView result = outer;
        PacketView last = outer;
        for (int level = 1; level <= MOST_LEVELS && last.carried(spare); level++) {
            PacketView inner = spare;
            spare = current;
            current = inner;
            last = inner;
            if (inner.ip().present()) {
                levels = level;
                result = inner;
                keep();
            }
        }
        return result;
    }

    /** Sets the packet just found aside, so that looking further inside does not move it. */
    private void keep() {
        PacketView kept = current;
        current = found;
        found = kept;
    }

    /** How many tunnels lie around the packet that {@link #of} found last; 0 when it was the packet itself. */
    public int levels() {
        return levels;
    }
}
