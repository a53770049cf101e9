package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;

/**
 * One TCP connection to the server, or its like in datagrams.
 *
 * @param isn the client's initial sequence number; the server's is 499,000 more
 * @param next the number of the next byte in each direction
 */
record TrafficLeg(String client, int port, long isn, long[] next) {
    private static final long SERVER_AHEAD = 499_000;

    TrafficLeg(String client, int port, long isn) {
        this(client, port, isn, new long[] {isn + 1, isn + SERVER_AHEAD + 1});
    }

    long serverIsn() {
        return isn + SERVER_AHEAD;
    }

    /** The number of the next byte that the other direction sends. */
    long expected(Direction direction) {
        return next[direction.opposite().ordinal()];
    }

    /** Counts bytes as sent. @return the number of the first of them */
    long send(Direction direction, int bytes) {
        long first = next[direction.ordinal()];
        next[direction.ordinal()] += bytes;
        return first;
    }

    /** The source and destination port of a packet of this direction. */
    NetworkBytes ports(Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        return new NetworkBytes().two(forward ? port : Traffic.PORT).two(forward ? Traffic.PORT : port);
    }

    /** A TCP segment. @param options whole, a multiple of four bytes */
    byte[] segment(
            Direction direction, int flags, long sequence, long acknowledgement, byte[] options, byte[] payload) {
        return ports(direction)
                .four(sequence)
                .four((flags & Traffic.ACK) > 0 ? acknowledgement : 0)
                .one(5 + options.length / 4 << 4)
                .one(flags)
                .two(64_000)
                .four(0)
                .all(options)
                .all(payload)
                .done();
    }
}
