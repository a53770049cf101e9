package dev.wirewalk.inspection.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.finding.Script;
import dev.wirewalk.inspection.plot.RateBins.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateBinsTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.0.2:80";

    @TempDir
    Path folder;

    private RateBins bins(Script script) throws Exception {
        RateBins bins = new RateBins();
        Path file = Files.write(folder.resolve("x.pcap"), script.bytes());
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> bins.add(frame, frame.packet()));
        }
        return bins;
    }

    @Test
    void flagsAreCountedInTheirStretch() throws Exception {
        RateBins bins = bins(new Script()
                .at(1)
                .tcp(CLIENT, SERVER, Script.SYN, 1, 0, 0)
                .at(1.0005)
                .tcp(SERVER, CLIENT, Script.RST_ACK, 0, 2, 0)
                .at(1.0025)
                .tcp(CLIENT, SERVER, Script.SYN, 1, 0, 0));
        assertThat(bins.width()).isEqualTo(1_000_000);
        assertThat(bins.counts(Series.PACKETS)).containsExactly(2, 0, 1);
        assertThat(bins.counts(Series.SYN)).containsExactly(1, 0, 1);
        assertThat(bins.counts(Series.RST)).containsExactly(1, 0, 0);
        assertThat(bins.counts(Series.FIN)).containsExactly(0, 0, 0);
    }

    @Test
    void longCapturesHaveWiderStretchesAndLoseNothing() throws Exception {
        Script script = new Script();
        for (int second = 0; second < 5000; second++) {
            script.at(second).tcp(CLIENT, SERVER, Script.ACK, 1, 1, 10);
        }
        RateBins bins = bins(script);
        long[] packets = bins.counts(Series.PACKETS);
        assertThat(packets.length).isBetween(RateBins.BINS / 2, RateBins.BINS);
        assertThat(Arrays.stream(packets).sum()).isEqualTo(5000);
        assertThat(bins.width() * packets.length / 1e9).isBetween(4999.0, 5030.0);
        assertThat(packets[0] + packets[1]).isEqualTo(Math.ceilDiv(2 * bins.width(), 1_000_000_000L));
    }

    @Test
    void aPacketFromBeforeTheFirstOneIsCountedWithIt() throws Exception {
        RateBins bins = bins(new Script()
                .at(5)
                .tcp(CLIENT, SERVER, Script.SYN, 1, 0, 0)
                .at(1)
                .tcp(CLIENT, SERVER, Script.SYN, 1, 0, 0));
        assertThat(bins.counts(Series.PACKETS)).containsExactly(2);
    }

    @Test
    void nothingIsNothing() {
        assertThat(new RateBins().counts(Series.PACKETS)).isEmpty();
    }
}
