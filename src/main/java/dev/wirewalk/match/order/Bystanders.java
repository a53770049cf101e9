package dev.wirewalk.match.order;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.FrameSpot;
import dev.wirewalk.match.NeighbourMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds places for points at which nothing of the flow was seen: by the link that they are on, by their device, by their name. */
final class Bystanders {
    /** A point that was found a place: behind so many of the points that saw the flow. */
    private record Found(View.Seen seen, int behind, int rank, boolean placed, String reason) {}

    private static final int COMPARED = 64;

    private final List<ForwardOrder.Stop> stops;
    private final List<View.Seen> order;
    private final Set<IpAddress> clients = new HashSet<>();
    private final Set<IpAddress> servers = new HashSet<>();
    private final List<String> leftOut = new ArrayList<>();

    /**
     * @param stops the points that saw the flow, in forward order
     * @param flow the flow as told or chosen; empty when there is none
     */
    Bystanders(List<ForwardOrder.Stop> stops, Optional<FlowKey> flow) {
        this.stops = stops;
        this.order = stops.stream().map(ForwardOrder.Stop::seen).toList();
        Stream.concat(flow.stream(), order.stream().flatMap(seen -> seen.trace().flow().stream()))
                .forEach(key -> {
                    clients.add(key.client());
                    servers.add(key.server());
                });
    }

    /** What the path does without, one sentence each. */
    List<String> leftOut() {
        return leftOut;
    }

    /** Whether the link there is one on which the server, or one of its network, was spoken of. */
    boolean leadsToServer(View.Seen seen) {
        return speaksOf(seen, servers) || (nearOnes(seen, servers) && !nearOnes(seen, clients));
    }

