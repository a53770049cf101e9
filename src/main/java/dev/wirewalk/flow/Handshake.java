package dev.wirewalk.flow;

import java.util.OptionalLong;

/**
 * When a TCP connection took its first steps, in nanoseconds since 1970-01-01 UTC, copies left out; empty what the capture does
 * not show or carries no time.
 *
 * @param firstSyn the first SYN of the client
 * @param lastSyn the last one before the first SYN/ACK
 * @param synAck the first SYN/ACK of the server
 * @param acknowledged the client's first segment behind the SYN/ACK
 * @param clientData the client's first segment with data
 * @param serverData the server's first segment with data
 */
public record Handshake(
        OptionalLong firstSyn,
        OptionalLong lastSyn,
        OptionalLong synAck,
        OptionalLong acknowledged,
        OptionalLong clientData,
        OptionalLong serverData) {
    /** From the SYN that was answered to its SYN/ACK: the way from the capture to the server and back. */
    public OptionalLong serverRoundTrip() {
        return between(lastSyn, synAck);
    }

    /** From the SYN/ACK to the client's answer: the way from the capture to the client and back. */
    public OptionalLong clientRoundTrip() {
        return between(synAck, acknowledged);
    }

    /** From the SYN that was answered to the end of the handshake: the whole way there and back, wherever the capture was made. */
    public OptionalLong roundTrip() {
        return between(lastSyn, acknowledged);
    }

    /** From the client's first data to the server's first data behind it: network and server together. */
    public OptionalLong firstAnswer() {
        return between(clientData, serverData);
    }

    private static OptionalLong between(OptionalLong earlier, OptionalLong later) {
        return earlier.isEmpty() || later.isEmpty() || later.getAsLong() < earlier.getAsLong()
                ? OptionalLong.empty()
                : OptionalLong.of(later.getAsLong() - earlier.getAsLong());
    }
}
