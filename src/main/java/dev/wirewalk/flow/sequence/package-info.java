/**
 * What TCP sequence numbers tell about each segment: repeated, out of order, behind a gap, a keep-alive, against a closed
 * window. The judgement is that of Wireshark 4.0, frame by frame; {@code src/docs/sequence-analysis.md} names every rule and
 * every deliberate difference.
 *
 * <p>A {@link dev.wirewalk.flow.sequence.Segment} is filled from a packet, {@link
 * dev.wirewalk.flow.sequence.SequenceAnalysis} compares it with what is remembered of its stream, in tables of numbers.
 *
 * <p>Flows in: TCP headers, with the stream and direction that they belong to. Flows out: {@link
 * dev.wirewalk.flow.sequence.SequenceFlag} bits.
 */
@NullMarked
package dev.wirewalk.flow.sequence;

import org.jspecify.annotations.NullMarked;
