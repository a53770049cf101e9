package dev.wirewalk.flow;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.OptionalLong;

/**
 * What each end of each conversation did to begin and end it, without copies. Sides as in {@link TrafficTable}: two for a
 * conversation.
 */
final class HistoryTable {
    private static final int FIRST_SYN = 0;
    private static final int LAST_SYN = 1;
    private static final int DEEDS = 2;
    /** Those from here on are all that an attempt without success does not need. */
    private static final int SYN_ACK = 3;

    private static final int ACKNOWLEDGED = 4;
    private static final int DATA = 5;

    private static final int SENT = 1;
    private static final int SENT_SYN = 2;
    private static final int SENT_SYN_ACK = 4;
    private static final int SENT_FIN = 8;
    /** A RST while the other end had not yet closed its side: what comes behind two FINs aborts nothing. */
    private static final int ABORTED = 16;
    /** ABORTED before the other end did so. */
    private static final int ABORTED_FIRST = 32;

    private final SideRows rows = new SideRows(
            new long[] {Frame.NO_TIME, Frame.NO_TIME, 0, Frame.NO_TIME, Frame.NO_TIME, Frame.NO_TIME}, SYN_ACK);

    void add(int side, PacketView packet, long nanos) {
        int row = rows.rowOf(side);
        int peer = rows.row(side ^ 1);
        TcpView tcp = packet.tcp();
        int flags = Math.max(0, tcp.flags());
        if ((flags & TcpView.SYN) != 0) {
            addSyn(row, peer, flags, nanos);
        } else if ((flags & (TcpView.ACK | TcpView.RST)) == TcpView.ACK && did(peer, SENT_SYN_ACK)) {
            noteFirst(row, ACKNOWLEDGED, nanos);
        }
        if ((flags & TcpView.RST) != 0) {
            addReset(row, peer);
        } else if ((flags & TcpView.FIN) != 0) {
            note(row, SENT_FIN);
        }
        if (packet.payloadLength() > 0 && (flags & TcpView.RST) == 0) {
            noteFirst(row, DATA, nanos);
        }
        note(row, SENT);
    }

    private void addSyn(int row, int peer, int flags, long nanos) {
        if ((flags & TcpView.ACK) != 0) {
            note(row, SENT_SYN_ACK);
            noteFirst(row, SYN_ACK, nanos);
        } else {
            note(row, SENT_SYN);
            noteFirst(row, FIRST_SYN, nanos);
            if (!did(peer, SENT_SYN_ACK)) {
                rows.set(row, LAST_SYN, nanos);
            }
        }
    }

    private void addReset(int row, int peer) {
        if (!(did(row, SENT_FIN) && did(peer, SENT_FIN))) {
            note(row, did(peer, ABORTED) ? ABORTED : ABORTED | ABORTED_FIRST);
        }
    }

    private void note(int row, int deed) {
        rows.set(row, DEEDS, rows.get(row, DEEDS) | deed);
    }

    private void noteFirst(int row, int column, long nanos) {
        if (rows.get(row, column) == Frame.NO_TIME) {
            rows.set(row, column, nanos);
        }
    }

    private boolean did(int row, int deed) {
        return (rows.get(row, DEEDS) & deed) != 0;
    }

    /** By the definitions of Zeek's {@code conn_state}; the sides are the client's and the server's. */
    ConversationState state(int clientSide, int serverSide, boolean tcp) {
        int client = rows.row(clientSide);
        int server = rows.row(serverSide);
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

    Handshake handshake(int clientSide, int serverSide) {
        int client = rows.row(clientSide);
        int server = rows.row(serverSide);
        return new Handshake(
                time(client, FIRST_SYN),
                time(client, LAST_SYN),
                time(server, SYN_ACK),
                time(client, ACKNOWLEDGED),
                time(client, DATA),
                time(server, DATA));
    }

    private OptionalLong time(int row, int column) {
        long nanos = rows.get(row, column);
        return nanos == Frame.NO_TIME ? OptionalLong.empty() : OptionalLong.of(nanos);
    }
}
