package dev.wirewalk.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Severity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is found in captures whose truth is known: nothing wrong where all is well, and the right hint where it is not. */
class LabelledCasesFindingsTest {
    /** What one capture of a faulty path should show at one point at least. */
    private static final Map<String, Set<String>> HINTS = Map.ofEntries(
            Map.entry("arp_unanswered", Set.of("arp-unanswered")),
            Map.entry("wrong_onlink", Set.of("arp-unanswered")),
            Map.entry("reject_icmp", Set.of("icmp-prohibited", "port-unreachable")),
            Map.entry("no_route_icmp", Set.of("icmp-unreachable")),
            Map.entry("reject_rst", Set.of("connection-refused")),
            Map.entry("server_rst", Set.of("connection-refused")),
            Map.entry("ttl_exceeded", Set.of("ttl-exceeded")),
            Map.entry("server_silent", Set.of("syn-unanswered")),
            Map.entry("silent_drop", Set.of("syn-unanswered", "syn-ack-unanswered", "data-unacknowledged")),
            Map.entry("link_loss", Set.of("syn-unanswered", "syn-ack-unanswered", "handshake-ack-lost")),
            Map.entry("random_loss", Set.of("retransmissions")),
            Map.entry("reordering", Set.of("out-of-order")),
            Map.entry("mtu_blackhole", Set.of("mtu-black-hole")),
            Map.entry("port_unreachable", Set.of("port-unreachable")),
            Map.entry("reset_midstream", Set.of("reset-midstream")),
            Map.entry("client_slow", Set.of("client-slow")),
            Map.entry("server_slow", Set.of("http-slow", "server-slow")),
            Map.entry("server_hang", Set.of("request-unanswered")),
            Map.entry("http_4xx", Set.of("http-error")),
            Map.entry("http_5xx", Set.of("http-error")),
            Map.entry("dns_nxdomain", Set.of("dns-no-such-name")),
            Map.entry("dns_error", Set.of("dns-failed")));

    /** What limits a capture is worth a warning also where the network is well. */
    private static final Set<String> OF_THE_CAPTURE =
            Set.of("capture-loss", "one-way-capture", "packets-cut", "capture-dropped", "clock-jump");

    private static Set<String> serious(Path file) throws UnreadableCapture {
        try (CaptureFile capture = CaptureFile.open(file);
                Inspection inspection = Inspector.silent().inspect(capture, file.toString())) {
            return inspection.result().findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .map(Finding::id)
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> found(Path folder) throws UnreadableCapture {
        Set<String> found = new TreeSet<>();
        for (Path file : SharedFolder.files("cases/" + folder.getFileName(), "")) {
            if (file.toString().endsWith(".pcap") || file.toString().endsWith(".pcapng")) {
                found.addAll(serious(file));
            }
        }
        return found;
    }

    @Test
    void healthyPathsAreLeftAloneAndFaultsAreHintedAt() throws UnreadableCapture {
        SoftAssertions softly = new SoftAssertions();
        int judged = 0;
        for (Path folder : SharedFolder.folders("cases")) {
            JsonNode truth =
                    JsonMapper.shared().readTree(folder.resolve("truth.json").toFile());
            String cause = truth.path("verdict").path("cause_class").asString();
            Set<String> found = found(folder);
            if (truth.path("outcome").asString().equals("works")) {
                judged++;
                softly.assertThat(found).as("%s is well", folder.getFileName()).isSubsetOf(OF_THE_CAPTURE);
            } else if (HINTS.containsKey(cause)) {
                judged++;
                softly.assertThat(found)
                        .as("%s: %s", folder.getFileName(), cause)
                        .containsAnyElementsOf(HINTS.get(cause));
            }
        }
        softly.assertAll();
        assertThat(judged).isGreaterThan(40);
    }
}
