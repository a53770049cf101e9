/**
 * What a capture shows by itself that is worth knowing: failures, delays, losses, and what limits the capture.
 *
 * <p>A {@link dev.wirewalk.finding.Rule} is one class in a package below, by theme: {@code tcp}, {@code application}, {@code
 * network} (ICMP, routing), {@code link} (ARP and neighbours), {@code tap} (the capture itself). {@link
 * dev.wirewalk.finding.Catalogue} lists them, one line each; {@link dev.wirewalk.finding.Examination} leads them past the
 * frames of one pass. Copies of a packet are left out, what the capture could not have shown is never called lost, and memory
 * grows with conversations only.
 *
 * <p>Flows in: frames with their conversation and flags. Flows out: findings with evidence, a display filter and advice.
 */
@NullMarked
package dev.wirewalk.finding;

import org.jspecify.annotations.NullMarked;
