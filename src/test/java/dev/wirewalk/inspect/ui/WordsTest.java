package dev.wirewalk.inspect.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.flow.ConversationState;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.inspection.PacketWords;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.shell.ui.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void countsAndTheirNouns() {
        assertThat(Numbers.count(1, "packet")).isEqualTo("1 packet");
        assertThat(Numbers.count(1_234_567, "packet")).isEqualTo("1,234,567 packets");
    }

    @Test
    void aLengthOfTimeInTheUnitThatShowsIt() {
        assertThat(Words.duration(830_000)).isEqualTo("830 µs");
        assertThat(Words.duration(12_440_000)).isEqualTo("12.4 ms");
        assertThat(Words.duration(250_000_000)).isEqualTo("250 ms");
        assertThat(Words.duration(3_020_000_000L)).isEqualTo("3.02 s");
        assertThat(Words.duration(725_000_000_000L)).isEqualTo("12 min 5 s");
        assertThat(Words.duration(9_000_000_000_000L)).isEqualTo("2 h 30 min");
    }

    @Test
    void ratesAndShares() {
        assertThat(Words.rate(620)).isEqualTo("620 bit/s");
        assertThat(Words.rate(3_700)).isEqualTo("3.7 kbit/s");
        assertThat(Words.rate(12_400_000)).isEqualTo("12 Mbit/s");
        assertThat(Words.percent(0.171)).isEqualTo("17.1 %");
        assertThat(Words.percent(0.00012)).isEqualTo("0.012 %");
    }

    @Test
    void momentsNameTheDayOnceAndNoZerosBehind() {
        assertThat(Words.between("2010-03-18T11:32:21.445645000Z", "2010-03-18T11:32:29.000000000Z"))
                .isEqualTo("2010-03-18 11:32:21.445645 to 11:32:29 UTC");
        assertThat(Words.between("2010-03-18T23:59:59.500000000Z", "2010-03-19T00:00:00.000000100Z"))
                .isEqualTo("2010-03-18 23:59:59.5 to 2010-03-19 00:00:00.0000001 UTC");
        assertThat(Words.since(OptionalLong.empty(), OptionalLong.of(1))).isEqualTo("–");
        assertThat(Words.since(OptionalLong.of(3_120_345_000L), OptionalLong.of(0)))
                .isEqualTo("+3.120345");
    }

    @Test
    void bytesOfTheNetworkAreTextWhereTheyAreAndMoveNothing() {
        assertThat(PlainText.of("grüße\r\n\tok\u202e\u0000".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("grüße\n\tok..");
        assertThat(PlainText.of(new byte[] {'a', (byte) 0xff, (byte) 0xc3, 'b'}))
                .isEqualTo("a..b");
    }

    @Test
    void statesInWordsThatFitTheProtocol() {
        assertThat(Words.meaning(ConversationState.SF, PacketView.TCP)).isEqualTo("set up and closed by both sides");
        assertThat(Words.meaning(ConversationState.SF, PacketView.UDP)).isEqualTo("both sides sent");
    }

    @Test
    void analysisInWords() {
        assertThat(PacketWords.analysis(SequenceFlag.RETRANSMISSION.bit())).isEqualTo("retransmission");
        assertThat(PacketWords.analysis(0)).isEmpty();
    }
}
