package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.PathFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkReportTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final Instant WRITTEN = Instant.parse("2026-11-21T03:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"T1-link_lost-01", "T3-ok-snat-01"})
    void areAsStored(String name) {
        WalkReport report = report(CASES.resolve(name), ReportSettings.plain("Web shop", WRITTEN));
        GoldenFiles.assertMatches("reports/" + name + ".md", report.markdown());
        GoldenFiles.assertMatches("reports/" + name + ".html", report.html());
    }

    @Test
    void theHtmlNeedsNothingElseAndRunsNothing() {
        String html = report(CASES.resolve("T1-link_lost-01"), ReportSettings.plain("Web shop", WRITTEN))
                .html();

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "never arrives at server:eno1", "default-src &#39;none&#39;")
                .doesNotContain("<script", "<link", "<img", "@import", "url(");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
    }

    @Test
    void filesAreNamedWithTheirHashesAndWhatWasNotRead() throws IOException {
        copy("T1-link_lost-01");
        byte[] whole = Files.readAllBytes(folder.resolve("client_eth0.pcap"));
        Files.write(folder.resolve("client_eth0.pcap"), Arrays.copyOf(whole, whole.length - 7));
        String text = report(folder, ReportSettings.plain("x", WRITTEN)).markdown();

        assertThat(text).contains(FileFacts.hash(folder.resolve("client_eth0.pcap")));
        assertThat(text).contains((whole.length - 7) + " bytes, SHA-256");
        assertThat(text).containsPattern("- At byte \\d+: ");
    }

    @Test
    void aFileThatIsGoneIsSaidToBeGone() throws IOException {
        copy("T1-link_lost-01");
        dev.wirewalk.topology.Path path = PathFile.read(folder.resolve("path.yaml"));
        WalkResult result = new PathWalk((point, filter) -> List.of()).walk(path, WalkProgress.SILENT);
        Files.delete(folder.resolve("fw_igb0.pcap"));

        assertThat(new WalkReport(path, result, ReportSettings.plain("x", WRITTEN)).markdown())
                .contains("It can no longer be read");
    }

    @Test
    void namesCannotBecomeMarkup() throws IOException {
        copy("T1-link_lost-01");
        String yaml = Files.readString(folder.resolve("path.yaml"))
                .replace("client:eth0", "<script>alert(1)</script> [x](http://evil) | `a` ");
        Files.writeString(folder.resolve("path.yaml"), yaml);
        WalkReport report = report(folder, ReportSettings.plain("<b>&", WRITTEN));

        assertThat(report.html()).doesNotContain("<script", "<b>").contains("&lt;script&gt;");
        assertThat(report.markdown())
                .doesNotContainPattern("[^\\\\](<script|\\[x|`a)")
                .contains("\\<script\\>", "\\[x\\](", "\\|");
    }

    @Test
    void figuresAreAsFineAsTheClocksAllow() {
        assertThat(SegmentTables.time(1_234_567, 1)).isEqualTo("1.235 s");
        assertThat(SegmentTables.time(12_345, 1)).isEqualTo("12.345 ms");
        assertThat(SegmentTables.time(12_345, 100)).isEqualTo("12.3 ms");
        assertThat(SegmentTables.time(12_345, 4_000)).isEqualTo("12 ms");
        assertThat(SegmentTables.time(345, 1)).isEqualTo("345 µs");
        assertThat(SegmentTables.time(345, 100)).isEqualTo("300 µs");
        assertThat(SegmentTables.time(1_234_567, 50_000)).isEqualTo("1.23 s");
    }

    private static WalkReport report(Path folder, ReportSettings settings) {
        dev.wirewalk.topology.Path path = PathFile.read(folder.resolve("path.yaml"));
        WalkResult result = new PathWalk((point, filter) -> List.of()).walk(path, WalkProgress.SILENT);
        return new WalkReport(path, result, settings);
    }

    private void copy(String name) throws IOException {
        try (var files = Files.list(CASES.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        }
    }
}
