package dev.wirewalk.match;

/** What a packet is known by at another point, from the strongest to the weakest. The addresses are no part of it. */
enum PacketKey {
    /** Nothing but a copy made by the network has the same. */
    ALL_AND_IDENTIFICATION("sequence, flags, payload and IP ID"),
    ALL("sequence, flags and payload"),
    /** Survives changed windows and options, short snapshots and texts that leave numbers out. */
    SEQUENCE_AND_LENGTH("sequence, flags and length"),
    RANGE("bytes covered"),
    FRAGMENT("IP ID and fragment offset"),
    IDENTIFICATION_AND_LENGTH("IP ID, length and protocol"),
    ORDER("order within a narrow window");

    private final String words;

    PacketKey(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether the packet has what this key is made of. */
    boolean suits(Observation packet) {
        return switch (this) {
            case ALL_AND_IDENTIFICATION -> packet.identification() > 0;
            case ALL -> true;
            // A ping has a sequence number too, a datagram has none.
            case SEQUENCE_AND_LENGTH -> packet.sequence() > 0 || packet.flags() != 0;
            case RANGE -> packet.flags() != 0 && packet.payloadLength() > 0 && packet.sequence() >= 0;
            case FRAGMENT -> packet.identification() > 0;
            // A sequence number that differs is another packet, whatever its identification says.
            case IDENTIFICATION_AND_LENGTH -> packet.flags() == 0 && packet.identification() > 0;
            case ORDER -> packet.flags() == 0;
        };
    }

    /** The key as a number; equal for equal packets. */
    long of(Observation packet) {
        return switch (this) {
            case ALL_AND_IDENTIFICATION -> KeyNumbers.mix(all(packet), packet.identification());
            case ALL -> all(packet);
            case SEQUENCE_AND_LENGTH ->
                KeyNumbers.mix(KeyNumbers.mix(packet.sequence(), packet.flags()), packet.payloadLength());
            case FRAGMENT -> KeyNumbers.mix(packet.identification(), packet.fragmentOffset());
            case IDENTIFICATION_AND_LENGTH ->
                KeyNumbers.mix(KeyNumbers.mix(packet.identification(), packet.payloadLength()), place(packet));
            case RANGE, ORDER -> KeyNumbers.mix(packet.flags(), packet.payloadLength());
        };
    }

    private static long all(Observation packet) {
        long numbers = KeyNumbers.mix(KeyNumbers.mix(packet.sequence(), packet.acknowledgement()), packet.flags());
        long size = KeyNumbers.mix(KeyNumbers.mix(packet.payloadLength(), packet.digest()), packet.window());
        return KeyNumbers.mix(KeyNumbers.mix(numbers, size), KeyNumbers.mix(place(packet), packet.timestamp()));
    }

    private static long place(Observation packet) {
        return packet.fragmentOffset() * 2L + (packet.moreFragments() ? 1 : 0);
    }
}
