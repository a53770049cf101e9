package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.PacketSketch;

/**
 * A packet that waits for the one inside it.
 *
 * @param outer the packet around
 * @param header what stands between the two: a tunnel's header, or nothing
 * @param untold how many more bytes of the tunnel's header there are, of which nothing is told
 * @param ethernet whether the inner one has a link header, even if nothing is told of it
 */
record Carrier(PacketSketch outer, byte[] header, int untold, boolean ethernet) {}
