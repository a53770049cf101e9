package dev.wirewalk.finding;

import dev.wirewalk.flow.sequence.SequenceFlag;

/** Writes into the table what a packet with data shows: order, repetition, and whom it answers. */
final class DataNotes {
    /** Identifications farther apart than this were not counted by the connection. */
    private static final int COUNTING = 256;

    private final ConnectionTable table;

    DataNotes(ConnectionTable table) {
        this.table = table;
    }

    void add(int row, int peer, Sight sight, int length) {
        addOrder(row, sight);
        boolean repeated = addSequence(row, peer, sight, length);
        if (!repeated) {
            addAnswer(row, peer, sight);
        }
        table.increment(row, Column.DATA_PACKETS);
        table.set(row, Column.DATA_BYTES, table.get(row, Column.DATA_BYTES) + length);
        table.note(row, Column.DATA_FRAME, Column.DATA_NANOS, sight);
        table.set(row, Column.LAST_DATA_FRAME, sight.number());
        table.set(row, Column.LAST_DATA_NANOS, sight.nanos());
    }

    /**
     * Tells late segments apart. Senders count the IP identification on with every packet: one that is a little below the last
     * was sent before it and overtaken, one above was sent again. Without that, an early segment that fills a gap was overtaken.
     */
    private void addOrder(int row, Sight sight) {
        long id = sight.packet().ip().version() == 4 ? sight.packet().ip().identification() : 0;
        boolean early = sight.flagged(SequenceFlag.OUT_OF_ORDER.bit());
        if (sight.flagged(SequenceFlag.LOST_SEGMENT.bit())) {
            table.increment(row, Column.GAPS);
        }
        if (!early && !sight.flagged(SequenceFlag.RETRANSMISSION.bit())) {
            table.set(row, Column.IDENTIFICATION, id > 0 ? id : -1);
            return;
        }
        boolean gap = table.get(row, Column.GAPS) > 0;
        int step = (short) (id - table.get(row, Column.IDENTIFICATION));
        boolean counted = id > 0 && table.get(row, Column.IDENTIFICATION) > 0 && Math.abs(step) <= COUNTING;
        boolean overtaken = counted ? step < 0 : early && gap;
        if (gap) {
            table.set(row, Column.GAPS, table.get(row, Column.GAPS) - 1);
        }
        Column kind = overtaken ? Column.OVERTAKEN : gap ? Column.LOST_BEFORE : Column.LOST_BEHIND;
        Column frame = overtaken ? Column.OVERTAKEN_FRAME : gap ? Column.LOST_BEFORE_FRAME : Column.LOST_BEHIND_FRAME;
        if (table.get(row, kind) == 0) {
            table.set(row, frame, sight.number());
        }
        table.increment(row, kind);
    }

    /** Whether all of the segment was sent before. */
    private boolean addSequence(int row, int peer, Sight sight, int length) {
        long sequence = sight.packet().tcp().sequence();
        if (sequence < 0) {
            return false;
        }
        long next = sequence + length & 0xFFFF_FFFFL;
        long highest = table.get(row, Column.NEXT_SEQUENCE);
        if (highest >= 0 && (int) (next - highest) <= 0) {
            // One byte that has been acknowledged is a keep-alive, not a repetition.
            if (length > 1 || (int) (next - table.get(peer, Column.ACKNOWLEDGED)) > 0) {
                addRepetition(row, sight, sequence, length);
            }
            return true;
        }
        table.set(row, Column.NEXT_SEQUENCE, next);
        table.set(row, Column.LONGEST_LENGTH, Math.max(length, table.get(row, Column.LONGEST_LENGTH)));
        return false;
    }

    private void addRepetition(int row, Sight sight, long sequence, int length) {
        if (table.get(row, Column.REPEAT_SEQUENCE) != sequence) {
            table.set(row, Column.REPEAT_SEQUENCE, sequence);
            table.set(row, Column.REPEATS, 0);
            table.set(row, Column.REPEAT_FRAME, sight.number());
            table.set(row, Column.REPEAT_NANOS, sight.nanos());
        }
        table.set(row, Column.REPEAT_LENGTH, length);
        table.set(row, Column.LAST_REPEAT_NANOS, sight.nanos());
        table.increment(row, Column.REPEATS);
    }

    /** An answer is slow by its sender's doing only when the question was acknowledged long before. */
    private void addAnswer(int row, int peer, Sight sight) {
        long askedFrame = table.get(peer, Column.LAST_DATA_FRAME);
        if (askedFrame <= table.get(row, Column.LAST_DATA_FRAME)) {
            return;
        }
        long asked = table.get(peer, Column.LAST_DATA_NANOS);
        long duration = Times.between(asked, sight.nanos(), 0);
        long acknowledged = Times.between(asked, table.get(row, Column.ACKNOWLEDGED_NANOS), duration);
        if (duration > table.get(row, Column.ANSWER_NANOS) && acknowledged >= 0 && acknowledged < duration / 2) {
            table.set(row, Column.ANSWER_NANOS, duration);
            table.set(row, Column.ANSWER_FRAME, sight.number());
            table.set(row, Column.ASKED_FRAME, askedFrame);
        }
    }
}
