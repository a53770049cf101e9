/**
 * Captures that a tool printed as text.
 *
 * <p>A text is cleaned of what terminals put into it ({@link dev.wirewalk.capture.text.TextLines}), cut into regions of one
 * tool each ({@link dev.wirewalk.capture.text.RegionPass}), and each region is read by the {@link
 * dev.wirewalk.capture.text.TextParser} of its tool, in a package below named after the vendor or tool. A parser tells what a
 * line shows of a packet in a {@link dev.wirewalk.capture.text.PacketSketch}; the bytes that such a packet had on the wire
 * are laid out from it, with a mask of the bits that were told. So everything above sees packets as from a binary file, and
 * what was not shown reads as unknown. What a device says in words becomes a {@link dev.wirewalk.capture.TextEvent}.
 *
 * <p>Every line is accounted for: packet, event, noise, or listed as not understood. Flows in: the bytes of a file. Flows out: frames and events.
 */
@NullMarked
package dev.wirewalk.capture.text;

import org.jspecify.annotations.NullMarked;
