package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices say in words about packets of the flow. */
class ToldDropsTest {
    private static final String ARRIVES = """
        id=20085 trace_id=1 func=print_pkt_detail line=5824 msg="vd-root:0 received a packet(proto=6, \
        10.1.0.10:40001->10.9.0.20:80) from port1. flag [S], seq 1000, ack 0, win 64000"
        id=20085 trace_id=1 func=init_ip_session_common line=5995 msg="allocate a new session-0000003c"
        """;
    private static final String DENIED =
            "id=20085 trace_id=1 func=fw_forward_handler line=640 msg=\"Denied by forward policy check (policy 0)\"\n";
    private static final String ALLOWED =
            "id=20085 trace_id=1 func=fw_forward_handler line=800 msg=\"Allowed by Policy-12: SNAT\"\n";

    /** The identification of the first packet of made-up traffic. */
    private static final int FIRST_PACKET = 101;

    @TempDir
    Path folder;

    private Traffic traffic;

    @BeforeEach
    void aBoxThatIsTracedInWords() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void theDeviceNamesThePlaceAndTheReason() {
        traffic.withoutFile("fw:in", "fw:out", "server:eth0").syn().only("client:eth0");

        WalkResult result = told(ARRIVES + DENIED);

        assertThat(CaseVerdict.of(result.verdict())).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
        assertThat(result.verdict().summary()).contains("inside fw", "policy 0", "fw.txt line 3");
        assertThat(result.questions())
                .filteredOn(question ->
                        question.point().equals("fw:out") && question.id().equals("syn-leaves"))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.answer()).isEqualTo(Answer.NO);
                    assertThat(question.evidence()).contains(new Evidence("fw.txt", 1));
                    assertThat(question.assumptions()).isNotEmpty();
                });
    }

    @Test
    void aDropThatThePacketsShowTooGetsItsReason() {
        traffic.syn().upTo("fw:in");

        WalkResult result = told(ARRIVES + DENIED);

        assertThat(result.verdict().cause()).contains(Cause.SILENT_DROP);
        assertThat(result.verdict().summary()).contains("policy 0");
    }

    @Test
    void aDropOfAPacketThatWasSeenBehindTheDeviceIsNotBelieved() {
        traffic.syn().upTo("fw:out");

        WalkResult result = told(traced(FIRST_PACKET));

        assertThat(result.verdict().device()).as(result.toString()).isEmpty();
        assertThat(result.verdict().summary()).doesNotContain("verdict drop");
        assertThat(result.captureIssues())
                .anyMatch(issue -> issue.kind() == CaptureIssue.Kind.TEXT_CONTRADICTED
                        && issue.text().contains("fw:out"));
    }

    @Test
    void aPacketThatIsAllowedAndDoesNotLeaveIsStillLost() {
        traffic.syn().upTo("fw:in");

        WalkResult result = told(ARRIVES + ALLOWED);

        assertThat(result.verdict().device()).contains("fw");
        assertThat(result.captureIssues())
                .anyMatch(issue -> issue.kind() == CaptureIssue.Kind.TEXT_CONTRADICTED
                        && issue.text().contains("Policy-12"));
    }

    @Test
    void aLaterPacketThatPassesTakesTheDropAway() {
        traffic.withoutFile("fw:in", "fw:out", "server:eth0").syn().only("client:eth0");

        WalkResult result = told(ARRIVES
                + DENIED
                + ARRIVES.replace("trace_id=1", "trace_id=2")
                + ALLOWED.replace("trace_id=1", "trace_id=2"));

        assertThat(result.verdict().summary()).doesNotContain("policy 0");
    }

    @Test
    void wordsAboutOtherPacketsAreNoCapture() {
        traffic.withoutFile("fw:in", "fw:out", "server:eth0").syn().only("client:eth0");

        WalkResult result = told(ARRIVES.replace("10.1.0.10:40001->10.9.0.20:80", "10.1.0.77:5000->10.9.0.99:443")
                        .replace("seq 1000", "seq 77")
                + DENIED);

        assertThat(result.verdict().outcome()).as(result.toString()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.questions()).noneMatch(question -> question.answer() == Answer.NO);
    }

    private WalkResult told(String text) {
        traffic.walk();
        Path file = folder.resolve("path.yaml");
        try {
            Files.writeString(folder.resolve("fw.txt"), text);
            String path = Files.readString(file);
            int point = path.indexOf("interface: \"in\", files: [") + "interface: \"in\", files: [".length();
            String rest = path.substring(point);
            Files.writeString(file, path.substring(0, point) + "fw.txt" + (rest.startsWith("]") ? "" : ", ") + rest);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return CaseVerdict.walk(file);
    }

    /** A rule trace that shows the packet with this IP identification, and drops it. */
    private static String traced(int identification) {
        return """
            trace id f1558583 inet edge forward packet: iif "lan0" oif "wan0" ether saddr 02:00:00:00:00:01 \
            ether daddr 02:00:00:00:00:02 ip saddr 10.1.0.10 ip daddr 10.9.0.20 ip ttl 63 ip id %d ip protocol tcp \
            ip length 40 tcp sport 40001 tcp dport 80 tcp flags == syn tcp window 64000
            trace id f1558583 inet edge forward rule tcp dport 80 counter packets 0 bytes 0 drop (verdict drop)
            """.formatted(identification);
    }
}
