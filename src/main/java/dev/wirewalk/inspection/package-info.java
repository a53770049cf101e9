/**
 * One pass over one file, and all that can be said of it: facts, conversations, states, findings, events.
 *
 * <p>{@link dev.wirewalk.inspection.Inspector} makes an {@link dev.wirewalk.inspection.Inspection}: its {@link
 * dev.wirewalk.inspection.InspectionResult} is what the command line prints as JSON, its {@link
 * dev.wirewalk.inspection.ConversationRows} and {@link dev.wirewalk.inspection.FrameIndex} let a page look at conversations and
 * packets without holding them as objects.
 *
 * <p>Flows in: a capture file. Flows out: results.
 */
@NullMarked
package dev.wirewalk.inspection;

import org.jspecify.annotations.NullMarked;
