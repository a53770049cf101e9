/**
 * What Cisco ASA and FTD print: {@code show capture} in its forms, captures of dropped packets, {@code packet-tracer} and the
 * phases of traced packets, {@code show asp drop}.
 *
 * <p>The list of captures tells which capture was taken on which interface; packets of a capture that is not in it are on an
 * interface with the capture's name, so that captures in one text are never taken for one another. What {@code packet-tracer}
 * says is a simulation: it becomes events, and no packet.
 *
 * <p>Flows in: lines. Flows out: {@link dev.wirewalk.capture.text.PacketSketch}es and events.
 */
@NullMarked
package dev.wirewalk.capture.text.cisco;

import org.jspecify.annotations.NullMarked;
