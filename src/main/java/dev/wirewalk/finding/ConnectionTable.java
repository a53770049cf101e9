package dev.wirewalk.finding;

import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.TcpView;
import java.util.Arrays;

/**
 * What rules need to know of each TCP connection, in one array of numbers. A row is one direction and is made with its first
 * packet, so that a question without an answer costs half.
 */
final class ConnectionTable {
    private static final Column[] COLUMNS = Column.values();
    private static final int WIDTH = COLUMNS.length;
    /** Identifications farther apart than this were not counted by the connection. */
    private static final int COUNTING = 256;

    /** The row of each side of each conversation, 0 for none: 2n its low end, 2n + 1 its high end. */
    private int[] rows = new int[128];

    private long[] cells = new long[WIDTH * 64];
    private int count;
    private int sides;

    /** Whether one direction is missing from every connection although it must have been there. */
    boolean oneWay() {
        boolean proven = false;
        for (int side = 0; side < sides; side += 2) {
            if (row(side) > 0 && row(side + 1) > 0) {
                return false;
            }
            proven |= heard(Math.max(row(side), row(side + 1)));
        }
        return proven;
    }

    /**
     * Whether what this side sent shows that it heard from the other: it answers a SYN, completes a handshake, or acknowledges
     * more and more.
     */
    boolean heard(int row) {
        boolean completed = get(row, Column.SYNS) > 0 && get(row, Column.ACK_FRAME) > 0;
        return completed || get(row, Column.SYN_ACKS) > 0 || get(row, Column.ADVANCES) > 0;
    }

    /** The row of a side, or 0 when it sent nothing. */
    int row(int side) {
        return side < rows.length ? rows[side] : 0;
    }

    long get(int row, Column column) {
        return row == 0 ? column.initial : cells[row * WIDTH + column.ordinal()];
    }

    void set(int row, Column column, long value) {
        cells[row * WIDTH + column.ordinal()] = value;
    }

    void increment(int row, Column column) {
        cells[row * WIDTH + column.ordinal()]++;
    }

    /** Counts a packet of a TCP conversation. */
    void add(Sight sight) {
        int side = sight.conversation() * 2 + (sight.fromLowEnd() ? 0 : 1);
        int row = rowOf(side);
        int peer = row(side ^ 1);
        if (get(row, Column.PACKETS) == 0) {
            set(row, Column.FIRST_FRAME, sight.number());
            set(row, Column.FIRST_NANOS, sight.nanos());
        }
        increment(row, Column.PACKETS);
        set(row, Column.LAST_FRAME, sight.number());
        set(row, Column.LAST_NANOS, sight.nanos());
        if (sight.packet().tcp().flags() >= 0) {
            addFlags(row, sight);
            addWindow(row, sight);
            addAcknowledgement(row, peer, sight);
        }
        if (sight.packet().payloadLength() > 0) {
            addData(row, peer, sight, sight.packet().payloadLength());
        }
    }

    private int rowOf(int side) {
        if (side >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(side + 2, rows.length * 2));
        }
        sides = Math.max(sides, (side | 1) + 1);
        if (rows[side] == 0) {
            rows[side] = ++count;
            if ((count + 1) * WIDTH > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            for (Column column : COLUMNS) {
                set(count, column, column.initial);
            }
        }
        return rows[side];
    }

    private void addFlags(int row, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        int ttl = sight.packet().ip().ttl();
        if (tcp.has(TcpView.RST)) {
            increment(row, Column.RESETS);
            if (note(row, Column.RESET_FRAME, Column.RESET_NANOS, sight)) {
                set(row, Column.RESET_TTL, ttl);
            }
            return;
        }
        if (ttl >= 0) {
            set(row, Column.LEAST_TTL, Math.min(get(row, Column.LEAST_TTL), ttl));
            set(row, Column.GREATEST_TTL, Math.max(get(row, Column.GREATEST_TTL), ttl));
        }
        if (tcp.has(TcpView.SYN)) {
            addSyn(row, sight);
        } else if (tcp.has(TcpView.FIN)) {
            note(row, Column.FIN_FRAME, Column.FIN_NANOS, sight);
        } else if (tcp.has(TcpView.ACK)) {
            note(row, Column.ACK_FRAME, Column.ACK_NANOS, sight);
        }
    }

