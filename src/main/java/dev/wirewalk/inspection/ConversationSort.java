package dev.wirewalk.inspection;

import dev.wirewalk.flow.Conversation;

/** What conversations are sorted by. */
public enum ConversationSort {
    /** The order of first packets. */
    INDEX,
    PACKETS,
    BYTES,
    START,
    DURATION,
    STATE;

    /** A number that sorts as the conversation does, ascending. */
    long key(Conversation conversation, int state) {
        return switch (this) {
            case INDEX -> conversation.index();
            case PACKETS -> conversation.packets();
            case BYTES -> conversation.bytes();
            case START -> conversation.firstNanos().orElse(Long.MIN_VALUE);
            case DURATION ->
                conversation.firstNanos().isEmpty()
                        ? -1
                        : conversation.lastNanos().getAsLong()
                                - conversation.firstNanos().getAsLong();
            case STATE -> state;
        };
    }
}
