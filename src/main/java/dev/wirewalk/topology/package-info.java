/**
 * What the user knows or declares about the network between client and server: the observation points in forward order,
 * the way back when it differs, the translations as intended, and the flow to follow.
 *
 * <p>Flows in: a path file (YAML), read strictly so that a misspelt key is an error and not a silent omission. Flows out:
 * a {@link dev.wirewalk.topology.Path} for the command planner and for the walk, and the same file written back.
 */
@NullMarked
package dev.wirewalk.topology;

import org.jspecify.annotations.NullMarked;
