package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.TextReading;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The output of several firewalls in one text, whole and damaged. */
class FirewallTextsTest {
    private static final int DAMAGED_TEXTS = 4000;
    private static final String TYPICAL = "0123456789 :;.,()[]<>-#\n\tAaSf\u0000";

    private static String paste() {
        try (InputStream stream = FirewallTextsTest.class.getResourceAsStream("/text/firewalls-in-one-paste.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void eachToolHasItsRegion() {
        ReadText text = ReadText.of(paste()).whole();
        assertThat(text.reading().regions())
                .extracting(region -> region.format().label() + " " + region.packets())
                .containsExactly("fw-monitor-text 5", "fw-ctl-text 2", "cisco-asa-text 4");
        assertThat(text.reading().regions())
                .extracting(TextReading.Region::firstLine)
                .containsExactly(1L, 20L, 28L);
        assertThat(text.frames())
                .contains(
                        "eth0:e 2001:db8::1:40002 > 2001:db8::2:123 proto=17 data=24",
                        "-:drop 2001:db8::5:40001 > 2001:db8::6:443 tcp",
                        "inside 09:00:01.000002 vlan=5 10.1.1.5 > 203.0.113.9 frag 1480+ id=218 ttl=63 data=1480",
                        "-:drop 09:00:01.000301 192.0.2.10:40001 > 203.0.113.9:443 R seq=5001 win=0 data=0");
        assertThat(text.events())
                .contains(
                        "23/6 note sim_pkt_send_drop_notification: (0,1) received drop, reason: general reason, "
                                + "conn: <198.51.100.7,40001,10.9.8.7,443,6>",
                        "43/10 drop trace: phase 1 ACCESS-LIST log: DROP; access-group outside_in in interface outside",
                        "69/0 policy simulation: output-interface: dmz; Action: allow");
    }

    @Test
    void carriageReturnsChangeNothing() {
        ReadText windows = ReadText.of(paste().replace("\n", "\r\n")).whole();
        assertThat(windows.frames()).isEqualTo(ReadText.of(paste()).frames());
    }

    /** Whatever stands in a text, reading it ends, soon, and every line is accounted for. */
    @Test
    @Timeout(60)
    void damagedTextsAreReadToTheirEnd() {
        Random random = new Random(20261121);
        byte[] whole = paste().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < DAMAGED_TEXTS; i++) {
            byte[] damaged = damaged(whole, random);
            RegionPass pass = read(damaged);
            TextReading reading = pass.reading();
            assertThat(reading.packetLines() + reading.eventLines() + reading.noiseLines() + reading.notUnderstood())
                    .as("lines of text %d", i)
                    .isEqualTo(reading.lines());
        }
    }

    @Test
    void longTextsTakeTimeInProportion() {
        String block = paste();
        long once = timed(block.repeat(20));
        long tenTimes = timed(block.repeat(200));
        assertThat(Duration.ofNanos(tenTimes)).isLessThan(Duration.ofNanos(once * 40 + 2_000_000_000L));
    }

    private static long timed(String text) {
        long begin = System.nanoTime();
        read(text.getBytes(StandardCharsets.UTF_8));
        return System.nanoTime() - begin;
    }

    private static RegionPass read(byte[] text) {
        try (Arena arena = Arena.ofConfined()) {
            RegionPass pass = new RegionPass(TextFormats.standard(), new TextStore(arena));
            pass.run(new TextLines(MemorySegment.ofArray(text)));
            return pass;
        }
    }

    /** Some bytes changed, a piece left out, a piece doubled, a line joined with the next, or the end cut off. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int from = random.nextInt(bytes.length);
        int size = Math.min(bytes.length - from, 1 + random.nextInt(200));
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int i = random.nextInt(60); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) TYPICAL.charAt(random.nextInt(TYPICAL.length()));
                }
            }
            case 1 -> bytes = join(bytes, from, from + size);
            case 2 -> bytes = join(bytes, from + size, from);
            case 3 -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    int at = random.nextInt(bytes.length);
                    bytes[at] = bytes[at] == '\n' ? (byte) ' ' : bytes[at] == ' ' ? (byte) '\n' : bytes[at];
                }
            }
            default -> bytes = java.util.Arrays.copyOf(bytes, from);
        }
        return bytes;
    }

    /** All before {@code end}, then all from {@code next} on. */
    private static byte[] join(byte[] bytes, int end, int next) {
        byte[] joined = java.util.Arrays.copyOf(bytes, end + bytes.length - next);
        System.arraycopy(bytes, next, joined, end, bytes.length - next);
        return joined;
    }
}
