/**
 * What the two sides of one conversation said to each other, put in order again.
 *
 * <p>Flows in: an open capture, its index of frames, a conversation. Flows out: a {@link dev.wirewalk.inspection.stream.Dialogue}
 * of bytes and of gaps.
 */
@NullMarked
package dev.wirewalk.inspection.stream;

import org.jspecify.annotations.NullMarked;
