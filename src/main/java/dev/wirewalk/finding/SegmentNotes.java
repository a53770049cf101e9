package dev.wirewalk.finding;

import dev.wirewalk.packet.TcpView;

/** Writes into the table what each packet of a TCP connection shows. */
final class SegmentNotes {
    private final ConnectionTable table;
    private final DataNotes data;

    SegmentNotes(ConnectionTable table) {
        this.table = table;
        data = new DataNotes(table);
    }

    /** Counts a packet of a TCP conversation. */
    void add(Sight sight) {
        int side = sight.conversation() * 2 + (sight.fromLowEnd() ? 0 : 1);
        int row = table.rowOf(side);
        int peer = table.row(side ^ 1);
        if (table.get(row, Column.PACKETS) == 0) {
            table.set(row, Column.FIRST_FRAME, sight.number());
            table.set(row, Column.FIRST_NANOS, sight.nanos());
        }
        table.increment(row, Column.PACKETS);
        table.set(row, Column.LAST_FRAME, sight.number());
        table.set(row, Column.LAST_NANOS, sight.nanos());
        if (sight.packet().tcp().flags() >= 0) {
            addFlags(row, sight);
            addWindow(row, sight);
            addAcknowledgement(row, peer, sight);
        }
        if (sight.packet().payloadLength() > 0) {
            data.add(row, peer, sight, sight.packet().payloadLength());
        }
    }

    private void addFlags(int row, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        int ttl = sight.packet().ip().ttl();
        if (tcp.has(TcpView.RST)) {
            table.increment(row, Column.RESETS);
            if (table.note(row, Column.RESET_FRAME, Column.RESET_NANOS, sight)) {
                table.set(row, Column.RESET_TTL, ttl);
            }
            return;
        }
        if (ttl >= 0) {
            table.set(row, Column.LEAST_TTL, Math.min(table.get(row, Column.LEAST_TTL), ttl));
            table.set(row, Column.GREATEST_TTL, Math.max(table.get(row, Column.GREATEST_TTL), ttl));
        }
        if (tcp.has(TcpView.SYN)) {
            addSyn(row, sight);
        } else if (tcp.has(TcpView.FIN)) {
            table.note(row, Column.FIN_FRAME, Column.FIN_NANOS, sight);
        } else if (tcp.has(TcpView.ACK)) {
            table.note(row, Column.ACK_FRAME, Column.ACK_NANOS, sight);
        }
    }

    private void addSyn(int row, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        if (tcp.has(TcpView.ACK)) {
            table.increment(row, Column.SYN_ACKS);
            table.note(row, Column.SYN_ACK_FRAME, Column.SYN_ACK_NANOS, sight);
        } else {
            table.increment(row, Column.SYNS);
            table.note(row, Column.SYN_FRAME, Column.SYN_NANOS, sight);
            table.set(row, Column.LAST_SYN_NANOS, sight.nanos());
        }
    }

    private void addWindow(int row, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        if (tcp.window() < 0 || (tcp.flags() & (TcpView.SYN | TcpView.FIN | TcpView.RST)) != 0) {
            return;
        }
        boolean wasShut = table.get(row, Column.SHUT) != 0;
        if (tcp.window() == 0 && !wasShut) {
            table.set(row, Column.SHUT, 1);
            table.set(row, Column.SHUT_NANOS, sight.nanos());
            table.set(row, Column.SHUT_FRAME, sight.number());
            table.increment(row, Column.SHUTS);
        } else if (tcp.window() > 0 && wasShut) {
            table.set(row, Column.SHUT, 0);
            long duration = Times.between(table.get(row, Column.SHUT_NANOS), sight.nanos(), 0);
            if (duration >= table.get(row, Column.LONGEST_SHUT_NANOS)) {
                table.set(row, Column.LONGEST_SHUT_NANOS, duration);
                table.set(row, Column.LONGEST_SHUT_FRAME, table.get(row, Column.SHUT_FRAME));
            }
        }
    }

    private void addAcknowledgement(int row, int peer, Sight sight) {
        TcpView tcp = sight.packet().tcp();
        long number = tcp.acknowledgement();
        if (!tcp.has(TcpView.ACK) || number < 0) {
            return;
        }
        long before = table.get(row, Column.ACKNOWLEDGED);
        if (before >= 0 && (int) (number - before) <= 0) {
            return;
        }
        if (before >= 0) {
            table.increment(row, Column.ADVANCES);
        }
        table.set(row, Column.ACKNOWLEDGED, number);
        table.set(row, Column.ACKNOWLEDGED_NANOS, sight.nanos());
        if (table.get(peer, Column.LONGEST_LENGTH) > 0 && (int) (number - table.get(peer, Column.NEXT_SEQUENCE)) >= 0) {
            long longest = Math.max(table.get(peer, Column.DELIVERED_LENGTH), table.get(peer, Column.LONGEST_LENGTH));
            table.set(peer, Column.DELIVERED_LENGTH, longest);
            table.set(peer, Column.LONGEST_LENGTH, 0);
        }
    }
}