    private void addSyn(int row, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        set(row, Column.MAXIMUM_SEGMENT, tcp.maximumSegmentSize());
        if (tcp.has(TcpView.ACK)) {
            increment(row, Column.SYN_ACKS);
            note(row, Column.SYN_ACK_FRAME, Column.SYN_ACK_NANOS, sight);
        } else {
            increment(row, Column.SYNS);
            note(row, Column.SYN_FRAME, Column.SYN_NANOS, sight);
            set(row, Column.LAST_SYN_NANOS, sight.nanos());
        }
    }

    /** Keeps frame and time of the first of its kind; true when this was it. */
    private boolean note(int row, Column frame, Column nanos, Sight sight) {
        if (get(row, frame) > 0) {
            return false;
        }
        set(row, frame, sight.number());
        set(row, nanos, sight.nanos());
        return true;
    }

    private void addWindow(int row, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        if (tcp.window() < 0 || (tcp.flags() & (TcpView.SYN | TcpView.FIN | TcpView.RST)) != 0) {
            return;
        }
        boolean wasShut = get(row, Column.SHUT) != 0;
        if (tcp.window() == 0 && !wasShut) {
            set(row, Column.SHUT, 1);
            set(row, Column.SHUT_NANOS, sight.nanos());
            set(row, Column.SHUT_FRAME, sight.number());
            increment(row, Column.SHUTS);
        } else if (tcp.window() > 0 && wasShut) {
            set(row, Column.SHUT, 0);
            long duration = Times.between(get(row, Column.SHUT_NANOS), sight.nanos(), 0);
            if (duration >= get(row, Column.LONGEST_SHUT_NANOS)) {
                set(row, Column.LONGEST_SHUT_NANOS, duration);
                set(row, Column.LONGEST_SHUT_FRAME, get(row, Column.SHUT_FRAME));
            }
        }
    }

    private void addAcknowledgement(int row, int peer, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        long number = tcp.acknowledgement();
        if (!tcp.has(TcpView.ACK) || number < 0) {
            return;
        }
        long before = get(row, Column.ACKNOWLEDGED);
        if (before >= 0 && (int) (number - before) <= 0) {
            return;
        }
        if (before >= 0) {
            increment(row, Column.ADVANCES);
        }
        set(row, Column.ACKNOWLEDGED, number);
        set(row, Column.ACKNOWLEDGED_NANOS, sight.nanos());
        if (peer > 0 && (int) (number - get(peer, Column.NEXT_SEQUENCE)) >= 0) {
            long longest = Math.max(get(peer, Column.DELIVERED_LENGTH), get(peer, Column.LONGEST_LENGTH));
            set(peer, Column.DELIVERED_LENGTH, longest);
            set(peer, Column.LONGEST_LENGTH, 0);
        }
    }

    private void addData(int row, int peer, Sight sight, int length) {
        addOrder(row, sight);
        boolean repeated = addSequence(row, peer, sight, length);
        if (!repeated) {
            addAnswer(row, peer, sight);
        }
        increment(row, Column.DATA_PACKETS);
        set(row, Column.DATA_BYTES, get(row, Column.DATA_BYTES) + length);
        note(row, Column.DATA_FRAME, Column.DATA_NANOS, sight);
        set(row, Column.LAST_DATA_FRAME, sight.number());
        set(row, Column.LAST_DATA_NANOS, sight.nanos());
    }

