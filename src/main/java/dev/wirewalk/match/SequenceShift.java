package dev.wirewalk.match;

/**
 * What boxes on the way added to TCP sequence numbers (modulo 2 to the 32nd), against the first point that shows the flow: a
 * firewall that hides how predictable an end's initial numbers are gives each connection a random one per direction.
 *
 * @param client added to the numbers of the client's bytes
 * @param server added to the numbers of the server's bytes
 */
public record SequenceShift(long client, long server) {
    public static final SequenceShift NONE = new SequenceShift(0, 0);

    public long of(Direction direction) {
        return direction == Direction.FORWARD ? client : server;
    }

    public boolean none() {
        return client == 0 && server == 0;
    }

    /** The packet with the numbers that it has at the first point. */
    Observation takenFrom(Observation packet) {
        return none()
                ? packet
                : packet.shifted(of(packet.direction()), of(packet.direction().opposite()));
    }
}
