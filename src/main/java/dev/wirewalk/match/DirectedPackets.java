package dev.wirewalk.match;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/** The packets of a flow at one point, those of each direction at hand: every question asks for one direction, many times. */
final class DirectedPackets extends AbstractList<Observation> implements RandomAccess {
    private final List<Observation> all;
    private final List<Observation> forward;
    private final List<Observation> back;
    private final List<Observation> forwardSignals;
    private final List<Observation> backSignals;

    private DirectedPackets(List<Observation> packets) {
        all = List.copyOf(packets);
        forward = all.stream()
                .filter(seen -> seen.direction() == Direction.FORWARD)
                .toList();
        back = all.stream().filter(seen -> seen.direction() == Direction.RETURN).toList();
        forwardSignals = forward.stream().filter(Observation::signals).toList();
        backSignals = back.stream().filter(Observation::signals).toList();
    }

    static DirectedPackets of(List<Observation> packets) {
        return packets instanceof DirectedPackets directed ? directed : new DirectedPackets(packets);
    }

    List<Observation> of(Direction direction) {
        return direction == Direction.FORWARD ? forward : back;
    }

    List<Observation> signals(Direction direction) {
        return direction == Direction.FORWARD ? forwardSignals : backSignals;
    }

    @Override
    public Observation get(int index) {
        return all.get(index);
    }

    @Override
    public Iterator<Observation> iterator() {
        return all.iterator();
    }

    @Override
    public int size() {
        return all.size();
    }
}
