/**
 * What Check Point gateways print: packets at the inspection points of {@code fw monitor}, and the drops in the kernel debug of
 * {@code fw ctl zdebug} and {@code kdebug}.
 *
 * <p>fw monitor shows one packet at each point that it passes, so one packet becomes several frames that differ in interface and
 * position. A drop of the kernel debug names addresses, ports and protocol, and nothing else: it becomes a frame at the
 * position {@code drop}, with an event that holds the reason.
 *
 * <p>Flows in: lines. Flows out: {@link dev.wirewalk.capture.text.PacketSketch}es and events.
 */
@NullMarked
package dev.wirewalk.capture.text.checkpoint;

import org.jspecify.annotations.NullMarked;
