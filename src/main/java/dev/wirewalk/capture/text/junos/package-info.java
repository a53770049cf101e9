/**
 * Flow traces of SRX firewalls: what the flow module of Junos does with each packet that matches a packet filter of its {@code
 * traceoptions}, and the list of packets that it dropped.
 *
 * <p>Flows in: lines of the trace file. Flows out: one frame a packet, and an event for sessions, translations, routes, policies and drops.
 */
@NullMarked
package dev.wirewalk.capture.text.junos;

import org.jspecify.annotations.NullMarked;
