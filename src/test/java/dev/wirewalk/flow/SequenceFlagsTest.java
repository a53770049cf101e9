package dev.wirewalk.flow;

import static dev.wirewalk.flow.Talk.ACK;
import static dev.wirewalk.flow.Talk.FIN;
import static dev.wirewalk.flow.Talk.RST;
import static dev.wirewalk.flow.Talk.SYN;
import static dev.wirewalk.flow.sequence.SequenceFlag.ACK_LOST_SEGMENT;
import static dev.wirewalk.flow.sequence.SequenceFlag.DUPLICATE_ACK;
import static dev.wirewalk.flow.sequence.SequenceFlag.FAST_RETRANSMISSION;
import static dev.wirewalk.flow.sequence.SequenceFlag.KEEP_ALIVE;
import static dev.wirewalk.flow.sequence.SequenceFlag.KEEP_ALIVE_ACK;
import static dev.wirewalk.flow.sequence.SequenceFlag.LOST_SEGMENT;
import static dev.wirewalk.flow.sequence.SequenceFlag.OUT_OF_ORDER;
import static dev.wirewalk.flow.sequence.SequenceFlag.RETRANSMISSION;
import static dev.wirewalk.flow.sequence.SequenceFlag.REUSED_PORTS;
import static dev.wirewalk.flow.sequence.SequenceFlag.SPURIOUS_RETRANSMISSION;
import static dev.wirewalk.flow.sequence.SequenceFlag.WINDOW_FULL;
import static dev.wirewalk.flow.sequence.SequenceFlag.WINDOW_UPDATE;
import static dev.wirewalk.flow.sequence.SequenceFlag.ZERO_WINDOW;
import static dev.wirewalk.flow.sequence.SequenceFlag.ZERO_WINDOW_PROBE;
import static dev.wirewalk.flow.sequence.SequenceFlag.ZERO_WINDOW_PROBE_ACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.Bytes;
import org.junit.jupiter.api.Test;

/** One small talk for each flag, next to the judgement of tshark on random ones in {@link SequenceJudgeTest}. */
class SequenceFlagsTest {
    private final Talk talk = new Talk();

    @Test
    void nothingIsSaidOfAConnectionThatRunsSmoothly() {
        assertThat(talk.client(SYN, 0, 0, 0)).isEmpty();
        assertThat(talk.server(SYN | ACK, 0, 1, 0)).isEmpty();
        assertThat(talk.client(ACK, 1, 1, 100)).isEmpty();
        assertThat(talk.server(ACK, 1, 101, 1000)).isEmpty();
        assertThat(talk.client(ACK, 101, 1001, 0)).isEmpty();
        assertThat(talk.client(FIN | ACK, 101, 1001, 0)).isEmpty();
        assertThat(talk.server(FIN | ACK, 1001, 102, 0)).isEmpty();
        assertThat(talk.client(ACK, 102, 1002, 0)).isEmpty();
        assertThat(talk.analysis.stream()).isZero();
    }

    @Test
    void aRepeatedSynAndRepeatedDataAreRetransmissions() {
        talk.client(SYN, 0, 0, 0);
        assertThat(talk.after(1_000_000).client(SYN, 0, 0, 0)).containsExactly(RETRANSMISSION);
        talk.server(SYN | ACK, 0, 1, 0);
        talk.client(ACK, 1, 1, 100);
        assertThat(talk.after(2_000_000).client(ACK, 1, 1, 100)).containsExactly(RETRANSMISSION);
    }

    @Test
    void whatWasAcknowledgedIsRepeatedForNothing() {
        talk.open().client(ACK, 1, 1, 100);
        talk.server(ACK, 1, 101, 0);
        assertThat(talk.after(300_000).client(ACK, 1, 1, 100)).containsExactly(RETRANSMISSION, SPURIOUS_RETRANSMISSION);
    }

    @Test
    void twoDuplicateAcknowledgementsAskForAFastRetransmission() {
        assertThat(repeatedAfterDuplicates(19_000)).containsExactly(RETRANSMISSION, FAST_RETRANSMISSION);
        assertThat(repeatedAfterDuplicates(21_000)).containsExactly(RETRANSMISSION);
    }

    private static Iterable<SequenceFlag> repeatedAfterDuplicates(long micros) {
        Talk talk = new Talk().open();
        talk.client(ACK, 1, 1, 100);
        talk.client(ACK, 101, 1, 100);
        talk.server(ACK, 1, 101, 0);
        assertThat(talk.client(ACK, 301, 1, 100)).containsExactly(LOST_SEGMENT);
        assertThat(talk.server(ACK, 1, 101, 0)).containsExactly(DUPLICATE_ACK);
        assertThat(talk.server(ACK, 1, 101, 0)).containsExactly(DUPLICATE_ACK);
        return talk.after(micros).client(ACK, 101, 1, 100);
    }

    @Test
    void aSegmentIsOutOfOrderWithinTheFirstRoundTrip() {
        talk.open().client(ACK, 101, 1, 100);
        assertThat(talk.after(9_000).client(ACK, 1, 1, 100)).containsExactly(OUT_OF_ORDER);

        Talk late = new Talk().open();
        late.client(ACK, 101, 1, 100);
        assertThat(late.after(11_000).client(ACK, 1, 1, 100)).containsExactly(RETRANSMISSION);
    }

