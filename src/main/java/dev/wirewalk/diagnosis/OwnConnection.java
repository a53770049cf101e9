package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A box that ends the client's connection and opens one of its own to the server (a proxy, a load balancer, an inspection of
 * encrypted traffic). Behind it no packet of the followed flow exists, so none is missing there.
 *
 * @param inside where the box speaks with the client in the server's name
 * @param behind the points behind the box
 * @param own what the box opens itself, as its far side names it
 */
record OwnConnection(PointTrace inside, List<PointTrace> behind, List<FlowKey> own) {
    private static final int SHOWN = 3;

    static Optional<OwnConnection> of(FlowTrace trace) {
        List<PointTrace> points = trace.points();
        for (int i = 0; i + 1 < points.size(); i++) {
            PointTrace inside = points.get(i);
            List<PointTrace> behind = points.subList(i + 1, points.size());
            List<FlowKey> own = opened(inside, behind.getFirst());
            boolean ends = inside.device().equals(behind.getFirst().device())
                    && answered(inside)
                    && behind.stream().allMatch(point -> point.packets().isEmpty())
                    && !own.isEmpty();
            if (ends) {
                return Optional.of(new OwnConnection(inside, behind, own));
            }
        }
        return Optional.empty();
    }

    /** A handshake and more: a refusal or a single answer may be made by a box that opens nothing. */
    private static boolean answered(PointTrace inside) {
        return inside.packets().stream().anyMatch(Observation::synAck)
                && inside.packets(Direction.RETURN).stream().anyMatch(Kinds::established);
    }

    /** Flows that begin behind the box, go to the same server or come from the box's own address. */
    private static List<FlowKey> opened(PointTrace inside, PointTrace outside) {
        return outside.strangers().stream()
                .filter(key -> inside.flow()
                                .filter(flow -> flow.server().equals(key.server()))
                                .isPresent()
                        || outside.point().addresses().stream()
                                .anyMatch(address -> address.address().equals(key.client())))
                .toList();
    }

    String words() {
        String box = inside.device();
        boolean sameName = inside.flow().filter(own::contains).isPresent();
        String opened = sameName
                ? "another connection under the same addresses and ports, as its numbers and bytes show. To see how that one"
                        + " fares, walk the points behind " + box + " alone."
                : own.stream().limit(SHOWN).map(FlowKey::text).collect(Collectors.joining(", "))
                        + (own.size() > SHOWN ? " and " + (own.size() - SHOWN) + " more" : "")
                        + ". Walk that flow to see how it fares behind " + box + ".";
        return box + " ends the client's connection itself (a proxy, a load balancer, or an inspection of encrypted"
                + " traffic): it answers at " + inside.name() + ", and behind it no packet of "
                + inside.flow().map(FlowKey::text).orElse("the flow") + " is seen. There it opens " + opened;
    }
}
