package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts that were once computed for the small captures: packets, times, link types, connections, flags. */
class KnownCapturesTest {
    /** tshark lists three custom blocks of this file as frames; its packets are five. */
    private static final Map<String, Long> PACKETS_WITHOUT_CUSTOM_BLOCKS = Map.of("pcapng_be_test102.pcapng", 5L);

    /** The TCP connection of this file runs inside a tunnel, which is read up to its outer header. */
    private static final Set<String> TUNNELS = Set.of("GrePackets.cap");

    private static final Map<String, Set<LinkType>> LINKS = Map.of(
            "eth",
            Set.of(LinkType.ETHERNET),
            "data",
            Set.of(LinkType.ETHERNET),
            "sll",
            Set.of(LinkType.LINUX_COOKED, LinkType.LINUX_COOKED_2));

    @Test
    void agreesWithTheKnownFacts() {
        JsonNode known = JsonMapper.shared()
                .readTree(SharedFolder.path("pcaps", "facts.json").toFile());
        SoftAssertions softly = new SoftAssertions();
        int files = 0;
        for (var entry : known.properties()) {
            files++;
            compare(
                    softly,
                    SharedFolder.path("pcaps", entry.getKey()),
                    entry.getValue().get("facts"));
        }
        softly.assertAll();
        assertThat(files).isGreaterThan(31);
    }

    private static void compare(SoftAssertions softly, Path file, JsonNode facts) {
        String name = file.getFileName().toString();
        Tally tally = new Tally();
        ReadReport report;
        try (CaptureFile capture = CaptureFile.open(file)) {
            report = capture.read(tally);
        } catch (UnreadableCapture e) {
            softly.fail(e.getMessage());
            return;
        }
        softly.assertThat(report.warnings()).as(name + " warnings").isEmpty();
        softly.assertThat(report.packets())
                .as(name + " packets")
                .isEqualTo(PACKETS_WITHOUT_CUSTOM_BLOCKS.getOrDefault(
                        name, facts.get("packets").asLong()));
        double first = report.firstNanos().orElse(0) / 1e9;
        if (facts.has("first_epoch") && !PACKETS_WITHOUT_CUSTOM_BLOCKS.containsKey(name)) {
            softly.assertThat(first)
                    .as(name + " first time")
                    .isCloseTo(facts.get("first_epoch").asDouble(), within(1e-5));
            double seconds = (report.lastNanos().orElse(0) - report.firstNanos().orElse(0)) / 1e9;
            softly.assertThat(seconds)
                    .as(name + " seconds")
                    .isCloseTo(facts.get("duration_s").asDouble(), within(1e-3));
        }
        if (facts.has("link")) {
            softly.assertThat(LINKS.get(facts.get("link").asString()))
                    .as(name + " link")
                    .contains(report.linkTypes().getFirst());
        }
        if (!TUNNELS.contains(name)) {
            tcp(softly, name, tally, facts);
        }
    }

    private static void tcp(SoftAssertions softly, String name, Tally tally, JsonNode facts) {
        long streams = tally.conversations.stream()
                .filter(conversation -> conversation.protocol() == PacketView.TCP)
                .count();
        long synOnly = tally.conversations.stream()
                .filter(KnownCapturesTest::unansweredSyn)
                .count();
        softly.assertThat(streams)
                .as(name + " streams")
                .isEqualTo(facts.path("tcp_streams").asLong(0));
        softly.assertThat(synOnly)
                .as(name + " unanswered")
                .isEqualTo(facts.path("streams_syn_unanswered").asLong(0));
        softly.assertThat(tally.syn)
                .as(name + " SYN")
                .isEqualTo(facts.path("syn").asInt(0));
        softly.assertThat(tally.synAck)
                .as(name + " SYN/ACK")
                .isEqualTo(facts.path("synack").asInt(0));
        softly.assertThat(tally.reset)
                .as(name + " RST")
                .isEqualTo(facts.path("rst").asInt(0));
    }

    private static boolean unansweredSyn(Conversation conversation) {
        return conversation.protocol() == PacketView.TCP
                && conversation.backward().packets() == 0
                && conversation.forward().syns() > 0
                && conversation.forward().tcpFlags() == TcpView.SYN;
    }

    private static final class Tally implements PacketVisitor {
        private final Conversations conversations = new Conversations();
        private int syn;
        private int synAck;
        private int reset;

        @Override
        public void visit(Frame frame) {
            conversations.add(frame);
            TcpView tcp = frame.packet().tcp();
            if (tcp.opens()) {
                syn++;
            }
            if (tcp.has(TcpView.SYN | TcpView.ACK)) {
                synAck++;
            }
            if (tcp.has(TcpView.RST)) {
                reset++;
            }
        }
    }
}
