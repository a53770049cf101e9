/**
 * One flow seen from several points: which observations at different points are the same packet, under which addresses the
 * flow appears where, and how far the points' clocks are apart.
 *
 * <p>The flow is chosen from the conversations of each point; {@code flow} lists them, here they are compared.
 *
 * <p>Flows in: observations of the followed flow, its neighbour discovery and the ICMP errors that quote it, one list per
 * point. Flows out: paired packets with the quality of each pair, learnt address mappings and sequence shifts, clock
 * estimates with their interval. Nothing here judges; that is {@code diagnosis}.
 */
@NullMarked
package dev.wirewalk.match;

import org.jspecify.annotations.NullMarked;
