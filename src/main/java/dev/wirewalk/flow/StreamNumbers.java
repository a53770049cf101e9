package dev.wirewalk.flow;

import dev.wirewalk.flow.sequence.SequenceAnalysis;
import java.util.Arrays;

/**
 * Which stream of the sequence analysis a TCP conversation is, and the number that tshark gives it. A stream may begin before
 * its conversation, with a packet that an ICMP error quotes.
 */
final class StreamNumbers {
    private static final int NUMBER = 0;
    private static final int SLOT = 1;
    private static final int SLOT_WITHOUT_COPIES = 2;
    private static final int COLUMNS = 3;

    private int[] cells = new int[COLUMNS * 64];
    private int known;
    private int streams;
    /** Streams that began with a quoted packet: the table gives the index, these two what belongs to it. */
    private final FlowTable quoted = new FlowTable();

    private int[] quotedCells = new int[2 * 8];

    /** The stream of the analysis, or -1 when the conversation has none yet. */
    int slot(int conversation) {
        return conversation < known ? cells[conversation * COLUMNS + SLOT] : -1;
    }

    /** The stream that is not led past copies; the same one as long as there are none. */
    int slotWithoutCopies(int conversation) {
        return cells[conversation * COLUMNS + SLOT_WITHOUT_COPIES];
    }

    int number(int conversation) {
        return cells[conversation * COLUMNS + NUMBER];
    }

    /**
     * Begins the stream of a conversation, or the next one.
     *
     * @param firstOfEnds whether these ends had no conversation before, so that a quoted packet may have begun the stream
     */
    int begin(int conversation, EndPair ends, boolean firstOfEnds, SequenceAnalysis sequences) {
        if ((conversation + 1) * COLUMNS > cells.length) {
            cells = Arrays.copyOf(cells, (conversation + conversation / 2 + 1) * COLUMNS);
        }
        if (conversation >= known) {
            Arrays.fill(cells, known * COLUMNS, (conversation + 1) * COLUMNS, -1);
            known = conversation + 1;
        }
        boolean mayBeQuoted = firstOfEnds && cells[conversation * COLUMNS + SLOT] < 0 && quoted.count() > 0;
        int before = mayBeQuoted ? quoted.latest(ends) : -1;
        int slot = before >= 0 ? quotedCells[before * 2 + 1] : sequences.begin();
        cells[conversation * COLUMNS + NUMBER] = before >= 0 ? quotedCells[before * 2] : streams++;
        cells[conversation * COLUMNS + SLOT] = slot;
        cells[conversation * COLUMNS + SLOT_WITHOUT_COPIES] = slot;
        return slot;
    }

    void separate(int conversation, int slot) {
        cells[conversation * COLUMNS + SLOT_WITHOUT_COPIES] = slot;
    }

    /** The stream that a quoted packet between these ends began, or -1. */
    int slotOfQuoted(EndPair ends) {
        int known = quoted.count() > 0 ? quoted.latest(ends) : -1;
        return known < 0 ? -1 : quotedCells[known * 2 + 1];
    }

    /** Begins the stream of a packet that is quoted and whose conversation was not seen. */
    int beginQuoted(EndPair ends, SequenceAnalysis sequences) {
        int index = quoted.add(ends);
        if (index * 2 == quotedCells.length) {
            quotedCells = Arrays.copyOf(quotedCells, quotedCells.length * 2);
        }
        quotedCells[index * 2] = streams++;
        quotedCells[index * 2 + 1] = sequences.begin();
        return quotedCells[index * 2 + 1];
    }
}
