package dev.wirewalk.flow;

import static dev.wirewalk.flow.Talk.ACK;
import static dev.wirewalk.flow.Talk.FIN;
import static dev.wirewalk.flow.Talk.RST;
import static dev.wirewalk.flow.Talk.SYN;
import static dev.wirewalk.flow.sequence.SequenceFlag.DUPLICATE_ACK;
import static dev.wirewalk.flow.sequence.SequenceFlag.RETRANSMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.Tunnel;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Copies, states and beginnings of conversations, tunnels, and streams that tshark counts. */
class FrameAnalysisTest {
    private final Talk talk = new Talk();
    private final FrameAnalysis analysis = talk.analysis;

    @Test
    void aCopyKeepsItsFlagsAndFoolsNobody() {
        talk.open().client(ACK, 1, 1, 100);
        assertThat(talk.after(40).sameIdentification().timeToLive(63).client(ACK, 1, 1, 100))
                .containsExactly(RETRANSMISSION);
        assertThat(analysis.duplicateOf()).isEqualTo(4);
        assertThat(analysis.flagsWithoutCopies()).isZero();

        talk.timeToLive(64).server(ACK, 1, 101, 0);
        assertThat(talk.after(40).sameIdentification().timeToLive(63).server(ACK, 1, 101, 0))
                .containsExactly(DUPLICATE_ACK);
        talk.timeToLive(64).after(1_000).client(ACK, 101, 1, 100);
        assertThat(analysis.copies(0)).isEqualTo(2);
        assertThat(analysis.sequenceCount(0, true, RETRANSMISSION)).isZero();
        assertThat(analysis.sequenceCount(0, false, DUPLICATE_ACK)).isZero();
        assertThat(talk.after(300_000).client(ACK, 101, 1, 100)).containsExactly(RETRANSMISSION);
        assertThat(analysis.flagsWithoutCopies()).isEqualTo(RETRANSMISSION.bit());
        assertThat(analysis.sequenceCount(0, true, RETRANSMISSION)).isEqualTo(1);
    }

    @Test
    void aRepetitionIsNoCopy() {
        talk.open().client(ACK, 1, 1, 100);
        talk.after(500).client(ACK, 1, 1, 100);
        assertThat(analysis.duplicateOf()).as("another identification").isZero();
        talk.after(60_000).sameIdentification().onInterface(1).client(ACK, 1, 1, 100);
        assertThat(analysis.duplicateOf()).as("too late for a mirror").isZero();
        talk.after(2_000).sameIdentification().client(ACK, 1, 1, 100);
        assertThat(analysis.duplicateOf()).as("too late at the same place").isZero();
        talk.after(10).sameIdentification().timeToLive(60).client(ACK, 1, 1, 100);
        assertThat(analysis.duplicateOf())
                .as("four routers further, as in a loop")
                .isZero();
    }

    @Test
    void withoutIdentificationAcknowledgementsAtOnePlaceAreRepetitions() {
        talk.open().client(ACK, 1, 1, 100);
        talk.identification(0).server(ACK, 1, 101, 0);
        assertThat(talk.after(20).identification(0).server(ACK, 1, 101, 0)).containsExactly(DUPLICATE_ACK);
        assertThat(analysis.duplicateOf()).isZero();
        talk.after(20).identification(0).onInterface(2).server(ACK, 1, 101, 0);
        assertThat(analysis.duplicateOf()).isEqualTo(6);
    }

    @Test
    void aRouterSeenFromBothSidesIsHealthy() throws UnreadableCapture {
        FrameAnalysis router = new FrameAnalysis();
        int[] seen = new int[3];
        try (CaptureFile file = CaptureFile.open(SharedFolder.path("pcaps", "lab_A_router-any.pcap"))) {
            file.read(frame -> {
                router.add(frame);
                seen[0] += RETRANSMISSION.in(router.flags()) ? 1 : 0;
                seen[1] += router.flagsWithoutCopies() != 0 ? 1 : 0;
                seen[2] += router.duplicateOf() != 0 ? 1 : 0;
            });
        }
        assertThat(seen).containsExactly(7, 0, 25);
    }

    @Test
    void statesAreThoseOfZeek() {
        assertState(ConversationState.S0, t -> t.client(SYN, 0, 0, 0));
        assertState(ConversationState.REJ, t -> {
            t.client(SYN, 0, 0, 0);
            t.server(RST | ACK, 0, 1, 0);
        });
        assertState(ConversationState.RSTOS0, t -> {
            t.client(SYN, 0, 0, 0);
            t.client(RST, 1, 0, 0);
        });
        assertState(ConversationState.SH, t -> {
            t.client(SYN, 0, 0, 0);
            t.client(FIN, 1, 0, 0);
        });
        assertState(ConversationState.RSTRH, t -> {
            t.server(SYN | ACK, 0, 1, 0);
            t.server(RST, 1, 0, 0);
        });
        assertState(ConversationState.SHR, t -> {
            t.server(SYN | ACK, 0, 1, 0);
            t.server(FIN | ACK, 1, 1, 0);
        });
        assertState(ConversationState.S1, Talk::open);
        assertState(ConversationState.S2, t -> t.open().client(FIN | ACK, 1, 1, 0));
        assertState(ConversationState.S3, t -> t.open().server(FIN | ACK, 1, 1, 0));
        assertState(ConversationState.RSTO, t -> t.open().client(RST, 1, 0, 0));
        assertState(ConversationState.RSTR, t -> t.open().server(RST, 1, 0, 0));
        assertState(ConversationState.OTH, t -> t.client(ACK, 500, 700, 10));
    }

