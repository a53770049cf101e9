package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the points at which the flow may travel inside encrypted packets, so that its absence there says nothing. */
final class Sealing {
    /** How long a box may take to encrypt or to decrypt a packet. */
    private static final long WORK_NANOS = 200_000_000L;

    /** Clocks of different devices are rarely further apart. */
    private static final long CLOCKS_APART_NANOS = 10_000_000_000L;

    /** So many packets tell: each of them needs a packet to travel in. */
    private static final int ASKED = 20;

    private final List<PointTrace> traces;
    private final List<SealedPackets> sealed;

    /** @param sealed of the points, in the same order */
    Sealing(List<PointTrace> traces, List<SealedPackets> sealed) {
        this.traces = traces;
        this.sealed = sealed;
    }

    List<PointTrace> traces() {
        return IntStream.range(0, traces.size())
                .mapToObj(index -> travelsSealed(index)
                        ? traces.get(index).sealedBy(sealed.get(index).words())
                        : traces.get(index))
                .toList();
    }

    private boolean travelsSealed(int index) {
        PointTrace point = traces.get(index);
        return point.captured()
                && point.packets().isEmpty()
                && !sealed.get(index).none()
                && seen(index).filter(other -> allCarried(index, other)).isPresent();
    }

    /** The nearest point that sees the flow, on the client's side first. */
    private Optional<PointTrace> seen(int index) {
        return IntStream.concat(
                        IntStream.iterate(index - 1, i -> i >= 0, i -> i - 1),
                        IntStream.range(index + 1, traces.size()))
                .mapToObj(traces::get)
                .filter(other -> !other.packets().isEmpty())
                .findFirst();
    }

    private boolean allCarried(int index, PointTrace other) {
        boolean sameClock = other.device().equals(traces.get(index).device());
        long apart = WORK_NANOS + (sameClock ? 0 : CLOCKS_APART_NANOS);
        return other.packets().stream()
                .limit(ASKED)
                .allMatch(packet -> packet.nanos() == Frame.NO_TIME
                        || sealed.get(index)
                                .mayCarry(packet.nanos() - apart, packet.nanos() + apart, packet.ipLength()));
    }
}