    /** All points in order: those that saw the flow, with the others between and behind them. */
    List<Placed> among(List<View.Seen> unseen) {
        List<Found> found = new ArrayList<>();
        unseen.forEach(seen -> find(seen).ifPresent(found::add));
        Map<View.Seen, Integer> wins = new HashMap<>();
        found.forEach(one -> wins.put(one.seen(), wins(one, found)));
        Map<String, Integer> ranks = new HashMap<>();
        Map<String, Integer> deviceWins = new HashMap<>();
        for (Found here : found) {
            ranks.merge(device(here), here.rank(), Math::min);
            deviceWins.merge(device(here), wins.getOrDefault(here.seen(), 0), Integer::sum);
        }
        // What asks on a link is where packets leave a device, what is asked is where they arrive.
        found.sort(Comparator.comparingInt(Found::behind)
                .thenComparing(one -> ranks.getOrDefault(device(one), 0))
                .thenComparing(one -> -deviceWins.getOrDefault(device(one), 0))
                .thenComparing(one -> role(one.seen()))
                .thenComparing(Bystanders::device)
                .thenComparing(Bystanders::position)
                .thenComparing(one -> wins.getOrDefault(one.seen(), 0))
                .thenComparing(one -> one.seen().trace().name()));
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i <= stops.size(); i++) {
            for (Found here : found) {
                if (here.behind() == i) {
                    all.add(new Placed(here.seen(), here.placed(), here.reason(), List.of()));
                }
            }
            if (i < stops.size()) {
                ForwardOrder.Stop stop = stops.get(i);
                all.add(new Placed(stop.seen(), true, stop.reason(), stop.guesses()));
            }
        }
        return all;
    }

    /** Inside a device every packet passes the inspection points in one order. */
    private static int position(Found found) {
        return found.seen().view().place().position().map(FrameSpot::rank).orElse(-1);
    }

    private static String device(Found found) {
        return found.behind() + " "
                + Boxes.named(found.seen()).orElse(found.seen().trace().name());
    }

    private static int role(View.Seen seen) {
        return NameParts.of(seen.view().given().name()).role();
    }

    private Optional<Found> find(View.Seen seen) {
        Optional<String> device = Boxes.named(seen);
        List<Integer> ownBox = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            boolean sameFile = order.get(i).view().given().equals(seen.view().given());
            if (sameFile || (device.isPresent() && device.equals(Boxes.named(order.get(i))))) {
                ownBox.add(i);
            }
        }
        if (ownBox.size() > 1) {
            leftOut.add(
                    seen.trace().name()
                            + " is not in the path: nothing of the flow was seen there, and it passes the device at two other points.");
            return Optional.empty();
        }
        Optional<Found> byLink = byLink(seen);
        if (byLink.isPresent()) {
            boolean passedOn = byLink.get().behind() < order.size() && ownBox.isEmpty();
            if (passedOn) {
                leftOut.add(
                        seen.trace().name() + " is not in the path: it hears a link of the flow, but the flow itself"
                                + " was seen before and behind it, and not here.");
            }
            return passedOn ? Optional.empty() : byLink;
        }
        if (ownBox.size() == 1) {
            int at = ownBox.getFirst();
            boolean entering = at == 0
                    || Precedence.between(order.get(at - 1), order.get(at)).ttl() <= 0;
            return Optional.of(new Found(
                    seen,
                    entering ? at + 1 : at,
                    0,
                    true,
                    "On the same device as " + order.get(at).trace().name()
                            + (entering ? ", where packets come in" : ", where packets have already been routed")
                            + (seen.seesFlow()
                                    ? "; only answers leave here."
                                    : "; nothing of the flow was seen here.")));
        }
        Found byAddress = byAddress(seen);
        if (!byAddress.placed() && role(seen) == 0 && answered()) {
            leftOut.add(seen.trace().name()
                    + " is not in the path: nothing of the flow was seen there, nothing tells where the point is, and"
                    + " the flow is answered without it.");
            return Optional.empty();
        }
        return Optional.of(byAddress);
    }

    /** By the hardware addresses that were heard here and are those of a link which the flow takes. */
    private Optional<Found> byLink(View.Seen seen) {
        Set<Long> heard = heard(seen);
        int best = 0;
        int behind = -1;
        for (int i = 0; i < order.size(); i++) {
            int known = order.get(i)
                    .link()
                    .map(link -> (heard.contains(link.near()) ? 1 : 0) + (heard.contains(link.far()) ? 1 : 0))
                    .orElse(0);
            if (known >= best && known > 0) {
                best = known;
                behind = i;
            }
        }
        return behind < 0
                ? Optional.empty()
                : Optional.of(new Found(
                        seen,
                        behind + 1,
                        0,
                        true,
                        "On the link of " + order.get(behind).trace().name()
                                + ", whose hardware addresses were heard here; nothing of the flow was seen."));
    }

    /** Whether answers come from behind the last point that saw the flow; what refuses a packet may stand before the server. */
    private boolean answered() {
        return !order.isEmpty()
                && order.getLast().trace().packets().stream()
                        .anyMatch(packet -> packet.direction() == Direction.RETURN && !packet.reset());
    }

    private Found byAddress(View.Seen seen) {
        int role = role(seen);
        if (leadsToServer(seen)) {
            return new Found(
                    seen,
                    order.size(),
                    2,
                    true,
                    "On the server's side: its address or network was spoken of here; nothing of the flow was seen.");
        }
        if (speaksOf(seen, clients)) {
            return new Found(
                    seen,
                    Math.min(1, order.size()),
                    1,
                    true,
                    "On the client's side: its address was spoken of here; nothing of the flow was seen.");
        }
        String reason = role == 0
                ? "Place not known: nothing of the flow was seen here, and nothing else tells where the point is."
                : "Placed by its name alone: nothing of the flow was seen here.";
        return new Found(seen, role < 0 ? 0 : order.size(), role > 0 ? 4 : 3, false, reason);
    }

    private static Set<Long> heard(View.Seen seen) {
        Set<Long> heard = new HashSet<>();
        seen.trace().owners().values().forEach(heard::addAll);
        seen.trace().talks().forEach((from, to) -> {
            heard.add(from);
            heard.addAll(to);
        });
        seen.trace().neighbours().forEach(message -> heard.add(message.senderMac()));
        heard.remove(-1L);
        return heard;
    }

    private static Stream<IpAddress> spokenOf(View.Seen seen) {
        return seen.trace().neighbours().stream().flatMap(message -> Stream.of(message.sender(), message.target()));
    }

    private static boolean speaksOf(View.Seen seen, Set<IpAddress> addresses) {
        return spokenOf(seen).anyMatch(addresses::contains);
    }

    /** Whether an address was spoken of that is as near to one of these as addresses of one network usually are. */
    private static boolean nearOnes(View.Seen seen, Set<IpAddress> addresses) {
        return spokenOf(seen).anyMatch(spoken -> addresses.stream().anyMatch(address -> near(address, spoken)));
    }

    private static boolean near(IpAddress one, IpAddress other) {
        int bits = one.version() == IpVersion.V4 ? 24 : 64;
        return one.version() == other.version() && IpPrefix.around(one, bits).equals(IpPrefix.around(other, bits));
    }

    private int wins(Found one, List<Found> all) {
        return all.stream()
                .filter(other -> other.behind() == one.behind())
                .mapToInt(other -> asked(one.seen(), other.seen()))
                .sum();
    }

    /** Above 0 when questions for the server, or of its network, are asked at the first point before they are at the second. */
    private int asked(View.Seen one, View.Seen other) {
        long apart = 0;
        for (NeighbourMessage here : begun(one)) {
            for (NeighbourMessage there : begun(other)) {
                if (here.request() == there.request()
                        && here.sender().equals(there.sender())
                        && here.target().equals(there.target())
                        && apart == 0) {
                    apart = servers.contains(here.sender())
                            ? here.nanos() - there.nanos()
                            : there.nanos() - here.nanos();
                }
            }
        }
        return Long.signum(apart);
    }

    /** The first questions and answers tell as much as all of them. */
    private static List<NeighbourMessage> begun(View.Seen seen) {
        return seen.trace().neighbours().stream().limit(COMPARED).toList();
    }
}
