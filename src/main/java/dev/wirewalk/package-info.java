/**
 * Wirewalk: one filter in, the right capture command for every box on a path; what those commands captured back in, and the
 * failing hop named.
 *
 * <p>Here is only the entrance: the words of the command line flow in and go to {@code cli}, or to {@code server} for the web
 * pages. Which package may use which is drawn once, in {@code ArchitectureTest}.
 */
@NullMarked
package dev.wirewalk;

import org.jspecify.annotations.NullMarked;
