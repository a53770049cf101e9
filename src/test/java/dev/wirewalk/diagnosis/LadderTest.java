package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderTest {
    @TempDir
    Path folder;

    private Traffic traffic() {
        return new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void aPacketIsFollowedFromPointToPointOnTheFirstPointsClock() {
        Traffic traffic = traffic().skew("server:eth0", 250_000).skew("fw:out", -40);
        traffic.handshake();
        for (int i = 0; i < 4; i++) {
            traffic.data(Direction.FORWARD, 300).everywhere();
            traffic.data(Direction.RETURN, 200).everywhere();
        }
        Ladder ladder = traffic.walk().ladder();

        assertThat(ladder.clockOf()).isEqualTo("client:eth0");
        assertThat(ladder.packets()).isEqualTo(11);
        Ladder.Packet synAck = packets(ladder).get(1);
        assertThat(synAck.label()).isEqualTo("SYN/ACK");
        assertThat(synAck.direction()).contains(Direction.RETURN);
        assertThat(synAck.ending()).isEqualTo(Ladder.Ending.ARRIVED);
        assertThat(synAck.sightings()).extracting(Ladder.Sighting::column).containsExactly(3, 2, 1, 0);
        // Sent 1 ms behind the SYN; the last of three hops of 100 µs each is the client.
        assertThat(synAck.sightings().getLast().micros()).hasValue(1300);
        long atServer = synAck.sightings().getFirst().micros().orElseThrow();
        long half = ladder.columns().get(3).halfIntervalMicros().orElseThrow();
        assertThat(Math.abs(atServer - 1000)).isLessThanOrEqualTo(half);
    }

    @Test
    void whatTheNextCaptureCouldHaveShownIsLost() {
        Traffic traffic = traffic();
        traffic.question(2, Traffic.SERVER).everywhere();
        traffic.answer(3, 2).everywhere();
        Traffic.Sent syn = traffic.syn().upTo("fw:out");
        traffic.later(1000).again(syn).upTo("fw:out");
        List<Ladder.Packet> syns = openings(traffic.walk().ladder());

        assertThat(syns).extracting(Ladder.Packet::label).containsExactly("SYN", "SYN, repeated");
        assertThat(syns).extracting(Ladder.Packet::ending).containsOnly(Ladder.Ending.LOST);
        assertThat(syns).extracting(Ladder.Packet::missing).containsOnly(Optional.of(3));
    }

    @Test
    void whatALeakyCaptureDoesNotShowIsNotLost() {
        Traffic traffic = traffic();
        traffic.handshake();
        traffic.data(Direction.FORWARD, 300).everywhere();
        traffic.data(Direction.RETURN, 300).exceptAt("client:eth0");
        traffic.data(Direction.FORWARD, 300).everywhere();
        traffic.data(Direction.RETURN, 300).everywhere();
        Ladder ladder = traffic.walk().ladder();

        assertThat(packets(ladder)).extracting(Ladder.Packet::ending).doesNotContain(Ladder.Ending.LOST);
        assertThat(packets(ladder))
                .filteredOn(packet -> packet.ending() == Ladder.Ending.UNKNOWN)
                .singleElement()
                .satisfies(packet -> assertThat(packet.note()).contains("is known to miss packets"));
    }

    @Test
    void aPointThatMissesAPacketIsPassedOver() {
        Traffic traffic = traffic();
        traffic.handshake();
        traffic.data(Direction.FORWARD, 300).exceptAt("fw:out");
        Ladder.Packet data = packets(traffic.walk().ladder()).getLast();

        assertThat(data.sightings()).extracting(Ladder.Sighting::column).containsExactly(0, 1, 3);
        assertThat(data.ending()).isEqualTo(Ladder.Ending.ARRIVED);
    }

    @Test
    void behindTheLastCaptureNothingIsClaimed() {
        Traffic traffic = traffic().withoutFile("server:eth0");
        traffic.syn().upTo("fw:out");
        Ladder.Packet syn = openings(traffic.walk().ladder()).getFirst();

        assertThat(syn.ending()).isEqualTo(Ladder.Ending.UNWATCHED);
        assertThat(syn.note()).isEqualTo("there is no capture behind fw:out");
    }

    @Test
    void aPointWhoseClockCannotBeComparedHasNoTimes() {
        Traffic traffic = traffic().skew("server:eth0", 3_600_000);
        traffic.question(2, Traffic.SERVER).everywhere();
        traffic.syn().upTo("fw:out");
        Ladder ladder = traffic.walk().ladder();

        assertThat(ladder.columns().get(3).halfIntervalMicros()).isEmpty();
        assertThat(packets(ladder))
                .flatExtracting(Ladder.Packet::sightings)
                .filteredOn(sighting -> sighting.column() == 3)
                .isNotEmpty()
                .allSatisfy(sighting -> assertThat(sighting.micros()).isEmpty());
    }

    @Test
    void aLongFlowKeepsItsHandshakeItsFaultAndItsEnd() {
        Traffic traffic = traffic();
        traffic.handshake();
        for (int i = 0; i < 400; i++) {
            Traffic.Sent data = traffic.data(Direction.FORWARD, 300);
            if (i == 200) {
                data.upTo("fw:in");
                traffic.later(300).again(data).everywhere();
            } else {
                data.everywhere();
            }
        }
        traffic.tcp(Direction.FORWARD, Traffic.RST, 0).everywhere();
        Ladder ladder = traffic.walk().ladder();

        assertThat(ladder.packets()).isEqualTo(405);
        assertThat(ladder.rows()).hasSizeLessThanOrEqualTo(120);
        assertThat(packets(ladder))
                .extracting(Ladder.Packet::label)
                .startsWith("SYN", "SYN/ACK", "ACK")
                .endsWith("RST");
        assertThat(packets(ladder)).extracting(Ladder.Packet::ending).contains(Ladder.Ending.LOST);
        int left = ladder.rows().stream()
                .mapToInt(row -> row instanceof Ladder.Gap gap ? gap.leftOut() : 1)
                .sum();
        assertThat(left).isEqualTo(405);
    }

    @Test
    void howeverMuchIsLostTheLadderStaysShort() {
        Traffic traffic = traffic();
        traffic.handshake();
        for (int i = 0; i < 300; i++) {
            Traffic.Sent data = traffic.data(Direction.FORWARD, 300);
            if (i % 7 == 3) {
                data.upTo("fw:in");
                traffic.later(300).again(data).everywhere();
            } else {
                data.everywhere();
            }
        }
        assertThat(traffic.walk().ladder().rows()).hasSizeBetween(60, 120);
    }

    @Test
    void anErrorGoesBackAgainstThePacketThatItIsAbout() {
        Traffic traffic = traffic();
        traffic.syn().upTo("fw:in");
        traffic.error(1, 3, 13).only("fw:in", "client:eth0");
        Ladder.Packet error = packets(traffic.walk().ladder()).getLast();

        assertThat(error.label()).isEqualTo("ICMP prohibited, from 10.1.0.1");
        assertThat(error.direction()).contains(Direction.RETURN);
        assertThat(error.sightings()).extracting(Ladder.Sighting::column).containsExactly(1, 0);
    }

    private static List<Ladder.Packet> packets(Ladder ladder) {
        return ladder.rows().stream()
                .filter(Ladder.Packet.class::isInstance)
                .map(Ladder.Packet.class::cast)
                .toList();
    }

    private static List<Ladder.Packet> openings(Ladder ladder) {
        return packets(ladder).stream()
                .filter(packet -> packet.kind() == Ladder.Kind.OPENING)
                .toList();
    }
}
