package dev.wirewalk.flow;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.OptionalLong;

/**
 * What each end of each conversation sent, as numbers. A side is one direction: 2n for the low end of conversation n, 2n + 1 for
 * its high end.
 */
final class TrafficTable {
    private static final int PACKETS = 0;
    private static final int BYTES = 1;
    private static final int FIRST_NANOS = 2;
    private static final int LAST_NANOS = 3;
    private static final int FIRST_FRAME = 4;
    private static final int FLAGS = 5;
    private static final int SYNS = 6;
    private static final int INITIAL_SEQUENCE = 7;
    /** Those from here on are all that an attempt without success does not need. */
    private static final int SYN_ACKS = 8;

    private static final int RESETS = 9;
    private static final int DATA_PACKETS = 10;
    private static final int DATA_BYTES = 11;
    private static final int REPEATED = 12;
    private static final int NEXT_SEQUENCE = 13;
    private static final int DIGEST = 14;

    private static final long SEQUENCE_MASK = 0xFFFF_FFFFL;

    private final SideRows rows = new SideRows(
            new long[] {0, 0, Long.MAX_VALUE, Long.MIN_VALUE, 0, 0, 0, -1, 0, 0, 0, 0, 0, -1, 0}, SYN_ACKS);

    static int side(int conversation, boolean lowEnd) {
        return conversation * 2 + (lowEnd ? 0 : 1);
    }

    void add(int side, PacketView packet, Frame frame) {
        int row = rows.rowOf(side);
        if (rows.get(row, PACKETS) == 0) {
            rows.set(row, FIRST_FRAME, frame.number());
        }
        rows.add(row, PACKETS, 1);
        rows.add(row, BYTES, frame.packet().originalLength());
        if (frame.hasTime()) {
            rows.set(row, FIRST_NANOS, Math.min(rows.get(row, FIRST_NANOS), frame.timeNanos()));
            rows.set(row, LAST_NANOS, Math.max(rows.get(row, LAST_NANOS), frame.timeNanos()));
        }
        if (packet.tcp().flags() >= 0) {
            addTcp(side, row, packet.tcp());
        }
        int length = packet.payloadLength();
        if (length > 0) {
            addData(row, packet, length);
        }
    }

    private void addTcp(int side, int row, TcpView tcp) {
        rows.set(row, FLAGS, rows.get(row, FLAGS) | tcp.flags());
        if (tcp.opens()) {
            rows.add(row, SYNS, 1);
        }
        if (tcp.has(TcpView.SYN | TcpView.ACK)) {
            rows.add(row, SYN_ACKS, 1);
        }
        if (tcp.has(TcpView.RST)) {
            rows.add(row, RESETS, 1);
        }
        if (rows.get(row, INITIAL_SEQUENCE) < 0) {
            long before = tcp.has(TcpView.SYN) ? 0 : 1;
            rows.set(row, INITIAL_SEQUENCE, tcp.sequence() - before & SEQUENCE_MASK);
        }
        int peer = side ^ 1;
        if (tcp.has(TcpView.ACK) && initialSequence(peer) < 0) {
            rows.set(rows.rowOf(peer), INITIAL_SEQUENCE, tcp.acknowledgement() - 1 & SEQUENCE_MASK);
        }
    }

    private void addData(int row, PacketView packet, int length) {
        rows.add(row, DATA_PACKETS, 1);
        rows.add(row, DATA_BYTES, length);
        if (rows.get(row, DIGEST) == 0) {
            rows.set(row, DIGEST, PayloadDigest.of(packet));
        }
        if (packet.tcp().sequence() >= 0) {
            long next = packet.tcp().sequence() + length & SEQUENCE_MASK;
            long highest = rows.get(row, NEXT_SEQUENCE);
            // Sequence numbers wrap, so that their signed difference tells which is later (RFC 9293, 3.4).
            if (highest >= 0 && (int) (next - highest) <= 0) {
                rows.add(row, REPEATED, 1);
            } else {
                rows.set(row, NEXT_SEQUENCE, next);
            }
        }
    }

    /**
     * The sequence number of this end's SYN; where that was not captured, one less than the first number seen of it or
     * acknowledged to it. -1 when nothing is known yet.
     */
    long initialSequence(int side) {
        return rows.get(rows.row(side), INITIAL_SEQUENCE);
    }

    /** Whether this end asked for the connection. */
    boolean opened(int side) {
        return rows.get(rows.row(side), SYNS) > 0;
    }

    /** Whether this end answered such a question. */
    boolean accepted(int side) {
        return rows.get(rows.row(side), SYN_ACKS) > 0;
    }

    Traffic traffic(int side) {
        int row = rows.row(side);
        boolean timed = rows.get(row, FIRST_NANOS) <= rows.get(row, LAST_NANOS);
        return new Traffic(
                rows.get(row, PACKETS),
                rows.get(row, BYTES),
                timed ? OptionalLong.of(rows.get(row, FIRST_NANOS)) : OptionalLong.empty(),
                timed ? OptionalLong.of(rows.get(row, LAST_NANOS)) : OptionalLong.empty(),
                rows.get(row, FIRST_FRAME),
                (int) rows.get(row, FLAGS),
                rows.get(row, SYNS),
                rows.get(row, SYN_ACKS),
                rows.get(row, RESETS),
                opened(side) ? OptionalLong.of(rows.get(row, INITIAL_SEQUENCE)) : OptionalLong.empty(),
                rows.get(row, DATA_PACKETS),
                rows.get(row, DATA_BYTES),
                rows.get(row, REPEATED),
                rows.get(row, DIGEST));
    }
}
