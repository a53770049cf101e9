package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.NthMessage;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of two points the client's packets pass first, by what both saw. A TTL falls along the path. Where it does not, time
 * tells without a common clock: what clocks differ by is the same for a packet and for its answer, so that the later point is
 * the one at which packets of the client appear later than their answers do.
 *
 * @param ttl how many hops the TTL of the same packets falls from the first point to the second; 0 when it does not tell
 * @param bothWays nanoseconds that packets need to the second point and answers back, added up; 0 when it does not tell
 * @param oneWay nanoseconds by which the client's packets appear later at the second point, by the clocks as they are set
 */
record Precedence(int ttl, long bothWays, long oneWay) {
    /** An answer comes seconds later at most; clocks drift little in that time. */
    private static final long NEAR_NANOS = 5_000_000_000L;

    private record Identity(
            Direction direction,
            int fragment,
            long sequence,
            long acknowledgement,
            int flags,
            int length,
            long digest) {}

    /** @param apart by how much later the second point saw it, in nanoseconds */
    private record Passing(Direction direction, long nanos, long apart) {}

    static Precedence between(View.Seen one, View.Seen other) {
        Map<Identity, Observation> there = first(other.trace());
        List<Passing> passings = new ArrayList<>();
        List<Integer> forwardFall = new ArrayList<>();
        List<Integer> returnFall = new ArrayList<>();
        first(one.trace()).forEach((identity, here) -> {
            Observation match = there.get(identity);
            if (match == null) {
                return;
            }
            if (here.nanos() != Long.MIN_VALUE && match.nanos() != Long.MIN_VALUE) {
                passings.add(new Passing(identity.direction(), here.nanos(), match.nanos() - here.nanos()));
            }
            if (here.ttl() >= 0 && match.ttl() >= 0) {
                boolean forward = identity.direction() == Direction.FORWARD;
                (forward ? forwardFall : returnFall).add(forward ? here.ttl() - match.ttl() : match.ttl() - here.ttl());
            }
        });
        one.link()
                .filter(link -> other.link().filter(link::equals).isPresent())
                .ifPresent(link -> passings.addAll(asked(one.trace(), other.trace(), link)));
        passings.sort(Comparator.comparingLong(Passing::nanos));
        return new Precedence(fall(forwardFall, returnFall), bothWays(passings), oneWay(passings));
    }

    /** Above 0 when packets of the client pass the first point before the second, below 0 when after; 0 for unknown. */
    int sign() {
        return ttl != 0 ? Integer.signum(ttl) : bothWays != 0 ? Long.signum(bothWays) : Long.signum(oneWay);
    }

    /** The TTLs of one direction may be rewritten on the way; then those of the other contradict, and none is believed. */
    private static int fall(List<Integer> forward, List<Integer> back) {
        int there = median(forward);
        int here = median(back);
        return Integer.signum(there) * Integer.signum(here) < 0 ? 0 : there != 0 ? there : here;
    }

    private static int median(List<Integer> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0);
    }

    private static long bothWays(List<Passing> passings) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i + 1 < passings.size(); i++) {
            Passing now = passings.get(i);
            Passing next = passings.get(i + 1);
            if (now.direction() != next.direction() && next.nanos() - now.nanos() < NEAR_NANOS) {
                sums.add(
                        now.direction() == Direction.FORWARD ? now.apart() - next.apart() : next.apart() - now.apart());
            }
        }
        return sums.stream().sorted().skip(sums.size() / 2).findFirst().orElse(0L);
    }

    private static long oneWay(List<Passing> passings) {
        List<Long> apart = passings.stream()
                .map(passing -> passing.direction() == Direction.FORWARD ? passing.apart() : -passing.apart())
                .sorted()
                .toList();
        return apart.isEmpty() ? 0 : apart.get(apart.size() / 2);
    }

    /** The first appearance of every packet: in a loop or on a mirror the same one comes by again. */
    private static Map<Identity, Observation> first(PointTrace trace) {
        Map<Identity, Observation> first = new HashMap<>();
        for (Observation packet : trace.packets()) {
            // Flags mean TCP: its numbers tell packets apart, and a short snapshot leaves little of the payload.
            first.putIfAbsent(
                    new Identity(
                            packet.direction(),
                            packet.fragmentOffset(),
                            packet.sequence(),
                            packet.acknowledgement(),
                            packet.flags(),
                            packet.payloadLength(),
                            packet.flags() == 0 ? packet.digest() : 0),
                    packet);
        }
        return first;
    }

    /** ARP and neighbour discovery of the two ends of the same link. */
    private static List<Passing> asked(PointTrace one, PointTrace other, View.Link link) {
        List<Passing> passings = new ArrayList<>();
        Map<NthMessage, NeighbourMessage> there = NthMessage.of(other);
        NthMessage.of(one).forEach((message, here) -> {
            Optional<NeighbourMessage> match = Optional.ofNullable(there.get(message));
            boolean near = here.senderMac() == link.near();
            if (match.isPresent() && (near || here.senderMac() == link.far())) {
                passings.add(new Passing(
                        near ? Direction.FORWARD : Direction.RETURN,
                        here.nanos(),
                        match.get().nanos() - here.nanos()));
            }
        });
        return passings;
    }
}
