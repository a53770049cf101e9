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
    private static final int PAYLOAD = 2;
    private static final int FIRST_NANOS = 3;
    private static final int LAST_NANOS = 4;
    private static final int FIRST_FRAME = 5;
    private static final int FLAGS = 6;
    private static final int INITIAL_SEQUENCE = 7;
    private static final int COLUMNS = 8;

    private static final int SYN_SEEN = 0x100;
    private static final int SYN_ACK_SEEN = 0x200;
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
        }
    }

    void add(int row, Frame frame) {
        PacketView packet = frame.packet();
        int at = row * COLUMNS;
        if (cells[at + PACKETS]++ == 0) {
            cells[at + FIRST_FRAME] = frame.number();
        }
        cells[at + BYTES] += packet.originalLength();
        cells[at + PAYLOAD] += Math.max(0, packet.payloadLength());
        if (frame.hasTime()) {
            cells[at + FIRST_NANOS] = Math.min(cells[at + FIRST_NANOS], frame.timeNanos());
            cells[at + LAST_NANOS] = Math.max(cells[at + LAST_NANOS], frame.timeNanos());
        }
        if (packet.tcp().flags() >= 0) {
            addTcp(row, packet.tcp());
        }
    }

    private void addTcp(int row, TcpView tcp) {
        cells[row * COLUMNS + FLAGS] |= tcp.flags();
        if (tcp.has(TcpView.SYN)) {
            cells[row * COLUMNS + FLAGS] |= tcp.has(TcpView.ACK) ? SYN_ACK_SEEN : SYN_SEEN;
        }
        if (initialSequence(row) < 0) {
            long before = tcp.has(TcpView.SYN) ? 0 : 1;
            cells[row * COLUMNS + INITIAL_SEQUENCE] = tcp.sequence() - before & SEQUENCE_MASK;
        }
        int peer = row ^ 1;
        if (tcp.has(TcpView.ACK) && initialSequence(peer) < 0) {
            cells[peer * COLUMNS + INITIAL_SEQUENCE] = tcp.acknowledgement() - 1 & SEQUENCE_MASK;
        }
    }

    /**
     * The sequence number of this end's SYN; where that was not captured, one less than the first number seen of it or
     * acknowledged to it. -1 when nothing is known yet.
     */
    long initialSequence(int row) {
        return cells[row * COLUMNS + INITIAL_SEQUENCE];
    }

    Traffic traffic(int row) {
        int at = row * COLUMNS;
        boolean timed = cells[at + FIRST_NANOS] <= cells[at + LAST_NANOS];
        int flags = (int) cells[at + FLAGS];
        return new Traffic(
                cells[at + PACKETS],
                cells[at + BYTES],
                cells[at + PAYLOAD],
                timed ? OptionalLong.of(cells[at + FIRST_NANOS]) : OptionalLong.empty(),
                timed ? OptionalLong.of(cells[at + LAST_NANOS]) : OptionalLong.empty(),
                cells[at + FIRST_FRAME],
                flags & 0xFF,
                (flags & SYN_SEEN) != 0,
                (flags & SYN_ACK_SEEN) != 0);
    }
}
