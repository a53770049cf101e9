package dev.wirewalk.match;

import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one point saw of the followed flow.
 *
 * @param captured whether there is a capture from this point; an empty one is one, a device's words about other packets are not
 * @param flow the flow's addresses here; empty when no packet of it was seen here
 * @param packets in file order, copies of a mirror left out
 * @param doubled how many copies of a mirror or of {@code -i any} were left out
 * @param frames all frames that the point's files hold for it
 * @param firstNanos time of the first of them
 * @param lastNanos time of the last of them
 * @param owners which hardware addresses claimed which protocol address in ARP or neighbour discovery, by address text
 * @param talks to which hardware addresses each hardware address sent IP packets
 * @param strangers flows with a SYN here that was seen nowhere before this point
 * @param cut packets of which the file holds fewer bytes than the wire did
 * @param shift what a box between the first point and this one added to the sequence numbers; the packets are freed from it
 * @param vague packets of the flow of which a text does not tell what they are: TCP without flags or without a length
 * @param sealed the names of what encrypts the packets in which the flow may travel here; empty where it would be seen
 */
public record PointTrace(
        Point point,
        boolean captured,
        Optional<FlowKey> flow,
        List<Observation> packets,
        int doubled,
        List<NeighbourMessage> neighbours,
        List<IcmpError> errors,
        long frames,
        OptionalLong firstNanos,
        OptionalLong lastNanos,
        Map<String, Set<Long>> owners,
        Map<Long, Set<Long>> talks,
        List<FlowKey> strangers,
        long cut,
        int vague,
        SequenceShift shift,
        List<String> warnings,
        String sealed) {
    public PointTrace {
        packets = DirectedPackets.of(packets);
    }

    /** The packets of one direction, in file order. */
    public List<Observation> packets(Direction direction) {
        return DirectedPackets.of(packets).of(direction);
    }

    /** Those of them that open, close or reset a connection: few, and asked for again and again. */
    public List<Observation> signals(Direction direction) {
        return DirectedPackets.of(packets).signals(direction);
    }

    /** What was added to the sequence numbers of this direction's packets before they came here. */
    public long shift(Direction direction) {
        return shift.of(direction);
    }

    /** The same with the sequence numbers of the first point. */
    PointTrace level(SequenceShift found) {
        return with(packets.stream().map(found::takenFrom).toList(), found);
    }

    /** The same with part of the packets. */
    PointTrace with(List<Observation> part) {
        return with(part, shift);
    }

    /** The same when the packets turn out to be another connection's. */
    PointTrace stranger() {
        List<FlowKey> others = Stream.concat(flow.stream(), strangers.stream()).toList();
        return with(List.of(), SequenceShift.NONE, others);
    }

    /** The same where the flow may travel in encrypted packets: what cannot be seen was not captured. */
    PointTrace sealedBy(String names) {
        return with(false, List.of(), SequenceShift.NONE, strangers, names);
    }

    private PointTrace with(List<Observation> part, SequenceShift found) {
        return with(part, found, strangers);
    }

    private PointTrace with(List<Observation> part, SequenceShift found, List<FlowKey> others) {
        return with(captured, part, found, others, sealed);
    }

    private PointTrace with(
            boolean isCaptured, List<Observation> part, SequenceShift found, List<FlowKey> others, String names) {
        return new PointTrace(
                point,
                isCaptured,
                part.isEmpty() ? Optional.empty() : flow,
                part,
                doubled,
                neighbours,
                errors,
                frames,
                firstNanos,
                lastNanos,
                owners,
                talks,
                others,
                cut,
                vague,
                found,
                warnings,
                names);
    }

    public String name() {
        return point.name();
    }

    public String device() {
        return point.device();
    }
}
