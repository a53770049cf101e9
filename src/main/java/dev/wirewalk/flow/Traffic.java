package dev.wirewalk.flow;

import dev.wirewalk.packet.TcpView;
import java.util.OptionalLong;

/**
 * What one end of a conversation sent.
 *
 * @param bytes length on the wire, link headers included
 * @param payloadBytes data behind the transport headers; repeated segments count again
 * @param firstNanos time of its first packet in nanoseconds since 1970-01-01 UTC; empty when no packet carries a time
 * @param firstFrame number of its first frame; 0 when it sent nothing
 * @param tcpFlags all TCP flags that were set in any of its packets; see {@link TcpView}
 * @param synAck whether it sent a packet with both SYN and ACK
 */
public record Traffic(
        long packets,
        long bytes,
        long payloadBytes,
        OptionalLong firstNanos,
        OptionalLong lastNanos,
        long firstFrame,
        int tcpFlags,
        boolean syn,
        boolean synAck) {
    public boolean fin() {
        return (tcpFlags & TcpView.FIN) != 0;
    }

    public boolean reset() {
        return (tcpFlags & TcpView.RST) != 0;
    }
}
