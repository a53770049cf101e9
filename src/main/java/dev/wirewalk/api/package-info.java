/**
 * The programs' door: the JSON of the command line over HTTP. Nothing is kept between requests, so that there is nothing that
 * a foreign page could change.
 *
 * <p>Flows in: a filter, names of tools and values of their options, or a path file. Flows out: the documents of
 * {@code command --json}, {@code command --path --json} and {@code tools --json}, or a problem (RFC 9457) of one sentence.
 */
@NullMarked
package dev.wirewalk.api;

import org.jspecify.annotations.NullMarked;
