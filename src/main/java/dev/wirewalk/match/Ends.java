package dev.wirewalk.match;

import dev.wirewalk.packet.PacketView;
import org.jspecify.annotations.Nullable;

/** Both ends of a packet without regard to direction, as a key that is filled anew for each packet. */
final class Ends {
    private long protocol;
    private long lowAddressHigh;
    private long lowAddressLow;
    private long highAddressHigh;
    private long highAddressLow;
    private long ports;

    void place(PacketView packet, boolean echo) {
        long sourceHigh = packet.ip().sourceHigh();
        long sourceLow = packet.ip().sourceLow();
        long destinationHigh = packet.ip().destinationHigh();
        long destinationLow = packet.ip().destinationLow();
        int from = echo ? packet.icmp().identifier() : packet.sourcePort();
        int to = echo ? from : packet.destinationPort();
        protocol = packet.transport() << 4 | packet.ip().version();
        int order = Long.compareUnsigned(sourceHigh, destinationHigh);
        order = order == 0 ? Long.compareUnsigned(sourceLow, destinationLow) : order;
        order = order == 0 ? Integer.compare(from, to) : order;
        boolean rising = order <= 0;
        lowAddressHigh = rising ? sourceHigh : destinationHigh;
        lowAddressLow = rising ? sourceLow : destinationLow;
        highAddressHigh = rising ? destinationHigh : sourceHigh;
        highAddressLow = rising ? destinationLow : sourceLow;
        ports = rising ? (long) from << 32 | to : (long) to << 32 | from;
    }

    Ends copy() {
        Ends copy = new Ends();
        copy.protocol = protocol;
        copy.lowAddressHigh = lowAddressHigh;
        copy.lowAddressLow = lowAddressLow;
        copy.highAddressHigh = highAddressHigh;
        copy.highAddressLow = highAddressLow;
        copy.ports = ports;
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ends ends
                && ends.ports == ports
                && ends.lowAddressLow == lowAddressLow
                && ends.highAddressLow == highAddressLow
                && ends.lowAddressHigh == lowAddressHigh
                && ends.highAddressHigh == highAddressHigh
                && ends.protocol == protocol;
    }

    @Override
    public int hashCode() {
        long hash = lowAddressLow * 0x9E3779B97F4A7C15L + highAddressLow;
        hash = hash * 0x9E3779B97F4A7C15L + ports;
        hash = hash * 0x9E3779B97F4A7C15L + (lowAddressHigh ^ highAddressHigh) + protocol;
        return (int) (hash ^ hash >>> 32);
    }
}
