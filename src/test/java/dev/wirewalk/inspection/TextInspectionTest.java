package dev.wirewalk.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a text leaves out is said to be left out, in whichever rule meets it. */
class TextInspectionTest {
    @TempDir
    Path folder;

    private InspectionResult inspect(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("x.txt"), text);
        try (CaptureFile capture = CaptureFile.open(file);
                Inspection inspection = Inspector.silent().inspect(capture, "x.txt")) {
            return inspection.result();
        }
    }

    @Test
    void anAnnouncementWithoutItsHardwareAddress() throws Exception {
        InspectionResult result = inspect("10:00:00.000001 ARP, Request who-has 10.0.0.5 tell 10.0.0.5, length 46\n");
        assertThat(result.findings())
                .filteredOn(finding -> finding.id().equals("gratuitous-arp"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.summary()).contains("10.0.0.5", "an address that is not shown"));
    }

    @Test
    void aCommandThatPrintedNothingIsAnEmptyCapture() throws Exception {
        InspectionResult nothing = inspect("");
        assertThat(nothing.format()).isEqualTo("empty-text");
        assertThat(nothing.packets()).isZero();
        assertThat(inspect(
                                "root@h:~# tcpdump -nn -r x.pcap port 80\nreading from file x.pcap, link-type EN10MB (Ethernet)\n")
                        .packets())
                .isZero();
    }

    @Test
    void aTextOfSomethingElseIsNoEmptyCapture() {
        assertThatThrownBy(() -> inspect("it is slow since noon\n")).isInstanceOf(UnreadableCapture.class);
    }
}
