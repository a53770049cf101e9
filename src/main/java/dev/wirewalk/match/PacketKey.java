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
            case ALL_AND_IDENTIFICATION -> mix(all(packet), packet.identification());
            case ALL -> all(packet);
            case SEQUENCE_AND_LENGTH -> mix(mix(packet.sequence(), packet.flags()), packet.payloadLength());
            case FRAGMENT -> mix(packet.identification(), packet.fragmentOffset());
            case IDENTIFICATION_AND_LENGTH -> mix(mix(packet.identification(), packet.payloadLength()), place(packet));
            case RANGE, ORDER -> mix(packet.flags(), packet.payloadLength());
        };
    }

    private static long all(Observation packet) {
        long numbers = mix(mix(packet.sequence(), packet.acknowledgement()), packet.flags());
        long size = mix(mix(packet.payloadLength(), packet.digest()), packet.window());
        return mix(mix(numbers, size), mix(place(packet), packet.timestamp()));
    }

    private static long place(Observation packet) {
        return packet.fragmentOffset() * 2L + (packet.moreFragments() ? 1 : 0);
    }

    /** The finaliser of SplitMix64: each bit of the values moves half of the result's. */
    private static long mix(long key, long value) {
        long mixed = key * 0x9E3779B97F4A7C15L + value;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
