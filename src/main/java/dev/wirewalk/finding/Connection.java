package dev.wirewalk.finding;

import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.flow.FrameAnalysis;
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.util.Optional;

/** One TCP connection as rules weigh it; a view that moves from connection to connection. */
public final class Connection {
    private final ConnectionTable table;
    private final FrameAnalysis analysis;
    private final Conversations conversations;
    private final Side client;
    private final Side server;
    private Conversation conversation;

    Connection(ConnectionTable table, FrameAnalysis analysis, Conversation first) {
        this.table = table;
        this.analysis = analysis;
        conversations = analysis.conversations();
        client = new Side(table);
        server = new Side(table);
        conversation = first;
    }

    /** Moves on; false when this conversation has no TCP packets. */
    boolean moveTo(int index) {
        int low = table.row(index * 2);
        int high = table.row(index * 2 + 1);
        if (low == 0 && high == 0) {
            return false;
        }
        conversation = conversations.get(index);
        boolean clientLow = isLower(conversation.client(), conversation.server());
        client.moveTo(clientLow ? low : high);
        server.moveTo(clientLow ? high : low);
        return true;
    }

    private static boolean isLower(Endpoint one, Endpoint other) {
        int order = one.address().compareTo(other.address());
        return (order != 0 ? order : Integer.compare(one.port(), other.port())) <= 0;
    }

    /** The index of its conversation. */
    public int index() {
        return conversation.index();
    }

    public Conversation conversation() {
        return conversation;
    }

    public Endpoint clientEnd() {
        return conversation.client();
    }

    public Endpoint serverEnd() {
        return conversation.server();
    }

    /** {@code 10.0.0.1:50000 → 10.0.0.2:80}. */
    public String text() {
        return clientEnd() + " → " + serverEnd();
    }

    public Side client() {
        return client;
    }

    public Side server() {
        return server;
    }

    /** Whether the client asked and the server agreed, both seen. */
    public boolean accepted() {
        return client.get(Column.SYNS) > 0 && server.get(Column.SYN_ACKS) > 0;
    }

    /** Whether data or plain acknowledgements travelled, so that the connection once was up. */
    public boolean established() {
        return client.get(Column.ACK_FRAME) > 0
                || server.get(Column.ACK_FRAME) > 0
                || client.get(Column.DATA_PACKETS) > 0
                || server.get(Column.DATA_PACKETS) > 0;
    }

    /** How many segments of both directions carry a flag. */
    public long flagged(SequenceFlag flag) {
        return flagged(flag, true) + flagged(flag, false);
    }

    /** How many segments of one direction carry a flag; {@code forward} are those of the client. */
    public long flagged(SequenceFlag flag, boolean forward) {
        return analysis.sequenceCount(index(), forward, flag);
    }

    /** The connection before this one that had the same ends. */
    public Optional<Connection> before() {
        Optional<Conversation> before =
                conversations.between(conversation.protocol(), clientEnd(), serverEnd()).stream()
                        .filter(other -> other.index() < index())
                        .reduce((_, later) -> later);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Connection other = new Connection(table, analysis, before.get());
        return other.moveTo(before.get().index()) ? Optional.of(other) : Optional.empty();
    }

    public boolean reset() {
        return client.get(Column.RESETS) > 0 || server.get(Column.RESETS) > 0;
    }

    public boolean bothFinished() {
        return client.get(Column.FIN_FRAME) > 0 && server.get(Column.FIN_FRAME) > 0;
    }

    /** From the SYN to its answer in nanoseconds, or -1. The last SYN counts: an answer to the first would have come before. */
    public long handshakeNanos() {
        return accepted() ? client.until(Column.LAST_SYN_NANOS, server, Column.SYN_ACK_NANOS, -1) : -1;
    }
}
