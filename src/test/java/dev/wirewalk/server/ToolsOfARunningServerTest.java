package dev.wirewalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.build.ui.Desk;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.ToolProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A profile that is put into the folder of a running server is a tool at once; a bad one costs nothing but itself. */
@SpringBootTest(classes = WirewalkServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ToolsOfARunningServerTest {
    @TempDir
    static Path folder;

    @Autowired
    private ToolCatalogue catalogue;

    @Autowired
    private Desk desk;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("wirewalk.profiles", () -> folder.toString());
    }

    @AfterEach
    void empty() throws IOException {
        Files.deleteIfExists(folder.resolve("acme-dump.yaml"));
    }

    private static void put(String change, String by) throws IOException {
        String known = Files.readString(Path.of("vendor-profiles/arista-tcpdump.yaml"));
        Files.writeString(
                folder.resolve("acme-dump.yaml"),
                known.replaceFirst("(?m)^id: .*", "id: acme-dump").replaceFirst(change, by));
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aNewToolIsThereWithoutARestartAndGoesWithItsFile() throws Exception {
        assertThat(desk.tool("acme-dump")).isEmpty();
        put("(?m)^name: .*", "name: Acme dump");
        assertThat(desk.tool("acme-dump")).map(ToolProfile::name).contains("Acme dump");
        assertThat(get("/api/tools")).contains("\"acme-dump\"");
        put("(?m)^name: .*", "name: Acme dump of the second edition");
        assertThat(desk.tool("acme-dump")).map(ToolProfile::name).contains("Acme dump of the second edition");
        assertThat(catalogue.profile("acme-dump")).isEqualTo(desk.tool("acme-dump"));
        empty();
        assertThat(desk.tool("acme-dump")).isEmpty();
        assertThat(catalogue.profile("acme-dump")).isEmpty();
    }

    @Test
    void aBadFileIsToldWithFileLineAndKeyAndTheOthersGoOn() throws Exception {
        int before = desk.tools().size();
        put("(?m)^name: ", "nmae: ");
        assertThat(desk.tools()).hasSize(before);
        assertThat(catalogue.usable().problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).endsWith("acme-dump.yaml");
            assertThat(problem.line()).isPositive();
        });
        assertThat(catalogue.usable().problems())
                .anyMatch(problem -> problem.text().contains("nmae: unknown key"));
        assertThat(get("/api/tools")).contains("\"tcpdump\"").doesNotContain("acme-dump");
    }
}
