package dev.wirewalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.browser.PageBundle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = WirewalkServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ClosedDoorTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/wirewalk/wirewalk.css", "/nothing/here.png", "/error", "/?v-r=none"})
    void everyAnswerCarriesTheHeaders(String path) throws IOException {
        assertThat(get(path, "localhost"))
                .contains("Content-Security-Policy: ")
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .contains("X-Frame-Options: DENY")
                .contains("Referrer-Policy: no-referrer")
                .contains("Cross-Origin-Opener-Policy: same-origin")
                .contains("Cross-Origin-Resource-Policy: same-origin")
                .contains("Permissions-Policy: ");
    }

    /** Tomcat refuses these by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /wirewalk/../../application.properties",
                "GET /%00",
                "GET /%ff",
                "TRACE /",
                "GET /WEB-INF/web.xml"
            })
    void soDoesWhatNeverReachesUs(String request) throws IOException {
        assertThat(exchange(request + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContain("Tomcat")
                .doesNotContain("Exception");
    }

    @Test
    void thePageLoadsFromHereOnlyAndRunsScriptsOfItsOwnNonceOnly() throws IOException {
        PageBundle.assume();
        String first = get("/", "localhost");
        String policy = first.lines()
                .filter(line -> line.startsWith("Content-Security-Policy: "))
                .findFirst()
                .orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("connect-src 'self'")
                .contains("script-src-attr 'none'")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("*");
        String scripts = policy.replaceFirst(".*script-src ([^;]*);.*", "$1");
        assertThat(scripts).doesNotContain("unsafe-inline").startsWith("'self' 'nonce-");
        String nonce = scripts.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
        assertThat(first)
                .contains("nonce=\"" + nonce + "\"")
                .doesNotContain("//unpkg")
                .doesNotContain("fonts.google");
        assertThat(get("/", "localhost")).doesNotContain(nonce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
    void theNamesOfTheLoopbackAreAnswered(String host) throws IOException {
        assertThat(get("/wirewalk/wirewalk.css", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example", "localhost.rebound.example", "127.0.0.1.rebound.example", "10.0.0.1"})
    void anyOtherNameIsRefused(String host) throws IOException {
        assertThat(get("/wirewalk/wirewalk.css", host))
                .startsWith("HTTP/1.1 421")
                .contains("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Origin: https://other.example",
                "Origin: http://localhost:1",
                "Origin: null"
            })
    void anotherOriginMayNotChangeAnythingNorOpenASocket(String header) throws IOException {
        assertThat(post("", header)).startsWith("HTTP/1.1 403").contains("other web sites");
        assertThat(exchange("GET /VAADIN/push HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: websocket\r\n"
                        + header + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: same-origin", "Origin: http://localhost:PORT", "Accept: */*"})
    void thePagesThemselvesMay(String header) throws IOException {
        assertThat(post("?v-r=uidl", header.replace("PORT", Integer.toString(port))))
                .doesNotContain("other web sites");
    }

    private String post(String query, String header) throws IOException {
        return exchange("POST /" + query + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/error", "/VAADIN/build/none.js", "/?v-r=uidl", "/wirewalk/%2e%2e/%2e%2e/application.properties"
            })
    void anErrorShowsNothingOfTheInside(String path) throws IOException {
        assertThat(get(path, "localhost"))
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("Whitelabel")
                .doesNotContain("server.address");
    }

    @Test
    void otherMachinesFindNoDoor() throws SocketException {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        Assumptions.assumeFalse(outside.isEmpty(), "this machine has no address but its loopback");
        for (InetAddress address : outside) {
            Assertions.assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(new InetSocketAddress(address, port), 2_000);
                        }
                    })
                    .as("%s", address)
                    .isInstanceOf(ConnectException.class);
        }
    }

    private String get(String path, String host) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    }

    /** Over a plain socket, because the JDK's client does not let a Host header be forged. */
    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
