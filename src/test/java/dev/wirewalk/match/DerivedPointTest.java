package dev.wirewalk.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second point is derived from a first one with known faults and changes; the pairs are compared with what is known. */
class DerivedPointTest {
    private static final int PACKETS = 3_000;
    private static final double PRECISION = 0.999;
    private static final double RECALL = 0.99;

    /** A sender that repeats one segment in fifty, as after a loss further on, and acknowledges in between. */
    private static List<Observation> segments(Random random, boolean identified, boolean timestamps) {
        List<Observation> packets = new ArrayList<>();
        long sequence = 0xFFFF_0000L;
        long nanos = 0;
        long identification = 1 + random.nextInt(60_000);
        for (int i = 1; i <= PACKETS; i++) {
            nanos += 50_000 + random.nextInt(2_000_000);
            boolean pure = random.nextInt(5) == 0;
            boolean again = !pure && random.nextInt(50) == 0;
            int length = pure ? 0 : 1 + random.nextInt(1460);
            if (again) {
                nanos += 250_000_000L;
                Optional<Observation> before = packets.reversed().stream()
                        .filter(packet -> packet.payloadLength() > 0)
                        .findFirst();
                if (before.isPresent()) {
                    Observation first = before.get();
                    packets.add(made(
                            i,
                            nanos,
                            first.sequence(),
                            first.payloadLength(),
                            first.flags(),
                            identified ? ++identification & 0xFFFF : 0,
                            timestamps ? nanos / 1_000_000 : -1));
                    continue;
                }
            }
            int flags = i == 1 ? TcpView.SYN : TcpView.ACK;
            packets.add(made(
                    i,
                    nanos,
                    sequence,
                    i == 1 ? 0 : length,
                    flags,
                    identified ? ++identification & 0xFFFF : 0,
                    timestamps ? nanos / 1_000_000 : -1));
            sequence = sequence + (i == 1 ? 1 : length) & 0xFFFF_FFFFL;
        }
        return packets;
    }

    private static Observation made(
            int frame, long nanos, long sequence, int length, int flags, long identification, long timestamp) {
        return new Observation(
                "made.pcap",
                frame,
                nanos,
                Direction.FORWARD,
                -1,
                -1,
                -1,
                64,
                identification,
                40 + length,
                0,
                false,
                sequence,
                flags == TcpView.SYN ? 0 : 7 + frame / 3,
                flags,
                1000,
                -1,
                timestamp,
                length,
                length == 0 ? 0 : sequence * 31 + 1,
                new byte[0],
                -1);
    }

    private static List<Observation> datagrams(Random random) {
        List<Observation> packets = new ArrayList<>();
        long nanos = 0;
        for (int i = 1; i <= PACKETS; i++) {
            nanos += 50_000 + random.nextInt(5_000_000);
            int length = 20 + random.nextInt(1400);
            // One payload in twenty is as another before: a question asked again.
            long digest = random.nextInt(20) == 0 ? 5 : 1000 + i;
            packets.add(new Observation(
                    "made.pcap",
                    i,
                    nanos,
                    Direction.FORWARD,
                    -1,
                    -1,
                    -1,
                    64,
                    i & 0xFFFF,
                    28 + length,
                    0,
                    false,
                    0,
                    0,
                    0,
                    0,
                    -1,
                    -1,
                    length,
                    digest,
                    new byte[0],
                    -1));
        }
        return packets;
    }

    private static void check(List<Observation> sent, DerivedPoint point) {
        Pairing pairing = pair(sent, point.of(sent).seen());
        assertThat(point.precision(pairing)).as("precision").isGreaterThanOrEqualTo(PRECISION);
        assertThat(point.recall(pairing)).as("recall").isGreaterThanOrEqualTo(RECALL);
    }

    private static Pairing pair(List<Observation> sent, List<Observation> seen) {
        PointTrace near = ObservedPacket.point("near", Optional.empty(), sent);
        PointTrace far = ObservedPacket.point("far", Optional.empty(), seen);
        Path path = new Path(Optional.empty(), List.of(near.point(), far.point()), List.of(), List.of());
        List<PointTrace> level = new Alignment(path, Optional.empty(), List.of(near, far))
                .align()
                .points();
        return Pairing.of(level.get(0), level.get(1), Direction.FORWARD);
    }

    private static DerivedPoint point(Random random) {
        DerivedPoint point = new DerivedPoint(random);
        point.offset = random.nextLong(-5_000_000_000L, 5_000_000_000L);
        point.drift = random.nextDouble(-50e-6, 50e-6);
        return point;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void segmentsOfAConnectionThroughARandomisingFirewall(int seed) {
        Random random = new Random(seed);
        DerivedPoint point = point(random);
        point.shift = random.nextLong(1L << 32);
        List<Observation> sent = segments(random, true, seed % 2 == 0);

        check(sent, point);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void withoutIdentificationsTheTimestampOptionTellsCopiesApart(int seed) {
        Random random = new Random(seed);
        List<Observation> sent = segments(random, false, true);
        DerivedPoint point = point(random);

        check(sent, point);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void withNeitherTheTimeTells(int seed) {
        Random random = new Random(seed);
        List<Observation> sent = segments(random, false, false);
        DerivedPoint point = point(random);

        check(sent, point);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10})
    void adaptersThatCutAndJoinSegments(int seed) {
        Random random = new Random(seed);
        List<Observation> sent = segments(random, true, true);
        DerivedPoint point = point(random);
        point.cut = 0.3;
        point.joined = 0.3;

        check(sent, point);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void datagramsOfWhichSomeAreFragmented(int seed) {
        Random random = new Random(seed);
        List<Observation> sent = datagrams(random);
        DerivedPoint point = point(random);
        point.fragmented = 0.3;

        check(sent, point);
    }

    @ParameterizedTest
    @ValueSource(ints = {13})
    void datagramsWhoseIdentificationsAreRewritten(int seed) {
        Random random = new Random(seed);
        List<Observation> sent = datagrams(random);
        DerivedPoint point = point(random);
        point.identified = false;

        check(sent, point);
    }
}
