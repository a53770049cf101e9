/**
 * The filter languages of the tools, one class per family.
 *
 * <p>Flows in: a {@link dev.wirewalk.filter.Filter} and what the tool's profile says about limits and sight. Flows out: a
 * {@link dev.wirewalk.dialect.Rendering}: the text pieces the tool takes, how they relate to the filter (exact, wider, or not
 * to be said) and why. Steps, options and quoting for a shell come later, from the profile's templates.
 */
@NullMarked
package dev.wirewalk.dialect;

import org.jspecify.annotations.NullMarked;
