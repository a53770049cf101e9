package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tool that prints what a device decided, beside captures of packets. */
class PrintedDropsTest {
    @TempDir
    Path folder;

    private Traffic traffic;

    @BeforeEach
    void aBoxThatIsTracedInWords() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    static Stream<PrintedDrops> tools() {
        return PrintedDrops.all();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void theWordsAloneTellPlaceAndReason(PrintedDrops printed) {
        traffic.withoutFile("fw:in", "fw:out", "server:eth0").syn().only("client:eth0");

        WalkResult result = told(printed);

        assertThat(CaseVerdict.of(result.verdict()))
                .as(result.toString())
                .isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
        assertThat(result.verdict().summary()).contains(printed.reason(), "fw.txt line");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void besideCapturesTheyGiveTheReason(PrintedDrops printed) {
        traffic.syn().upTo("fw:in");

        WalkResult result = told(printed);

        assertThat(CaseVerdict.of(result.verdict()))
                .as(result.toString())
                .isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
        assertThat(result.verdict().summary()).contains(printed.reason());
        assertThat(result.captureIssues()).noneMatch(issue -> issue.kind() == CaptureIssue.Kind.TEXT_CONTRADICTED);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void anotherFlowIsNotMeant(PrintedDrops printed) {
        traffic.withoutFile("fw:in", "fw:out", "server:eth0").syn().only("client:eth0");

        WalkResult result = told(printed.ofAnotherFlow());

        assertThat(result.verdict().outcome()).as(result.toString()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.verdict().summary()).doesNotContain(printed.reason());
        assertThat(result.questions()).noneMatch(question -> question.answer() == Answer.NO);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whatPassedAfterwardsWasNotStoppedByIt(PrintedDrops printed) {
        traffic.syn().upTo("fw:in");
        traffic.later(1_000).handshake();
        traffic.say(Direction.FORWARD, "GET / HTTP/1.1\r\n\r\n").everywhere();
        traffic.say(Direction.RETURN, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                .everywhere();

        WalkResult result = told(printed);

        assertThat(result.verdict().outcome()).as(result.toString()).isNotEqualTo(Outcome.FAILS);
        assertThat(result.verdict().summary()).doesNotContain(printed.reason());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void packetsOutweighWords(PrintedDrops printed) {
        traffic.syn().everywhere();

        WalkResult result = told(printed);

        assertThat(result.verdict().device()).as(result.toString()).isNotEqualTo(Optional.of("fw"));
        assertThat(result.verdict().summary()).doesNotContain(printed.reason());
        assertThat(result.captureIssues())
                .filteredOn(issue -> issue.kind() == CaptureIssue.Kind.TEXT_CONTRADICTED)
                .singleElement()
                .satisfies(issue -> assertThat(issue.text()).contains(printed.reason(), "not believed"));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aDeviceThatNothingElseWasCapturedBesideIsNoServer(PrintedDrops printed) throws IOException {
        Files.writeString(folder.resolve("fw.txt"), printed.text());
        Path path = Files.writeString(folder.resolve("alone.yaml"), """
            flow: {protocol: tcp, client: 10.1.0.10, server: 10.9.0.20, port: 80}
            points:
              - {name: "fw", device: fw, interface: eth0, files: [fw.txt]}
            """);

        assertThat(CaseVerdict.of(CaseVerdict.walk(path).verdict()))
                .isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
    }

    @Test
    void aLogWithoutVerdictsTellsTheLastRule() {
        traffic.question(1, "10.1.0.10").upTo("client:eth0");
        traffic.syn().upTo("fw:in");

        WalkResult result = told(new PrintedDrops("log", """
            Sep 21 14:13:20 fw kernel: [  100.1] TRACE: filter:FORWARD:rule:3 IN=lan0 OUT=wan0 SRC=10.1.0.10 DST=10.9.0.20 LEN=40 \
            TOS=0x00 PREC=0x00 TTL=63 ID=101 PROTO=TCP SPT=40001 DPT=80 SEQ=1000 ACK=0 WINDOW=64000 RES=0x00 SYN URGP=0
            """, "filter:FORWARD:rule:3"));

        assertThat(result.verdict().summary()).as(result.toString()).contains("last seen at filter:FORWARD:rule:3");
    }

    @ParameterizedTest
    @CsvSource({
        "21Sep2026 14:13:20.001200, true",
        "21Sep2026 16:13:25.001200, true",
        "21Sep2026 14:27:20.001200, false",
        "19Sep2026 14:13:20.001200, false"
    })
    void aDropAtAnotherTimeIsOfAnotherAttempt(String time, boolean meant) {
        traffic.syn().upTo("fw:in");
        PrintedDrops timed = tools().filter(tool -> tool.tool().endsWith("with times"))
                .findFirst()
                .orElseThrow();

        WalkResult result = told(timed.at(time));

        assertThat(result.verdict().summary().contains(timed.reason()))
                .as(result.toString())
                .isEqualTo(meant);
        assertThat(result.captureIssues().stream()
                        .anyMatch(issue -> issue.text().contains("its time is")))
                .isEqualTo(!meant);
    }

    private WalkResult told(PrintedDrops printed) {
        traffic.walk();
        Path file = folder.resolve("path.yaml");
        try {
            Files.writeString(folder.resolve("fw.txt"), printed.text());
            String path = Files.readString(file);
            int point = path.indexOf("interface: \"in\", files: [") + "interface: \"in\", files: [".length();
            String rest = path.substring(point);
            Files.writeString(file, path.substring(0, point) + "fw.txt" + (rest.startsWith("]") ? "" : ", ") + rest);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return CaseVerdict.walk(file);
    }
}
