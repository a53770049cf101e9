package dev.wirewalk.flow;

import dev.wirewalk.packet.Tunnel;
import java.util.OptionalLong;

/**
 * The packets between two ends, both directions together, as they stood when this snapshot was made. A TCP connection that
 * re-uses the ports of an earlier one is a conversation of its own.
 *
 * @param index from 0, in the order of first packets
 * @param protocol IP protocol number
 * @param client the end that began: the sender of the SYN, else the receiver of a SYN/ACK; where neither was captured, the
 *     sender of the first packet, unless that is an echo reply
 * @param forward what the client sent
 * @param backward what the server sent
 * @param connection 1 for the first conversation between these ends, 2 for the next one that re-uses the ports, …
 * @param carriedBy the tunnel in which its first packet was found
 */
public record Conversation(
        int index,
        int protocol,
        Endpoint client,
        Endpoint server,
        Traffic forward,
        Traffic backward,
        int connection,
        Tunnel carriedBy) {
    /** Whether a SYN or SYN/ACK tells who the client is. */
    public boolean opened() {
        return forward.syns() > 0 || backward.synAcks() > 0;
    }

    public long packets() {
        return forward.packets() + backward.packets();
    }

    public long bytes() {
        return forward.bytes() + backward.bytes();
    }

    /** The number of the first frame of either direction. */
    public long firstFrame() {
        if (forward.packets() == 0 || backward.packets() == 0) {
            return Math.max(forward.firstFrame(), backward.firstFrame());
        }
        return Math.min(forward.firstFrame(), backward.firstFrame());
    }

    /** The earliest time of a packet, in nanoseconds since 1970-01-01 UTC. */
    public OptionalLong firstNanos() {
        return forward.firstNanos().isEmpty() || backward.firstNanos().isEmpty()
                ? either(forward.firstNanos(), backward.firstNanos())
                : OptionalLong.of(Math.min(
                        forward.firstNanos().getAsLong(), backward.firstNanos().getAsLong()));
    }

    /** The latest time of a packet, in nanoseconds since 1970-01-01 UTC. */
    public OptionalLong lastNanos() {
        return forward.lastNanos().isEmpty() || backward.lastNanos().isEmpty()
                ? either(forward.lastNanos(), backward.lastNanos())
                : OptionalLong.of(Math.max(
                        forward.lastNanos().getAsLong(), backward.lastNanos().getAsLong()));
    }

    private static OptionalLong either(OptionalLong one, OptionalLong other) {
        return one.isPresent() ? one : other;
    }
}
