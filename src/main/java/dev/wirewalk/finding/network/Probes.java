package dev.wirewalk.finding.network;

import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.packet.IpView;
import dev.wirewalk.packet.PacketView;

/** Which TTLs small enough to run out were sent from one address to another: several of them are a traceroute. */
final class Probes {
    private static final int HIGHEST_TTL = 32;
    private static final int STEPS = 3;
    private static final int MOST = 1 << 16;

    /** By pair of addresses: one bit for each TTL. */
    private final NumberTable pairs = new NumberTable(1, MOST);

    /** The number of a pair of addresses. */
    static long pair(PacketView packet) {
        IpView ip = packet.ip();
        long source = ip.sourceHigh() * 31 + ip.sourceLow();
        long destination = ip.destinationHigh() * 31 + ip.destinationLow();
        return source * 0x9E37_79B9_7F4A_7C15L + destination;
    }

    void add(PacketView packet) {
        int ttl = packet.ip().ttl();
        if (ttl < 0 || ttl > HIGHEST_TTL || packet.icmp().error()) {
            return;
        }
        int row = pairs.put(pair(packet));
        if (row >= 0) {
            pairs.set(row, 0, pairs.get(row, 0) | 1L << ttl);
        }
    }

    /** Whether packets of this pair of addresses were sent with rising TTLs. */
    boolean traceroute(long pair) {
        int row = pairs.find(pair);
        return row >= 0 && Long.bitCount(pairs.get(row, 0)) >= STEPS;
    }
}