    /**
     * Tells late segments apart. Senders count the IP identification on with every packet: one that is a little below the last
     * was sent before it and overtaken, one above was sent again. Without that, an early segment that fills a gap was overtaken.
     */
    private void addOrder(int row, Sight sight) {
        long id = sight.packet().ip().version() == 4 ? sight.packet().ip().identification() : 0;
        boolean early = sight.flagged(SequenceFlag.OUT_OF_ORDER.bit());
        if (sight.flagged(SequenceFlag.LOST_SEGMENT.bit())) {
            increment(row, Column.GAPS);
        }
        if (!early && !sight.flagged(SequenceFlag.RETRANSMISSION.bit())) {
            set(row, Column.IDENTIFICATION, id > 0 ? id : -1);
            return;
        }
        boolean gap = get(row, Column.GAPS) > 0;
        int step = (short) (id - get(row, Column.IDENTIFICATION));
        boolean counted = id > 0 && get(row, Column.IDENTIFICATION) > 0 && Math.abs(step) <= COUNTING;
        boolean overtaken = counted ? step < 0 : early && gap;
        if (gap) {
            set(row, Column.GAPS, get(row, Column.GAPS) - 1);
        }
        Column kind = overtaken ? Column.OVERTAKEN : gap ? Column.LOST_BEFORE : Column.LOST_BEHIND;
        Column frame = overtaken ? Column.OVERTAKEN_FRAME : gap ? Column.LOST_BEFORE_FRAME : Column.LOST_BEHIND_FRAME;
        if (get(row, kind) == 0) {
            set(row, frame, sight.number());
        }
        increment(row, kind);
    }

    /** Whether all of the segment was sent before. */
    private boolean addSequence(int row, int peer, Sight sight, int length) {
        long sequence = sight.packet().tcp().sequence();
        if (sequence < 0) {
            return false;
        }
        long next = sequence + length & 0xFFFF_FFFFL;
        long highest = get(row, Column.NEXT_SEQUENCE);
        if (highest >= 0 && (int) (next - highest) <= 0) {
            // One byte that has been acknowledged is a keep-alive, not a repetition.
            if (length > 1 || (int) (next - get(peer, Column.ACKNOWLEDGED)) > 0) {
                addRepetition(row, sight, sequence, length);
            }
            return true;
        }
        set(row, Column.NEXT_SEQUENCE, next);
        set(row, Column.LONGEST_LENGTH, Math.max(length, get(row, Column.LONGEST_LENGTH)));
        return false;
    }

    private void addRepetition(int row, Sight sight, long sequence, int length) {
        if (get(row, Column.REPEAT_SEQUENCE) != sequence) {
            set(row, Column.REPEAT_SEQUENCE, sequence);
            set(row, Column.REPEATS, 0);
            set(row, Column.REPEAT_FRAME, sight.number());
            set(row, Column.REPEAT_NANOS, sight.nanos());
        }
        set(row, Column.REPEAT_LENGTH, length);
        set(row, Column.LAST_REPEAT_NANOS, sight.nanos());
        increment(row, Column.REPEATS);
    }

    /** An answer is slow by its sender's doing only when the question was acknowledged long before. */
    private void addAnswer(int row, int peer, Sight sight) {
        long askedFrame = get(peer, Column.LAST_DATA_FRAME);
        if (askedFrame <= get(row, Column.LAST_DATA_FRAME)) {
            return;
        }
        long asked = get(peer, Column.LAST_DATA_NANOS);
        long duration = Times.between(asked, sight.nanos(), 0);
        long acknowledged = Times.between(asked, get(row, Column.ACKNOWLEDGED_NANOS), duration);
        if (duration > get(row, Column.ANSWER_NANOS) && acknowledged >= 0 && acknowledged < duration / 2) {
            set(row, Column.ANSWER_NANOS, duration);
            set(row, Column.ANSWER_FRAME, sight.number());
            set(row, Column.ASKED_FRAME, askedFrame);
        }
    }
}
