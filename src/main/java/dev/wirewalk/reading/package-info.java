/**
 * Commands that somebody pastes, turned back into the filter.
 *
 * <p>Flows in: text as it stands in a terminal, with prompts, answers and comments, and a tool's profile, whose key {@code reads}
 * says which words of its commands carry what. Flows out: a {@link dev.wirewalk.reading.ReadBack} with the filter, the options that
 * were recognised and what was left aside; or an {@link dev.wirewalk.reading.UnreadableCommandException} that points at the word
 * that was not understood. The family's dialect reads the pieces of the filter.
 * {@link dev.wirewalk.reading.Translator} plans the same capture for other tools.
 */
@NullMarked
package dev.wirewalk.reading;

import org.jspecify.annotations.NullMarked;
