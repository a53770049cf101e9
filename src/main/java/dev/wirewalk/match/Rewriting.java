package dev.wirewalk.match;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells a box that renumbers a connection from one that ends it and opens another under the same addresses and ports (a
 * transparent proxy, an inspection of encrypted traffic): numbers of both directions are new, and so are the bytes.
 */
final class Rewriting {
    private Rewriting() {}

    /**
     * The points with the packets of the first one's connection only; what is another connection behind a box is a stranger there.
     *
     * @param level points in forward order, freed from shifts of sequence numbers
     */
    static List<PointTrace> separate(List<PointTrace> level) {
        Optional<PointTrace> first =
                level.stream().filter(trace -> !trace.packets().isEmpty()).findFirst();
        return level.stream()
                .map(trace -> first.filter(near -> differ(near, trace)).isPresent() ? trace.stranger() : trace)
                .toList();
    }

    private static boolean differ(PointTrace near, PointTrace far) {
        boolean renumbered =
                Arrays.stream(Direction.values()).allMatch(direction -> near.shift(direction) != far.shift(direction));
        return renumbered
                && Arrays.stream(Direction.values())
                        .anyMatch(direction -> differ(near.packets(direction), far.packets(direction)));
    }

    /** Whether the first bytes that one point saw have others in their place at the other point. */
    private static boolean differ(List<Observation> near, List<Observation> far) {
        Optional<Observation> first = near.stream().filter(Rewriting::shown).findFirst();
        List<Observation> same = far.stream()
                .filter(packet -> shown(packet)
                        && first.filter(begun -> begun.sequence() == packet.sequence())
                                .isPresent())
                .toList();
        return !same.isEmpty() && same.stream().noneMatch(packet -> alike(first.orElseThrow(), packet));
    }

    private static boolean shown(Observation packet) {
        return packet.payloadLength() > 0 && packet.head().length > 0;
    }

    private static boolean alike(Observation one, Observation other) {
        int length = Math.min(one.head().length, other.head().length);
        return Arrays.equals(one.head(), 0, length, other.head(), 0, length);
    }
}
