package dev.wirewalk.flow;

import dev.wirewalk.packet.TcpView;
import java.util.OptionalLong;

/**
 * What one end of a conversation sent.
 *
 * @param bytes length on the wire, link headers included
 * @param firstNanos time of its first packet in nanoseconds since 1970-01-01 UTC; empty when no packet carries a time
 * @param firstFrame number of its first frame; 0 when it sent nothing
 * @param tcpFlags all TCP flags that were set in any of its packets; see {@link TcpView}
 * @param syns packets with SYN and without ACK
 * @param synAcks packets with SYN and ACK
 * @param resets packets with RST
 * @param openingSequence the sequence number (32 bits) of its SYN without ACK; empty when it sent none
 * @param dataPackets packets with data behind the transport header
 * @param dataBytes that data in bytes; repeated segments count again
 * @param repeatedSegments TCP packets with data of which no byte is new
 * @param firstDataDigest {@link PayloadDigest} of the first data of which a byte was captured; 0 when there is none
 */
public record Traffic(
        long packets,
        long bytes,
        OptionalLong firstNanos,
        OptionalLong lastNanos,
        long firstFrame,
        int tcpFlags,
        long syns,
        long synAcks,
        long resets,
        OptionalLong openingSequence,
        long dataPackets,
        long dataBytes,
        long repeatedSegments,
        long firstDataDigest) {
    public boolean fin() {
        return (tcpFlags & TcpView.FIN) != 0;
    }
}
