package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Observation;

/** What makes a datagram, a ping or a fragment the same one at every point. */
record Datagram(long sequence, int length, long digest, int fragmentOffset, long fragmentOf) {
    static Datagram of(Observation packet) {
        boolean fragment = packet.moreFragments() || packet.fragmentOffset() > 0;
        return new Datagram(
                packet.sequence(),
                packet.payloadLength(),
                packet.digest(),
                packet.fragmentOffset(),
                fragment ? packet.identification() : -1);
    }
}
