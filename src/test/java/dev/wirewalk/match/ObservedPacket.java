package dev.wirewalk.match;

import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Observations for tests, made number by number: only what a test is about is set. */
record ObservedPacket(
        long frame,
        long nanos,
        Direction direction,
        long identification,
        int ipLength,
        int fragmentOffset,
        boolean moreFragments,
        long sequence,
        long acknowledgement,
        int flags,
        long timestamp,
        int payloadLength,
        long digest) {

    static ObservedPacket segment(long nanos, long sequence, int length) {
        return new ObservedPacket(
                1,
                nanos,
                Direction.FORWARD,
                0,
                40 + length,
                0,
                false,
                sequence,
                1,
                TcpView.ACK,
                -1,
                length,
                length == 0 ? 0 : sequence + 1);
    }

    static ObservedPacket datagram(long nanos, long digest, int length) {
        return new ObservedPacket(1, nanos, Direction.FORWARD, 0, 28 + length, 0, false, 0, 0, 0, -1, length, digest);
    }

    ObservedPacket identified(long number) {
        return new ObservedPacket(
                frame,
                nanos,
                direction,
                number,
                ipLength,
                fragmentOffset,
                moreFragments,
                sequence,
                acknowledgement,
                flags,
                timestamp,
                payloadLength,
                digest);
    }

    ObservedPacket at(long moment) {
        return new ObservedPacket(
                frame,
                moment,
                direction,
                identification,
                ipLength,
                fragmentOffset,
                moreFragments,
                sequence,
                acknowledgement,
                flags,
                timestamp,
                payloadLength,
                digest);
    }

    /** @param length of the part, IP header included */
    ObservedPacket fragment(int offset, int length, boolean more) {
        return new ObservedPacket(
                frame,
                nanos,
                direction,
                identification,
                length,
                offset,
                more,
                offset == 0 ? sequence : 0,
                offset == 0 ? acknowledgement : 0,
                offset == 0 ? flags : 0,
                timestamp,
                length - 20,
                digest + offset);
    }

    /** As a point shows it whose TCP flags and payload nobody printed. */
    ObservedPacket untold() {
        return new ObservedPacket(
                frame,
                nanos,
                direction,
                identification,
                ipLength,
                fragmentOffset,
                moreFragments,
                0,
                0,
                0,
                -1,
                payloadLength,
                0);
    }

    Observation observation() {
        return new Observation(
                "made.pcap",
                frame,
                nanos,
                direction,
                -1,
                -1,
                -1,
                64,
                identification,
                ipLength,
                fragmentOffset,
                moreFragments,
                sequence,
                acknowledgement,
                flags,
                1000,
                -1,
                timestamp,
                payloadLength,
                digest,
                new byte[0],
                -1);
    }

    static PointTrace point(String name, Optional<FlowKey> flow, List<Observation> packets) {
        Point point = Point.named(name, name);
        OptionalLong first = packets.stream().mapToLong(Observation::nanos).min();
        OptionalLong last = packets.stream().mapToLong(Observation::nanos).max();
        return new PointTrace(
                point,
                true,
                flow,
                packets,
                0,
                List.of(),
                List.of(),
                packets.size(),
                first,
                last,
                Map.of(),
                Map.of(),
                List.of(),
                0,
                0,
                SequenceShift.NONE,
                List.of(),
                "");
    }

    static PointTrace point(String name, ObservedPacket... packets) {
        return point(
                name,
                Optional.empty(),
                java.util.stream.Stream.of(packets)
                        .map(ObservedPacket::observation)
                        .toList());
    }
}
