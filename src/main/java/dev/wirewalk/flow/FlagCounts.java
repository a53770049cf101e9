package dev.wirewalk.flow;

import dev.wirewalk.flow.sequence.SequenceFlag;
import java.util.Arrays;

/** How often each flag was set, by conversation and direction. Only conversations with a flag take room. */
final class FlagCounts {
    private static final int KINDS = SequenceFlag.values().length;

    /** For each conversation the number of its block, or 0. */
    private int[] blocks = new int[64];

    private int[] counts = new int[2 * KINDS * 8];
    private int used = 1;

    void add(int conversation, boolean lowEnd, int flags) {
        if (flags == 0) {
            return;
        }
        while (conversation >= blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        if (blocks[conversation] == 0) {
            blocks[conversation] = used++;
            if (used * 2 * KINDS > counts.length) {
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
        }
        for (int rest = flags; rest != 0; rest &= rest - 1) {
            counts[at(blocks[conversation], lowEnd) + Integer.numberOfTrailingZeros(rest)]++;
        }
    }

    int count(int conversation, boolean lowEnd, SequenceFlag flag) {
        return conversation >= blocks.length || blocks[conversation] == 0
                ? 0
                : counts[at(blocks[conversation], lowEnd) + flag.ordinal()];
    }

    private static int at(int block, boolean lowEnd) {
        return (block * 2 + (lowEnd ? 0 : 1)) * KINDS;
    }
}
