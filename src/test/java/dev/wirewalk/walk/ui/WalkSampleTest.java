package dev.wirewalk.walk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.store.SampleCase;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkSampleTest {
    @TempDir
    java.nio.file.Path folder;

    /** What each title and story promises. */
    @ParameterizedTest
    @CsvSource({
        "works, works, '', ''",
        "lost, fails, link_loss, fw-out..server",
        "capture-missing, undecided, *, *",
        "dropped, fails, silent_drop, fw",
        "answer-dropped, fails, silent_drop, fw",
        "refused, fails, reject_rst, fw",
        "no-arp-answer, fails, arp_unanswered, client..fw-in",
        "translated, works, '', ''",
        "random-loss, degraded, random_loss, fw-out..server",
        "mtu, fails, mtu_blackhole, client..fw-in",
        "slow-server, degraded, server_slow, server",
        "http-error, fails, http_5xx, server",
        "dns-error, fails, dns_nxdomain, server",
        "three-boxes, fails, silent_drop, fw2"
    })
    void aSampleIsWhatItsTitleSays(String id, String outcome, String cause, String place) throws IOException {
        Verdict verdict = walk(WalkSample.of(id).orElseThrow());

        assertThat(verdict.outcome().word()).isEqualTo(outcome);
        if (!cause.equals("*")) {
            assertThat(verdict.cause().map(known -> known.word()).orElse("")).isEqualTo(cause);
            assertThat(verdict.segment()
                            .map(segment -> segment.from() + ".." + segment.to())
                            .or(verdict::device)
                            .orElse(""))
                    .isEqualTo(place);
        }
    }

    @Test
    void everySampleHasATitleOfItsOwnAndAStory() {
        assertThat(WalkSample.ALL).extracting(WalkSample::id).doesNotHaveDuplicates();
        assertThat(WalkSample.ALL).extracting(WalkSample::title).doesNotHaveDuplicates();
        assertThat(WalkSample.ALL).extracting(WalkSample::story).allMatch(story -> story.endsWith("."));
        assertThat(WalkSample.of("no such")).isEmpty();
    }

    /** Walks it as the command line would: its path file and its captures side by side. */
    private Verdict walk(WalkSample sample) throws IOException {
        SampleCase opened = sample.open();
        for (SampleCase.Capture capture : opened.captures()) {
            Files.write(folder.resolve(capture.name()), capture.bytes());
        }
        String text;
        try (var stream = WalkSample.class.getResourceAsStream("samples/" + sample.id() + "/path.yaml")) {
            assertThat(stream).isNotNull();
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path path = PathFile.parse(sample.id(), text, folder);
        return new PathWalk((point, filter) -> List.of())
                .walk(path, WalkProgress.SILENT)
                .verdict();
    }
}
