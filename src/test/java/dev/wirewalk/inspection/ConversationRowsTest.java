package dev.wirewalk.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.finding.Script;
import dev.wirewalk.flow.Conversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationRowsTest {
    private static final String[] CLIENTS = {"10.0.0.1:5001", "10.0.0.2:5002", "10.0.0.3:5003", "10.0.0.4:5004"};

    @TempDir
    Path folder;

    /** Client n sends n + 1 packets, the later the client the shorter apart; the last one speaks UDP. */
    private Inspection inspection() throws Exception {
        Script script = new Script();
        for (int client = 0; client < 3; client++) {
            for (int packet = 0; packet <= client; packet++) {
                script.at(client + packet * 10.0 / (1 + client * client))
                        .tcp(CLIENTS[client], "10.0.9.9:80", Script.ACK, 10 + packet, 1, 3 - client);
            }
        }
        script.at(9).udp(CLIENTS[3], "10.0.9.9:53", new byte[900]);
        Path file = Files.write(folder.resolve("a.pcap"), script.bytes());
        try (CaptureFile capture = CaptureFile.open(file)) {
            return Inspector.silent().inspect(capture, "a.pcap");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PACKETS, false, 0 3 1 2",
        "PACKETS, true, 2 1 0 3",
        "BYTES, true, 3 2 1 0",
        "START, false, 0 1 2 3",
        "START, true, 3 2 1 0",
        "DURATION, true, 1 2 0 3"
    })
    void sortedByNumbersAndStableAmongEquals(ConversationSort sort, boolean descending, String order) throws Exception {
        try (Inspection inspection = inspection()) {
            int[] sorted = inspection.conversations().sorted(sort, descending, Optional.empty());
            assertThat(Arrays.stream(sorted).mapToObj(String::valueOf)).containsExactly(order.split(" "));
        }
    }

    @Test
    void pagesAreCutOutOfTheOrder() throws Exception {
        try (Inspection inspection = inspection()) {
            ConversationRows rows = inspection.conversations();
            int[] order = rows.sorted(ConversationSort.PACKETS, true, Optional.empty());
            assertThat(rows.page(order, 1, 2)).extracting(Conversation::index).containsExactly(1, 0);
            assertThat(rows.page(order, 3, 5)).hasSize(1);
            assertThat(rows.page(order, 9, 5)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp | 0 1 2 | true",
                "not tcp | 3 | true",
                "src host 10.0.9.9 | 0 1 2 3 | true",
                "src host 10.0.0.1 and dst port 80 | 0 | true",
                "src host 10.0.0.1 and src port 80 | | true",
                "net 10.0.0.2/31 and not udp | 1 2 | true",
                "udp and less 100 | 3 | false",
                "tcp[tcpflags] & tcp-syn != 0 | 0 1 2 | false",
                "not (tcp[tcpflags] & tcp-syn != 0) | 0 1 2 3 | false",
                "ip6 or port 53 | 3 | true",
                "icmp[0] = 8 | | false",
                "ip[8] = 64 | 0 1 2 3 | false"
            })
    void filtersKeepWhatMayHaveSelectedPackets(String filter, String kept, boolean exact) throws Exception {
        try (Inspection inspection = inspection()) {
            ConversationFilter conversations = new ConversationFilter(FilterParser.parse(filter));
            int[] found = inspection.conversations().sorted(ConversationSort.INDEX, false, Optional.of(conversations));
            assertThat(String.join(
                            " ", Arrays.stream(found).mapToObj(String::valueOf).toList()))
                    .isEqualTo(kept == null ? "" : kept);
            assertThat(conversations.exact()).isEqualTo(exact);
        }
    }
}
