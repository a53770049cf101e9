/**
 * A path as it is being typed: it may be incomplete or wrong at any moment.
 *
 * <p>Flows in: what a person types, field by field, or a {@link dev.wirewalk.topology.Path} that was read. Flows out: a
 * {@link dev.wirewalk.topology.draft.CheckedPath}, which is the path, or what is wrong with which field.
 */
@NullMarked
package dev.wirewalk.topology.draft;

import org.jspecify.annotations.NullMarked;
