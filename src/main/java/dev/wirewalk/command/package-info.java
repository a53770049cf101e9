/**
 * What is typed on a device, from the first line to the clean-up.
 *
 * <p>Flows in: a tool's {@link dev.wirewalk.profile.ToolProfile}, a {@link dev.wirewalk.filter.Filter}, the chosen version and
 * options. The family's dialect writes the filter; the profile's templates become steps, with every value checked by its type and
 * quoted for where it lands. Flows out: a {@link dev.wirewalk.command.CapturePlan}, which is also the JSON of the command line
 * and of the web pages.
 */
@NullMarked
package dev.wirewalk.command;

import org.jspecify.annotations.NullMarked;
