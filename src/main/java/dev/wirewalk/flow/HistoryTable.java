package dev.wirewalk.flow;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What each end of each conversation did to begin and end it, without copies. Rows as in {@link TrafficTable}: two for a
 * conversation, in one array of numbers.
 */
final class HistoryTable {
    private static final int FIRST_SYN = 0;
    private static final int LAST_SYN = 1;
    private static final int SYN_ACK = 2;
    private static final int ACKNOWLEDGED = 3;
    private static final int DATA = 4;
    private static final int DEEDS = 5;
    private static final int COLUMNS = 6;

    private static final int SENT = 1;
    private static final int SENT_SYN = 2;
    private static final int SENT_SYN_ACK = 4;
    private static final int SENT_FIN = 8;
    /** A RST while the other end had not yet closed its side: what comes behind two FINs aborts nothing. */
    private static final int ABORTED = 16;
    /** ABORTED before the other end did so. */
    private static final int ABORTED_FIRST = 32;

    private long[] cells = new long[COLUMNS * 128];

    void begin(int conversation) {
        int end = (conversation + 1) * 2 * COLUMNS;
        if (end > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        int from = conversation * 2 * COLUMNS;
        Arrays.fill(cells, from, from + 2 * COLUMNS, Frame.NO_TIME);
        cells[from + DEEDS] = 0;
        cells[from + COLUMNS + DEEDS] = 0;
    }

    void add(int row, PacketView packet, long nanos) {
        int at = row * COLUMNS;
        int peer = (row ^ 1) * COLUMNS;
        TcpView tcp = packet.tcp();
        int flags = Math.max(0, tcp.flags());
        if ((flags & TcpView.SYN) != 0) {
            addSyn(at, peer, flags, nanos);
        } else if ((flags & (TcpView.ACK | TcpView.RST)) == TcpView.ACK
                && did(peer, SENT_SYN_ACK)
                && cells[at + ACKNOWLEDGED] == Frame.NO_TIME) {
            cells[at + ACKNOWLEDGED] = nanos;
        }
        if ((flags & TcpView.RST) != 0) {
            addReset(at, peer);
        } else if ((flags & TcpView.FIN) != 0) {
            cells[at + DEEDS] |= SENT_FIN;
        }
        if (packet.payloadLength() > 0 && (flags & TcpView.RST) == 0) {
            cells[at + DATA] = cells[at + DATA] == Frame.NO_TIME ? nanos : cells[at + DATA];
        }
        cells[at + DEEDS] |= SENT;
    }

    private void addSyn(int at, int peer, int flags, long nanos) {
        if ((flags & TcpView.ACK) != 0) {
            cells[at + DEEDS] |= SENT_SYN_ACK;
            cells[at + SYN_ACK] = cells[at + SYN_ACK] == Frame.NO_TIME ? nanos : cells[at + SYN_ACK];
        } else {
            cells[at + DEEDS] |= SENT_SYN;
            cells[at + FIRST_SYN] = cells[at + FIRST_SYN] == Frame.NO_TIME ? nanos : cells[at + FIRST_SYN];
            cells[at + LAST_SYN] = did(peer, SENT_SYN_ACK) ? cells[at + LAST_SYN] : nanos;
        }
    }

    private void addReset(int at, int peer) {
        if (!(did(at, SENT_FIN) && did(peer, SENT_FIN))) {
            cells[at + DEEDS] |= did(peer, ABORTED) ? ABORTED : ABORTED | ABORTED_FIRST;
        }
    }

    private boolean did(int at, int deed) {
        return (cells[at + DEEDS] & deed) != 0;
    }

    /** By the definitions of Zeek's {@code conn_state}; the rows are the client's and the server's. */
    ConversationState state(int clientRow, int serverRow, boolean tcp) {
        int client = clientRow * COLUMNS;
        int server = serverRow * COLUMNS;
        if (!tcp) {
            return did(server, SENT)
                    ? did(client, SENT) ? ConversationState.SF : ConversationState.SHR
                    : ConversationState.S0;
        }
        boolean asked = did(client, SENT_SYN | SENT_SYN_ACK);
        boolean accepted = did(server, SENT_SYN_ACK | SENT_SYN);
        if (did(server, ABORTED_FIRST)) {
            return asked == accepted ? ConversationState.RSTR : asked ? ConversationState.REJ : ConversationState.RSTRH;
        }
        if (did(client, ABORTED_FIRST)) {
            return asked && !accepted ? ConversationState.RSTOS0 : ConversationState.RSTO;
        }
        if (did(client, SENT_FIN) && did(server, SENT_FIN)) {
            return ConversationState.SF;
        }
        if (did(client, SENT_FIN)) {
            return asked && !accepted ? ConversationState.SH : ConversationState.S2;
        }
        if (did(server, SENT_FIN)) {
            return accepted && !asked ? ConversationState.SHR : ConversationState.S3;
        }
        if (asked && !did(server, SENT)) {
            return ConversationState.S0;
        }
        return asked && accepted ? ConversationState.S1 : ConversationState.OTH;
    }

    Handshake handshake(int clientRow, int serverRow) {
        int client = clientRow * COLUMNS;
        int server = serverRow * COLUMNS;
        return new Handshake(
                time(client + FIRST_SYN),
                time(client + LAST_SYN),
                time(server + SYN_ACK),
                time(client + ACKNOWLEDGED),
                time(client + DATA),
                time(server + DATA));
    }

    private OptionalLong time(int cell) {
        return cells[cell] == Frame.NO_TIME ? OptionalLong.empty() : OptionalLong.of(cells[cell]);
    }
}
