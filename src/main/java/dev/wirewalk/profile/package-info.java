/**
 * What a tool is, as data: the files of {@code vendor-profiles/} as records.
 *
 * <p>A profile says how a tool is called, which filter language it speaks and within which limits, what it can see, its
 * options, the steps from start to clean-up as templates, and the warnings with the condition that raises each. Templates hold
 * typed placeholders; {@link dev.wirewalk.profile.OptionType} decides which values may enter one, so that a user's text can
 * never become a second command.
 *
 * <p>Flows in: YAML, from the class path and, when given, from a folder that adds to it or overrides it. Flows out:
 * {@link dev.wirewalk.profile.ToolProfile}, or the list of {@link dev.wirewalk.profile.ProfileProblem} that the file has. Knows
 * no dialect: the limits that each family asks for are handed in.
 */
@NullMarked
package dev.wirewalk.profile;

import org.jspecify.annotations.NullMarked;
