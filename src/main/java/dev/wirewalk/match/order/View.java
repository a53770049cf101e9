package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.Optional;

/**
 * The frames of a file that one point may have seen.
 *
 * @param device the device that the file itself names, as the prompt of a terminal does
 * @param interfaceName the interface as the file names it, also where the file has only one
 * @param frames how many there are
 */
record View(Given given, Optional<String> device, Place place, Optional<String> interfaceName, long frames) {

    View at(Place other) {
        return new View(given, device, other, interfaceName, frames);
    }

    /** A view and what it saw of the followed flow. Within one reading the point's name tells one from another. */
    record Seen(View view, PointTrace trace) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Seen seen && seen.trace.name().equals(trace.name());
        }

        @Override
        public int hashCode() {
            return trace.name().hashCode();
        }

        boolean sees(Direction direction) {
            return trace.packets().stream().anyMatch(packet -> packet.direction() == direction);
        }

        boolean seesFlow() {
            return !trace.packets().isEmpty();
        }

        Optional<Observation> first(Direction direction) {
            return trace.packets().stream()
                    .filter(packet -> packet.direction() == direction)
                    .findFirst();
        }

        /** The link that the flow's packets travel on here, from the client's side; empty where the file tells no addresses. */
        Optional<Link> link() {
            return first(Direction.FORWARD)
                    .map(packet -> new Link(packet.sourceMac(), packet.destinationMac()))
                    .or(() -> first(Direction.RETURN)
                            .map(packet -> new Link(packet.destinationMac(), packet.sourceMac())))
                    .filter(link -> link.near() >= 0 && link.far() >= 0);
        }
    }

    /**
     * The hardware addresses between which the flow's packets travel, 48 bits each.
     *
     * @param near of the box or host nearer to the client
     */
    record Link(long near, long far) {}
}
