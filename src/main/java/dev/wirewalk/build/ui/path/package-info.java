/**
 * The page that plans the captures along a path.
 *
 * <p>Flows in: the address of the page, a filter, and the path as it is typed: points, tools, translations. Flows out: the
 * commands of each point with the addresses that are valid there, and the run book, both made by {@code command.path}.
 */
@NullMarked
package dev.wirewalk.build.ui.path;

import org.jspecify.annotations.NullMarked;
