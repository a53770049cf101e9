/**
 * Traces of the packet filter of Linux: TRACE lines of iptables in the kernel's log ({@link
 * dev.wirewalk.capture.text.linux.LogTraceParser}), {@code xtables-monitor --trace} ({@link
 * dev.wirewalk.capture.text.linux.MonitorTraceParser}) and {@code nft monitor trace} ({@link
 * dev.wirewalk.capture.text.linux.NftTraceParser}).
 *
 * <p>Each shows one packet many times, once for each rule that it meets. Flows in: lines. Flows out: one frame a packet, at the
 * interface where it enters, and an event for each rule, policy and verdict.
 */
@NullMarked
package dev.wirewalk.capture.text.linux;

import org.jspecify.annotations.NullMarked;