    @Test
    void withoutHandshakeTheLimitIsThreeMilliseconds() {
        assertThat(filledAfter(2_900)).containsExactly(OUT_OF_ORDER);
        assertThat(filledAfter(3_100)).containsExactly(RETRANSMISSION);
    }

    private static Iterable<SequenceFlag> filledAfter(long micros) {
        Talk talk = new Talk();
        talk.client(ACK, 5001, 1, 100);
        talk.client(ACK, 5201, 1, 100);
        return talk.after(micros).client(ACK, 5101, 1, 100);
    }

    @Test
    void anAcknowledgementOfTheUnseenIsToldOnce() {
        talk.open().client(ACK, 1, 1, 100);
        assertThat(talk.server(ACK, 1, 501, 0)).containsExactly(ACK_LOST_SEGMENT);
        assertThat(talk.server(ACK, 1, 501, 10)).isEmpty();
    }

    @Test
    void aClosedWindowIsProbedAndOpenedAgain() {
        talk.open().server(ACK, 1, 1, 100);
        assertThat(talk.window(0).client(ACK, 1, 101, 0)).containsExactly(ZERO_WINDOW);
        assertThat(talk.window(512).after(200_000).server(ACK, 101, 1, 1)).containsExactly(ZERO_WINDOW_PROBE);
        assertThat(talk.window(0).client(ACK, 1, 101, 0)).containsExactly(ZERO_WINDOW, ZERO_WINDOW_PROBE_ACK);
        assertThat(talk.window(300).client(ACK, 1, 101, 0)).containsExactly(WINDOW_UPDATE);
    }

    @Test
    void aWindowIsFullByItsScale() {
        talk.options("01030302").client(SYN, 0, 0, 0);
        talk.server(SYN | ACK, 0, 1, 0);
        talk.options("").window(50).client(ACK, 1, 1, 0);
        assertThat(talk.server(ACK, 1, 1, 50)).isEmpty();
        assertThat(talk.server(ACK, 51, 1, 150)).containsExactly(WINDOW_FULL);

        Talk unknown = new Talk();
        unknown.window(50).client(ACK, 1, 1, 0);
        assertThat(unknown.server(ACK, 1, 1, 50)).isEmpty();
    }

    @Test
    void aKeepAliveStandsOneBeforeTheNextNumber() {
        talk.open().client(ACK, 1, 1, 100);
        talk.server(ACK, 1, 101, 0);
        assertThat(talk.after(10_000_000).client(ACK, 100, 1, 0)).containsExactly(KEEP_ALIVE);
        assertThat(talk.server(ACK, 1, 101, 0)).containsExactly(KEEP_ALIVE_ACK);
    }

    @Test
    void anotherSynBeginsAnotherStream() {
        talk.open().client(RST, 1, 0, 0);
        assertThat(talk.client(SYN, 7_000, 0, 0)).containsExactly(REUSED_PORTS);
        assertThat(talk.analysis.stream()).isEqualTo(1);
        assertThat(talk.analysis.conversation()).isEqualTo(1);
        assertThat(talk.server(SYN | ACK, 900, 7_001, 0)).isEmpty();
    }

    @Test
    void numbersMayWrap() {
        talk.client(SYN, 0xFFFF_FF00L, 0, 0);
        talk.server(SYN | ACK, 0, 0xFFFF_FF01L, 0);
        assertThat(talk.client(ACK, 0xFFFF_FF01L, 1, 500)).isEmpty();
        assertThat(talk.client(ACK, 245, 1, 100)).isEmpty();
        assertThat(talk.server(ACK, 1, 345, 0)).isEmpty();
        assertThat(talk.client(ACK, 445, 1, 100)).containsExactly(LOST_SEGMENT);
    }

    @Test
    void aSegmentOfUnknownLengthIsLeftOut() {
        talk.open();
        byte[] packet = talk.clientPacket(ACK, 5_000, 1, 100);
        byte[] mask = told(packet.length);
        mask[2] = 0;
        mask[3] = 0;
        assertThat(talk.addPartlyTold(packet, mask)).isEmpty();
        assertThat(talk.client(ACK, 1, 1, 100)).isEmpty();
    }

    /** tcpdump prints no sequence number of a segment without data. */
    @Test
    void anAcknowledgementWithoutNumberStandsAtTheNextOne() {
        talk.open().server(ACK, 1, 1, 100);
        talk.client(ACK, 1, 101, 0);
        byte[] packet = talk.clientPacket(ACK, 0xDEAD_BEEFL, 101, 0);
        byte[] mask = told(packet.length);
        for (int i = 24; i < 28; i++) {
            mask[i] = 0;
        }
        assertThat(talk.addPartlyTold(packet, mask)).containsExactly(DUPLICATE_ACK);
    }

    private static byte[] told(int length) {
        return Bytes.of("ff".repeat(length)).toArray();
    }
}
