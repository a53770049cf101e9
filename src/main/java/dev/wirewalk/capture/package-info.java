/**
 * Capture files: opened by content, mapped instead of loaded, read in one streaming pass.
 *
 * <p>{@link dev.wirewalk.capture.CaptureFile} finds out what a file is and hands it to the reader of that format in a
 * package below ({@code pcap}, {@code pcapng}, {@code snoop}, {@code netmon}, {@code sniffer}, {@code text}), unpacked first by
 * {@code packed} when it is compressed; the reader moves one {@link dev.wirewalk.capture.Frame} from packet to
 * packet. Damage in a file is part of the {@link dev.wirewalk.capture.ReadReport}; only a file that no packet could come out
 * of is an {@link dev.wirewalk.capture.UnreadableCapture}.
 *
 * <p>Flows in: a path. Flows out: frames with their packet headers, and the report of the pass.
 */
@NullMarked
package dev.wirewalk.capture;

import org.jspecify.annotations.NullMarked;
