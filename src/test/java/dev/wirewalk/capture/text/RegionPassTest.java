package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.TextReading;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two made-up tools: one prints {@code A n} with indented lines behind, the other {@code B n} with verdicts behind. */
class RegionPassTest {
    private static final CaptureFormat ONE = CaptureFormat.ofText("one-text");
    private static final CaptureFormat OTHER = CaptureFormat.ofText("other-text");

    private record Letter(char letter, int sure, CaptureFormat format) implements TextFormat {
        @Override
        public String lineName() {
            return "a line of " + letter;
        }

        @Override
        public int recognise(String line) {
            return line.startsWith(letter + " ") ? sure : 0;
        }

        @Override
        public TextParser parser(TextOutput output) {
            return new LetterParser(this, output);
        }
    }

    private static final class LetterParser implements TextParser {
        private final Letter format;
        private final TextOutput output;
        private long frame;

        LetterParser(Letter format, TextOutput output) {
            this.format = format;
            this.output = output;
        }

        @Override
        public LineKind line(TextLine line) {
            if (format.recognise(line.text()) > 0) {
                IpAddress name = output.standIn(line.text());
                frame = output.packet(new PacketSketch(line).addresses(name, name));
                return LineKind.PACKET;
            }
            if (line.text().startsWith("drop")) {
                output.event(line.number(), frame, TextEvent.Kind.DROP, line.text());
                return LineKind.EVENT;
            }
            return line.indented() ? LineKind.PACKET : LineKind.UNKNOWN;
        }

        @Override
        public void end() {}
    }

    private static final List<TextFormat> TOOLS =
            List.of(new Letter('A', TextFormat.LIKELY, ONE), new Letter('B', TextFormat.SURE, OTHER));

    private static RegionPass read(String text) {
        RegionPass pass = new RegionPass(TOOLS, new TextStore(Arena.ofAuto()));
        pass.run(new TextLines(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8))));
        return pass;
    }

    @Test
    void everyLineIsCountedOnce() {
        TextReading reading =
                read("fw# a\nA 1\n  more\ndrop it\n\nwhat is this\nA 1\n").reading();
        assertThat(reading.lines()).isEqualTo(7);
        assertThat(reading.packetLines()).isEqualTo(3);
        assertThat(reading.eventLines()).isEqualTo(1);
        assertThat(reading.noiseLines()).isEqualTo(2);
        assertThat(reading.notUnderstood()).isEqualTo(1);
        assertThat(reading.notUnderstoodLines()).containsExactly(6L);
        assertThat(reading.standIns()).containsExactly(java.util.Map.entry("0.0.0.1", "A 1"));
    }

    @Test
    void aTypicalLineOfAnotherToolEndsTheRegion() {
        RegionPass pass = read("A 1\n  B no\nB 2\ndrop it\nA 3\n");
        assertThat(pass.reading().regions())
                .containsExactly(
                        new TextReading.Region(ONE, "line 1 reads as a line of A", 1, 2, 1, 0),
                        new TextReading.Region(OTHER, "line 3 reads as a line of B", 3, 4, 1, 1),
                        new TextReading.Region(ONE, "line 5 reads as a line of A", 5, 5, 1, 0));
        assertThat(pass.events).containsExactly(new TextEvent(4, 2, TextEvent.Kind.DROP, "drop it"));
    }

    @Test
    void promptsAreNoiseAndPacketsAreNot() {
        for (String prompt : List.of(
                "fw1# show capture A",
                "FGT (root) # diag debug",
                "[Expert@gw:0]# fw monitor",
                "user@srx> monitor",
                "C:\\Users\\x>pktmon start",
                "root@h:~$ tcpdump",
                "asa/pri/act(config)#",
                "-----",
                "++snipped++")) {
            assertThat(Noise.is(prompt)).as(prompt).isTrue();
        }
        for (String line : List.of(
                "10.0.0.1.5 > 10.0.0.2.80: udp 3", "10.0.0.1:5->10.0.0.2:80", "something > else", "Denied by #3")) {
            assertThat(Noise.is(line)).as(line).isFalse();
        }
    }
}
