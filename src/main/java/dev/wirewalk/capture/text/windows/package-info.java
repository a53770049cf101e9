/**
 * The text of pktmon, the packet monitor of Windows: each packet at each component of the network stack that it passes.
 *
 * <p>Flows in: lines. Flows out: one frame for each appearance, with the component as its interface, and an event for each drop.
 */
@NullMarked
package dev.wirewalk.capture.text.windows;

import org.jspecify.annotations.NullMarked;
