package dev.wirewalk.store;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.inspection.PacketWords;
import dev.wirewalk.packet.PacketView;
import java.time.Instant;
import java.util.Optional;

/**
 * A packet that an answer rests on, in one line.
 *
 * @param time when it was captured, by the clock of its point
 * @param ends sender and receiver with their ports; empty when it is no IP packet
 * @param label what it is
 */
public record EvidencePacket(Optional<Instant> time, String ends, String label) {
    static EvidencePacket of(Frame frame) {
        PacketView packet = frame.packet();
        return new EvidencePacket(
                frame.hasTime() ? Optional.of(Frame.instant(frame.timeNanos())) : Optional.empty(),
                ends(packet),
                PacketWords.summary(packet, -1, -1));
    }

    private static String ends(PacketView packet) {
        return packet.ip().sourceAddress().isEmpty()
                        || packet.ip().destinationAddress().isEmpty()
                ? ""
                : packet.ip().sourceAddress().get() + port(packet.sourcePort()) + " → "
                        + packet.ip().destinationAddress().get() + port(packet.destinationPort());
    }

    private static String port(int port) {
        return port < 0 ? "" : ":" + port;
    }
}
