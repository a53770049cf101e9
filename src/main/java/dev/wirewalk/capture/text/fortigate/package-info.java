/**
 * Two texts of FortiOS: {@code diagnose debug flow} ({@link dev.wirewalk.capture.text.fortigate.FlowParser}: what the kernel does with
 * each packet, one trace a packet) and {@code diagnose sniffer packet} ({@link
 * dev.wirewalk.capture.text.fortigate.SnifferParser}: packets at interfaces, with a dump of their bytes on request).
 *
 * <p>Flows in: lines. Flows out: packets and, for each message of the kernel, an event.
 */
@NullMarked
package dev.wirewalk.capture.text.fortigate;

import org.jspecify.annotations.NullMarked;
