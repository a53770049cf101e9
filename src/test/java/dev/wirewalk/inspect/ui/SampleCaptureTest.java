package dev.wirewalk.inspect.ui;

import static dev.wirewalk.finding.Script.ACK;
import static dev.wirewalk.finding.Script.PUSH_ACK;
import static dev.wirewalk.finding.Script.RST_ACK;
import static dev.wirewalk.finding.Script.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Writes the capture that the empty Inspect page offers: {@code mvn test -Dtest=SampleCaptureTest -Dwirewalk.golden=update}. A
 * name that does not exist, a page that needs a second try of one segment, a port that refuses.
 */
class SampleCaptureTest {
    private static final Path RESOURCE = Path.of("src/main/resources/dev/wirewalk/inspect/ui/sample.pcap");
    private static final String DNS = "192.0.2.53:53";
    private static final String BROWSER = "192.0.2.10:50312";
    private static final String SHOP = "198.51.100.20:80";
    private static final String CLOSED = "198.51.100.20:8443";

    private static Script story() {
        String request = "GET /basket HTTP/1.1\r\nHost: shop.example\r\nAccept: text/html\r\n\r\n";
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2400\r\n\r\n";
        String page = "<p>Two of the first, one of the second.</p>\n".repeat(27);
        long asked = 1001 + request.length();
        long first = 5001 + answer.length();
        long second = first + page.length();
        Script script = new Script();
        script.dns("192.0.2.10:53124", DNS, 7, 0x0100, "shop.exampel")
                .dns(DNS, "192.0.2.10:53124", 7, 0x8183, "shop.exampel")
                .at(2);
        script.handshake(BROWSER, SHOP)
                .tcp(BROWSER, SHOP, PUSH_ACK, 1001, 5001, request)
                .tcp(SHOP, BROWSER, ACK, 5001, asked, 0)
                .at(2.05)
                .tcp(SHOP, BROWSER, PUSH_ACK, 5001, asked, answer)
                .tcp(SHOP, BROWSER, ACK, first, asked, page)
                .tcp(BROWSER, SHOP, ACK, asked, first, 0)
                .at(2.4)
                .tcp(SHOP, BROWSER, ACK, first, asked, page)
                .tcp(SHOP, BROWSER, PUSH_ACK, second, asked, page)
                .tcp(BROWSER, SHOP, ACK, asked, second + page.length(), 0)
                .close(BROWSER, SHOP, asked, second + page.length());
        for (int attempt = 0; attempt < 3; attempt++) {
            String from = "192.0.2.10:" + (50320 + attempt);
            script.at(4 + attempt).tcp(from, CLOSED, SYN, 7000, 0, 0).tcp(CLOSED, from, RST_ACK, 0, 7001, 0);
        }
        return script;
    }

    @Test
    void theSampleIsTheOneThatIsWrittenHere() throws IOException {
        if ("update".equals(System.getProperty("wirewalk.golden"))) {
            Files.createDirectories(RESOURCE.getParent());
            Files.write(RESOURCE, story().bytes());
        }
        assertThat(Files.readAllBytes(RESOURCE)).isEqualTo(story().bytes());
    }

    @Test
    void itShowsSomethingOfEachKind() {
        assertThat(story().result().findings())
                .extracting(Finding::summary)
                .anyMatch(summary -> summary.contains("shop.exampel"))
                .anyMatch(summary -> summary.contains("198.51.100.20:8443"))
                .anyMatch(summary -> summary.contains("sent again"));
    }
}
