/**
 * The pcapng format: sections of blocks, interfaces that are described before their packets. {@link
 * dev.wirewalk.capture.pcapng.PcapngWriter} writes it, and {@link dev.wirewalk.capture.pcapng.Conversion} turns other inputs into it.
 *
 * <p>Flows in: mapped bytes. Flows out: frames, or a file.
 */
@NullMarked
package dev.wirewalk.capture.pcapng;

import org.jspecify.annotations.NullMarked;
