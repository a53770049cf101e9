package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A packet that a device was made to imagine, beside captures of real ones. */
class SimulatedTest {
    private static final String SYN = "IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCESS-LIST | log | (acl-drop) Flow is denied by configured rule | a rule or policy forbids it",
                "NAT | rpf-check | (acl-drop) Flow is denied by configured rule | translations of the two directions",
                "ROUTE-LOOKUP | | (no-route) No route to host | no route to the destination"
            })
    void thePhaseThatDropsIsTheReasonOfADropThatIsSeen(String type, String subtype, String reason, String meaning)
            throws IOException {
        Verdict verdict =
                walk(simulation("10.9.0.1", type, subtype, reason), true).verdict();

        assertThat(CaseVerdict.of(verdict)).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
        assertThat(verdict.summary()).contains("A simulation on fw drops", "phase 1 " + type, reason, meaning);
    }

    @Test
    void aloneItDecidesNothing() throws IOException {
        WalkResult result = walk(
                simulation("10.9.0.1", "ACCESS-LIST", "log", "(acl-drop) Flow is denied by configured rule"), false);

        assertThat(result.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.verdict().summary()).contains("A simulation on fw drops", "no evidence");
        assertThat(result.questions()).noneMatch(question -> question.answer() == Answer.NO);
    }

    @Test
    void aPacketToAnotherServerSaysNothing() throws IOException {
        Verdict verdict = walk(simulation("10.9.0.77", "ACCESS-LIST", "log", "(acl-drop) denied"), true)
                .verdict();

        assertThat(verdict.summary()).doesNotContain("simulation");
    }

    private static String simulation(String server, String type, String subtype, String reason) {
        return """
            fw# packet-tracer input inside tcp 10.0.0.1 40001 %s 80

            Phase: 1
            Type: %s
            Subtype: %s
            Result: DROP
            Config:
            Implicit Rule
            Additional Information:

            Result:
            input-interface: inside
            input-status: up
            output-interface: outside
            output-status: up
            Action: drop
            Drop-reason: %s
            """.formatted(server, type, subtype == null ? "" : subtype, reason);
    }

    private WalkResult walk(String simulation, boolean captured) throws IOException {
        Files.writeString(folder.resolve("client.txt"), "10:00:00.000100 " + SYN);
        Files.writeString(folder.resolve("in.txt"), "10:00:00.000200 " + SYN);
        Files.writeString(folder.resolve("out.txt"), "0 packets captured\n");
        Files.writeString(folder.resolve("simulation.txt"), simulation);
        String in = captured ? "in.txt, simulation.txt" : "simulation.txt";
        return CaseVerdict.walk(
                Files.writeString(folder.resolve("path.yaml"), """
            flow: {protocol: tcp, client: 10.0.0.1, server: 10.9.0.1, port: 80}
            points:
              - {name: "client", device: client, interface: eth0, files: [client.txt]}
              - {name: "fw:in", device: fw, interface: inside, files: [%s]}
              - {name: "fw:out", device: fw, interface: outside, files: [%s]}
              - {name: "server", device: server, interface: eth0, files: []}
            """.formatted(in, captured ? "out.txt" : "")));
    }
}
