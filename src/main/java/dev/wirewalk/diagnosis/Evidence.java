package dev.wirewalk.diagnosis;

import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.Observation;
import java.util.List;

/** A frame that shows something: the file's name, and the frame's number from 1 as Wireshark counts. */
public record Evidence(String file, long frame) {
    /** More frames than this tell a reader nothing more. */
    private static final int SHOWN = 5;

    static List<Evidence> of(List<Observation> packets) {
        return packets.stream()
                .limit(SHOWN)
                .map(packet -> new Evidence(packet.file(), packet.frame()))
                .toList();
    }

    static List<Evidence> ofErrors(List<IcmpError> errors) {
        return errors.stream()
                .limit(SHOWN)
                .map(error -> new Evidence(error.file(), error.frame()))
                .toList();
    }

    static List<Evidence> ofNeighbours(List<NeighbourMessage> messages) {
        return messages.stream()
                .limit(SHOWN)
                .map(message -> new Evidence(message.file(), message.frame()))
                .toList();
    }
}
