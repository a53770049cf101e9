/**
 * Conversations: who talked with whom in a capture, how much, when, and how TCP began and ended.
 *
 * <p>{@link dev.wirewalk.flow.Conversations} is led past the frames of one capture; it keeps its facts in tables of
 * numbers, so that memory grows with the number of conversations and not with the number of packets. A {@link
 * dev.wirewalk.flow.Conversation} is a snapshot made when asked for.
 *
 * <p>Flows in: frames. Flows out: conversations, and for each frame the conversation that it belongs to.
 */
@NullMarked
package dev.wirewalk.flow;

import org.jspecify.annotations.NullMarked;
