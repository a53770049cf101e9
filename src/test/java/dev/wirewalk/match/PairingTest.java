package dev.wirewalk.match;

import static dev.wirewalk.match.ObservedPacket.datagram;
import static dev.wirewalk.match.ObservedPacket.point;
import static dev.wirewalk.match.ObservedPacket.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.topology.FlowProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One rule each. */
class PairingTest {
    private static final long MS = 1_000_000;

    private static Pairing pair(PointTrace near, PointTrace far) {
        return Pairing.of(near, far, Direction.FORWARD);
    }

    private static List<Long> delays(Pairing pairing) {
        return pairing.pairs().stream().map(pair -> pair.apparentNanos() / MS).toList();
    }

    @Test
    void theIdentificationTellsWhichCopyGotLost() {
        PointTrace near = point(
                "a",
                segment(0, 100, 10).identified(1),
                segment(300 * MS, 100, 10).identified(2));
        PointTrace far = point("b", segment(301 * MS, 100, 10).identified(2));

        Pairing pairing = pair(near, far);

        assertThat(delays(pairing)).containsExactly(1L);
        assertThat(pairing.pairs().getFirst().quality()).isEqualTo(PairQuality.EXACT);
        assertThat(pairing.onlySent()).containsExactly(near.packets().getFirst());
    }

    @Test
    void withoutAnIdentificationTheExpectedTimeTellsIt() {
        PointTrace near = point("a", segment(0, 50, 10), segment(10 * MS, 100, 10), segment(310 * MS, 100, 10));
        PointTrace far = point("b", segment(1 * MS, 50, 10), segment(311 * MS, 100, 10));

        Pairing pairing = pair(near, far);

        assertThat(delays(pairing)).containsExactly(1L, 1L);
        assertThat(pairing.qualities()).containsOnlyKeys(PairQuality.EXACT);
    }

    @Test
    void whatNothingTellsApartIsAmbiguous() {
        PointTrace near = point("a", segment(0, 100, 10), segment(300 * MS, 100, 10));
        PointTrace far = point("b", segment(301 * MS, 100, 10));

        assertThat(pair(near, far).qualities()).containsOnlyKeys(PairQuality.AMBIGUOUS);
    }

    @Test
    void asManyCopiesHereAsThereArePairedInOrder() {
        PointTrace near = point("a", segment(0, 100, 0), segment(5 * MS, 100, 0), segment(9 * MS, 100, 0));
        PointTrace far = point("b", segment(2 * MS, 100, 0), segment(7 * MS, 100, 0), segment(11 * MS, 100, 0));

        assertThat(delays(pair(near, far))).containsExactly(2L, 2L, 2L);
    }

    @Test
    void aPathThatRewritesIdentificationsIsNotContradictedByThem() {
        PointTrace near = point(
                "a", segment(0, 100, 10).identified(1), segment(MS, 110, 10).identified(2));
        PointTrace far = point(
                "b",
                segment(MS, 100, 10).identified(91),
                segment(2 * MS, 110, 10).identified(92));

        assertThat(pair(near, far).qualities()).containsEntry(PairQuality.EXACT, 2);
    }

    @Test
    void aLargeSegmentIsPairedWithEachOfItsPieces() {
        PointTrace near = point("a", segment(0, 0xFFFF_FF00L, 4000));
        PointTrace far =
                point("b", segment(MS, 0xFFFF_FF00L, 1460), segment(MS, 0x4B4, 1460), segment(MS, 0xA68, 1080));

        Pairing pairing = pair(near, far);

        assertThat(pairing.pairs()).hasSize(3).allMatch(pair -> pair.key().equals("bytes covered"));
        assertThat(pairing.onlySent()).isEmpty();
        assertThat(pairing.onlySeen()).isEmpty();
        assertThat(pair(far, near).pairs()).hasSize(3);
    }

    @Test
    void fragmentsBelongToThePacketWithTheirIdentification() {
        ObservedPacket whole = datagram(0, 77, 2000).identified(5);
        ObservedPacket other = datagram(MS, 78, 2000).identified(6);
        PointTrace near = point("a", whole, other);
        PointTrace far = point(
                "b",
                whole.at(MS).fragment(0, 1500, true),
                whole.at(MS).fragment(1480, 548, false),
                other.at(2 * MS).fragment(0, 1500, true));

        Pairing pairing = pair(near, far);

        assertThat(pairing.pairs()).hasSize(3);
        assertThat(pairing.pairs().stream().filter(pair -> pair.sent().digest() == 77))
                .hasSize(2);
    }

    @Test
    void aCopyMadeByTheNetworkIsTheSamePacket() {
        PointTrace near = point("a", segment(0, 100, 10).identified(1));
        PointTrace far = point(
                "b",
                segment(MS, 100, 10).identified(1),
                segment(MS + 1000, 100, 10).identified(1));

        Pairing pairing = pair(near, far);

        assertThat(pairing.qualities()).containsOnly(Map.entry(PairQuality.EXACT, 1));
        assertThat(pairing.onlySeen()).hasSize(1);
    }

    @Test
    void whatATextLeavesOutIsPairedByOrderAndOnlyProbable() {
        ObservedPacket known = datagram(0, 77, 100).identified(5);
        PointTrace near = point("a", known, datagram(50 * MS, 78, 100), datagram(200 * MS, 79, 100));
        PointTrace far = point("b", known.at(MS), datagram(201 * MS, 0, 100));

        Pairing pairing = pair(near, far);

        assertThat(delays(pairing)).containsExactly(1L, 1L);
        assertThat(pairing.qualities()).containsEntry(PairQuality.PROBABLE, 1);
    }

    @Test
    void anotherAddressMakesThePairsDerived() {
        var key = new FlowKey(FlowProtocol.TCP, IpAddress.v4(1), 1, IpAddress.v4(2), 80);
        List<Observation> packets = List.of(segment(0, 100, 10).observation());
        PointTrace near = point("a", Optional.of(key), packets);
        PointTrace far = point("b", Optional.empty(), packets);

        assertThat(pair(near, far).qualities()).containsOnlyKeys(PairQuality.DERIVED);
    }
}
