/**
 * The programs' door: the JSON of the command line over HTTP. Nothing is kept between requests, so that there is nothing that
 * a foreign page could change.
 *
 * <p>Flows in: a filter, names of tools and values of their options, a path file, or pasted commands. Flows out: the documents of
 * {@code command --json}, {@code command --path --json}, {@code translate --json} and {@code tools --json}, or a problem
 * (RFC 9457) of one sentence, with the place when a text is not understood.
 */
@NullMarked
package dev.wirewalk.api;

import org.jspecify.annotations.NullMarked;