    @Test
    void whatComesBehindBothFinsAbortsNothing() {
        assertState(ConversationState.SF, t -> {
            t.open().client(FIN | ACK, 1, 1, 0);
            t.server(FIN | ACK, 1, 2, 0);
            t.client(RST, 2, 0, 0);
        });
        assertState(ConversationState.RSTO, t -> {
            t.open().client(FIN | ACK, 1, 1, 0);
            t.client(RST, 2, 0, 0);
        });
    }

    private static void assertState(ConversationState state, Consumer<Talk> script) {
        Talk talk = new Talk();
        script.accept(talk);
        assertThat(talk.analysis.state(0)).isEqualTo(state);
    }

    @Test
    void theBeginningIsTimed() {
        talk.client(SYN, 0, 0, 0);
        talk.after(1_000_000).client(SYN, 0, 0, 0);
        talk.after(30).server(SYN | ACK, 0, 1, 0);
        talk.after(20).client(ACK, 1, 1, 0);
        talk.after(5).client(ACK, 1, 1, 10);
        talk.after(700).server(ACK, 1, 11, 10);
        Handshake begun = analysis.handshake(0);
        assertThat(begun.serverRoundTrip()).isEqualTo(OptionalLong.of(30_000));
        assertThat(begun.clientRoundTrip()).isEqualTo(OptionalLong.of(20_000));
        assertThat(begun.roundTrip()).isEqualTo(OptionalLong.of(50_000));
        assertThat(begun.firstAnswer()).isEqualTo(OptionalLong.of(700_000));
        assertThat(begun.lastSyn().getAsLong() - begun.firstSyn().getAsLong()).isEqualTo(1_000_000_000L);
    }

    @Test
    void everyLayerOfATunnelIsAConversation() {
        byte[] inner = talk.clientPacket(SYN, 0, 0, 0);
        byte[] outer = talk.ip(
                47, 0xC0000201L, 0xC0000202L, Bytes.of("00000800").bytes(inner).toArray());
        talk.add(outer);
        assertThat(analysis.conversation()).isEqualTo(1);
        assertThat(analysis.stream()).isZero();
        assertThat(analysis.conversations().get(0).protocol()).isEqualTo(47);
        assertThat(analysis.conversations().get(0).carriedBy()).isEqualTo(Tunnel.NONE);
        assertThat(analysis.conversations().get(1).carriedBy()).isEqualTo(Tunnel.GRE);
        talk.after(1_000_000);
        assertThat(talk.add(outer)).containsExactly(RETRANSMISSION);
    }

    /** The last fragment to come carries the segment; here that is the first one of the packet. */
    @Test
    void fragmentsArePutTogether() {
        talk.client(SYN, 0, 0, 0);
        byte[] repeated = talk.clientPacket(SYN, 0, 0, 0);
        assertThat(talk.after(1_000_000).add(fragment(repeated, 28, 40, 0x0001)))
                .isEmpty();
        assertThat(analysis.stream()).isEqualTo(-1);
        assertThat(talk.add(fragment(repeated, 20, 28, 0x2000))).containsExactly(RETRANSMISSION);
        assertThat(analysis.stream()).isZero();
    }

    /** The bytes from one place to another of an IPv4 packet behind its header, with these flags and offset. */
    private static byte[] fragment(byte[] packet, int from, int to, int flagsAndOffset) {
        return new Bytes()
                .bytes(Arrays.copyOf(packet, 2))
                .u16(20 + to - from)
                .bytes(Arrays.copyOfRange(packet, 4, 6))
                .u16(flagsAndOffset)
                .bytes(Arrays.copyOfRange(packet, 8, 20))
                .bytes(Arrays.copyOfRange(packet, from, to))
                .toArray();
    }

    @Test
    void aPacketQuotedInAnErrorBeginsItsStream() {
        Talk other = new Talk(50000);
        byte[] quoted = other.clientPacket(SYN, 0, 0, 0);
        talk.add(talk.ip(
                1,
                0x0A000009L,
                0x0A000001L,
                Bytes.of("0301000000000000").bytes(quoted).toArray()));
        assertThat(analysis.stream()).isEqualTo(-1);
        talk.client(SYN, 0, 0, 0);
        assertThat(analysis.stream()).isEqualTo(1);
        talk.add(quoted);
        assertThat(analysis.stream()).isZero();
    }
}
