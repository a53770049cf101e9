/**
 * Packet headers, decoded where they lie in memory.
 *
 * <p>{@link dev.wirewalk.packet.PacketView} is placed over the bytes of one packet after the other; it and its parts
 * ({@code link() ip() arp() tcp() icmp()}) are made once and read on demand, so a pass over millions of packets creates no
 * object per packet. Numbers are unsigned and in host order; -1 says that the packet has no such field or that the capture
 * cut it off. Offsets count from the first byte of the packet.
 *
 * <p>What a view shows are the outermost headers. {@link dev.wirewalk.packet.PacketView#carried} moves another view to the packet
 * inside of a {@link dev.wirewalk.packet.Tunnel}, {@link dev.wirewalk.packet.Innermost} follows them all.
 *
 * <p>Flows in: captured bytes and their link type. Flows out: header fields. Knows nothing of files, flows or filters.
 */
@NullMarked
package dev.wirewalk.packet;

import org.jspecify.annotations.NullMarked;
