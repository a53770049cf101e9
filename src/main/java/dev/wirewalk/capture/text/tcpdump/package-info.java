/**
 * The text that tcpdump prints, in every option and era, and that of tools built on it.
 *
 * <p>{@link dev.wirewalk.capture.text.tcpdump.PacketText} reads one packet, from its link header, protocol word or addresses on;
 * readers of other tools that print packets in the same words use it too. Flows in: lines. Flows out: packet sketches.
 */
@NullMarked
package dev.wirewalk.capture.text.tcpdump;

import org.jspecify.annotations.NullMarked;
