package dev.wirewalk.inspection.stream;

import java.util.List;

/**
 * What was said in a conversation, from its beginning: each byte once, in the order of the sender, where each side's turn
 * stands when the capture shows it.
 *
 * @param read packets of the conversation that were looked at
 * @param packets packets of the conversation; more than {@code read} when the dialogue was cut short at its bound
 * @param unplaced packets with data that fit nowhere: without a sequence number, or with one far away from all others
 */
public record Dialogue(List<Turn> turns, long read, long packets, long unplaced) {
    /** A piece of what one side sent. */
    public sealed interface Turn {
        boolean fromClient();

        /** The number of the frame with which it begins, or behind which it is missing. */
        long frame();
    }

    /** Bytes that the capture holds. */
    public record Said(boolean fromClient, long frame, byte[] bytes) implements Turn {}

    /** So many bytes were sent, as later packets tell, and are not in the capture. */
    public record Missing(boolean fromClient, long frame, long bytes) implements Turn {}

    /** Whether there is more of the conversation than is told here. */
    public boolean cut() {
        return read < packets;
    }

    /** How many bytes of one side it holds. */
    public long bytes(boolean fromClient) {
        return turns.stream()
                .filter(turn -> turn.fromClient() == fromClient)
                .mapToLong(turn -> turn instanceof Said said ? said.bytes().length : 0)
                .sum();
    }

    /** How many bytes of one side are not in the capture. */
    public long missing(boolean fromClient) {
        return turns.stream()
                .filter(turn -> turn.fromClient() == fromClient)
                .mapToLong(turn -> turn instanceof Missing missing ? missing.bytes() : 0)
                .sum();
    }
}
