/**
 * A path made from captures alone: which points the files hold, on which devices they are, and in which order a packet of the
 * client passes them.
 *
 * <p>Flows in: capture files with the names that people gave them. Flows out: a {@link dev.wirewalk.topology.Path} like one
 * that was written by hand, and for each point why it stands where it stands and what was guessed, so that all of it can be
 * corrected. Nothing here judges the flow.
 */
@NullMarked
package dev.wirewalk.match.order;

import org.jspecify.annotations.NullMarked;
