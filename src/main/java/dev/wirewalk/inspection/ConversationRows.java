package dev.wirewalk.inspection;

import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.ConversationState;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.flow.FrameAnalysis;
import dev.wirewalk.flow.Handshake;
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The conversations of a capture, sorted and filtered as numbers; a conversation becomes an object only when it is shown. May
 * be read by several threads.
 */
public final class ConversationRows {
    private final FrameAnalysis analysis;
    private final Conversations conversations;

    ConversationRows(FrameAnalysis analysis) {
        this.analysis = analysis;
        conversations = analysis.conversations();
    }

    public int count() {
        return conversations.count();
    }

    /** One conversation by its index. */
    public Conversation get(int index) {
        return conversations.get(index);
    }

    /** How far a conversation came, by Zeek's words. */
    public ConversationState state(int index) {
        return analysis.state(index);
    }

    /** When a TCP conversation took its first steps. */
    public Handshake handshake(int index) {
        return analysis.handshake(index);
    }

    /** How many segments of one direction carry a flag, copies left out; {@code forward} are those that the client sent. */
    public long sequenceCount(int index, boolean forward, SequenceFlag flag) {
        return analysis.sequenceCount(index, forward, flag);
    }

    /** How many packets of a conversation are copies. */
    public long copies(int index) {
        return analysis.copies(index);
    }

    /** Indices of the conversations that the filter keeps, in this order; among equals in the order of first packets. */
    public int[] sorted(ConversationSort sort, boolean descending, Optional<ConversationFilter> filter) {
        int count = conversations.count();
        int[] order = new int[count];
        long[] keys = new long[count];
        int kept = 0;
        for (int index = 0; index < count; index++) {
            Conversation conversation = conversations.get(index);
            if (filter.isEmpty() || filter.get().keeps(conversation)) {
                order[kept++] = index;
                long key = sort.key(conversation, analysis.state(index).ordinal());
                // The complement turns the order round and, unlike the negative, has no number without one.
                keys[index] = descending ? ~key : key;
            }
        }
        int[] result = Arrays.copyOf(order, kept);
        sort(result, new int[kept], keys, 0, kept);
        return result;
    }

    /** Rows {@code offset} to {@code offset + limit - 1} of an order made by {@link #sorted}. */
    public List<Conversation> page(int[] order, int offset, int limit) {
        int from = Math.clamp(offset, 0, order.length);
        int to = (int) Math.min(order.length, (long) from + Math.max(0, limit));
        return IntStream.range(from, to)
                .mapToObj(place -> conversations.get(order[place]))
                .toList();
    }

    /** Merge sort of indices by key: stable, and without an object per index. */
    private static void sort(int[] indices, int[] spare, long[] keys, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = from + to >>> 1;
        sort(indices, spare, keys, from, middle);
        sort(indices, spare, keys, middle, to);
        if (keys[indices[middle - 1]] <= keys[indices[middle]]) {
            return;
        }
        System.arraycopy(indices, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeLeft = right >= to || (left < middle && keys[spare[left]] <= keys[spare[right]]);
            indices[at] = takeLeft ? spare[left++] : spare[right++];
        }
    }
}
