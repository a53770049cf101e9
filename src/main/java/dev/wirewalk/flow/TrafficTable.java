package dev.wirewalk.flow;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What each end of each conversation sent, in one array of numbers. A row is one direction: row 2n for the low end of
 * conversation n, row 2n + 1 for its high end.
 */
final class TrafficTable {
    private static final int PACKETS = 0;
    private static final int BYTES = 1;
    private static final int FIRST_NANOS = 2;
    private static final int LAST_NANOS = 3;
    private static final int FIRST_FRAME = 4;
    private static final int FLAGS = 5;
    private static final int SYNS = 6;
    private static final int SYN_ACKS = 7;
    private static final int RESETS = 8;
    private static final int INITIAL_SEQUENCE = 9;
    private static final int DATA_PACKETS = 10;
    private static final int DATA_BYTES = 11;
    private static final int REPEATED = 12;
    private static final int NEXT_SEQUENCE = 13;
    private static final int DIGEST = 14;
    private static final int COLUMNS = 15;

    private static final long SEQUENCE_MASK = 0xFFFF_FFFFL;

    private long[] cells = new long[COLUMNS * 128];

    static int row(int conversation, boolean lowEnd) {
        return conversation * 2 + (lowEnd ? 0 : 1);
    }

    /** Makes room for a conversation just begun. */
    void begin(int conversation) {
        int end = (conversation + 1) * 2 * COLUMNS;
        if (end > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        for (int row = conversation * 2; row < conversation * 2 + 2; row++) {
            cells[row * COLUMNS + FIRST_NANOS] = Long.MAX_VALUE;
            cells[row * COLUMNS + LAST_NANOS] = Long.MIN_VALUE;
            cells[row * COLUMNS + INITIAL_SEQUENCE] = -1;
            cells[row * COLUMNS + NEXT_SEQUENCE] = -1;
        }
    }

    void add(int row, PacketView packet, Frame frame) {
        int at = row * COLUMNS;
        if (cells[at + PACKETS]++ == 0) {
            cells[at + FIRST_FRAME] = frame.number();
        }
        cells[at + BYTES] += frame.packet().originalLength();
        if (frame.hasTime()) {
            cells[at + FIRST_NANOS] = Math.min(cells[at + FIRST_NANOS], frame.timeNanos());
            cells[at + LAST_NANOS] = Math.max(cells[at + LAST_NANOS], frame.timeNanos());
        }
        if (packet.tcp().flags() >= 0) {
            addTcp(row, packet.tcp());
        }
        int length = packet.payloadLength();
        if (length > 0) {
            addData(at, packet, length);
        }
    }

    private void addTcp(int row, TcpView tcp) {
        int at = row * COLUMNS;
        cells[at + FLAGS] |= tcp.flags();
        if (tcp.opens()) {
            cells[at + SYNS]++;
        }
        if (tcp.has(TcpView.SYN | TcpView.ACK)) {
            cells[at + SYN_ACKS]++;
        }
        if (tcp.has(TcpView.RST)) {
            cells[at + RESETS]++;
        }
        if (initialSequence(row) < 0) {
            long before = tcp.has(TcpView.SYN) ? 0 : 1;
            cells[at + INITIAL_SEQUENCE] = tcp.sequence() - before & SEQUENCE_MASK;
        }
        int peer = row ^ 1;
        if (tcp.has(TcpView.ACK) && initialSequence(peer) < 0) {
            cells[peer * COLUMNS + INITIAL_SEQUENCE] = tcp.acknowledgement() - 1 & SEQUENCE_MASK;
        }
    }

    private void addData(int at, PacketView packet, int length) {
        cells[at + DATA_PACKETS]++;
        cells[at + DATA_BYTES] += length;
        if (cells[at + DIGEST] == 0) {
            cells[at + DIGEST] = PayloadDigest.of(packet);
        }
        if (packet.tcp().sequence() >= 0) {
            long next = packet.tcp().sequence() + length & SEQUENCE_MASK;
            // Sequence numbers wrap, so that their signed difference tells which is later (RFC 9293, 3.4).
            if (cells[at + NEXT_SEQUENCE] >= 0 && (int) (next - cells[at + NEXT_SEQUENCE]) <= 0) {
                cells[at + REPEATED]++;
            } else {
                cells[at + NEXT_SEQUENCE] = next;
            }
        }
    }

    /**
     * The sequence number of this end's SYN; where that was not captured, one less than the first number seen of it or
     * acknowledged to it. -1 when nothing is known yet.
     */
    long initialSequence(int row) {
        return cells[row * COLUMNS + INITIAL_SEQUENCE];
    }

    /** Whether this end asked for the connection. */
    boolean opened(int row) {
        return cells[row * COLUMNS + SYNS] > 0;
    }

    /** Whether this end answered such a question. */
    boolean accepted(int row) {
        return cells[row * COLUMNS + SYN_ACKS] > 0;
    }

    Traffic traffic(int row) {
        int at = row * COLUMNS;
        boolean timed = cells[at + FIRST_NANOS] <= cells[at + LAST_NANOS];
        return new Traffic(
                cells[at + PACKETS],
                cells[at + BYTES],
                timed ? OptionalLong.of(cells[at + FIRST_NANOS]) : OptionalLong.empty(),
                timed ? OptionalLong.of(cells[at + LAST_NANOS]) : OptionalLong.empty(),
                cells[at + FIRST_FRAME],
                (int) cells[at + FLAGS],
                cells[at + SYNS],
                cells[at + SYN_ACKS],
                cells[at + RESETS],
                opened(row) ? OptionalLong.of(cells[at + INITIAL_SEQUENCE]) : OptionalLong.empty(),
                cells[at + DATA_PACKETS],
                cells[at + DATA_BYTES],
                cells[at + REPEATED],
                cells[at + DIGEST]);
    }
}
