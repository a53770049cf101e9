/**
 * The flow basic log of PAN-OS ({@code pan_packet_diag.log}): what the data plane does with packets that match a filter.
 *
 * <p>Flows in: lines. Flows out: one frame a packet and an event for each decision. The format is known from descriptions only, and
 * the reader says so.
 */
@NullMarked
package dev.wirewalk.capture.text.pan;

import org.jspecify.annotations.NullMarked;
