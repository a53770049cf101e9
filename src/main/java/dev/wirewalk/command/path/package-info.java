/**
 * One filter for all points of a path: what is typed where, with the addresses that are valid there.
 *
 * <p>Flows in: a {@link dev.wirewalk.topology.Path} with the translations as intended, and a
 * {@link dev.wirewalk.filter.Filter} in the addresses that the client uses. At each device that translates, the filter is
 * carried across; whatever cannot be told behind the translation is widened and named. Flows out: a
 * {@link dev.wirewalk.command.path.PathPlan} with one capture plan for each point, and the run book that orders their steps.
 */
@NullMarked
package dev.wirewalk.command.path;

import org.jspecify.annotations.NullMarked;
