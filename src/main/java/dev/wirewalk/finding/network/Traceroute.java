package dev.wirewalk.finding.network;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Times;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Traced routes: the hops that answered, the first one that is slow from there on, and where the trail ends. */
public final class Traceroute implements Rule {
    private static final int MOST_PROBES = 1 << 16;
    private static final int MOST_ROUTES = 256;
    private static final int TTL = 0;
    private static final int NANOS = 1;
    private static final int HIGHEST_TTL = 32;

    private final Probes probes = new Probes();
    /** Probes by what an error quotes of them. */
    private final NumberTable sent = new NumberTable(2, MOST_PROBES);

    private final Map<Long, Route> routes = new LinkedHashMap<>();
    private final Quotes quotes = new Quotes();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IP, Need.TIMES);
    }

    @Override
    public void look(Sight sight) {
        PacketView packet = sight.packet();
        IcmpView icmp = packet.icmp();
        if (icmp.error()) {
            lookAtError(sight, icmp);
            return;
        }
        int ttl = packet.ip().ttl();
        if (icmp.echoReply() || packet.transport() == PacketView.TCP) {
            lookAtAnswer(sight);
        }
        if (ttl < 1 || ttl > HIGHEST_TTL || icmp.echoReply()) {
            return;
        }
        probes.add(packet);
        int row = sent.put(identity(packet));
        long pair = Probes.pair(packet);
        if (row >= 0 && (routes.size() < MOST_ROUTES || routes.containsKey(pair))) {
            sent.set(row, TTL, ttl);
            sent.set(row, NANOS, sight.nanos());
            routes.computeIfAbsent(
                            pair,
                            _ -> new Route(
                                    Quotes.source(packet).address(),
                                    Quotes.destination(packet).address()))
                    .sent(ttl, sight.number());
        }
    }

    /** What stays the same of a packet until an error quotes it: addresses, identification, and the first transport bytes. */
    private static long identity(PacketView packet) {
        int at = packet.ip().transportOffset();
        long transport = packet.load(at + (packet.icmp().present() ? 4 : 0), 4);
        return (Probes.pair(packet) * 31 + packet.ip().identification()) * 31 + transport;
    }

    private void lookAtError(Sight sight, IcmpView icmp) {
        if (!quotes.read(sight)) {
            return;
        }
        int row = sent.find(identity(quotes.packet()));
        Route route = routes.get(Probes.pair(quotes.packet()));
        if (row < 0 || route == null) {
            return;
        }
        long duration = Times.between(sent.get(row, NANOS), sight.nanos(), 0);
        boolean exceeded = icmp.type() == (icmp.version() == 4 ? 11 : 3);
        route.answered(
                (int) sent.get(row, TTL), sight.packet().ip().sourceAddress().orElseThrow(), duration, !exceeded);
    }

    /** An answer of the destination itself: the trail is complete. */
    private void lookAtAnswer(Sight sight) {
        if (routes.isEmpty()) {
            return;
        }
        PacketView packet = sight.packet();
        long source = packet.ip().sourceHigh() * 31 + packet.ip().sourceLow();
        long destination = packet.ip().destinationHigh() * 31 + packet.ip().destinationLow();
        Route route = routes.get(destination * 0x9E37_79B9_7F4A_7C15L + source);
        if (route != null) {
            route.reached();
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        routes.forEach((pair, route) -> {
            if (probes.traceroute(pair) && route.hops() > 0) {
                route.conclude(conclusions);
            }
        });
    }
}
