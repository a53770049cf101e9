package dev.wirewalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wirewalk.cli.CommandLineProgram;
import dev.wirewalk.server.WirewalkServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door for programs answers as the command line does, and as its description says. */
@SpringBootTest(classes = WirewalkServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class CommandsApiTest {
    private static final String PATH = """
            points:
              - {name: client, device: c, interface: eth0, tool: tcpdump, files: []}
              - {name: in, device: fw, interface: inside, tool: cisco-asa-capture, files: []}
              - {name: out, device: fw, interface: outside, tool: cisco-asa-capture, files: []}
            nat: [{device: fw, source: {to: 192.0.2.9}}]
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void commandsAreThoseOfTheCommandLine() throws Exception {
        HttpResponse<String> answer = post(
                "commands",
                Map.of(
                        "filter",
                        "tcp port 443",
                        "tools",
                        List.of("tcpdump", "cisco-asa-capture"),
                        "set",
                        Map.of("count", 7)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(commandLine(
                        "command",
                        "--tool",
                        "tcpdump,cisco-asa-capture",
                        "--filter",
                        "tcp port 443",
                        "--set",
                        "count=7",
                        "--json"));
        assertThat(violations(answer.body(), "/paths/~1api~1commands/post")).isEmpty();
    }

    @Test
    void toolsAreThoseOfTheCommandLine() throws Exception {
        HttpResponse<String> answer = send(request("tools").GET());
        assertThat(answer.body()).isEqualTo(commandLine("tools", "--json"));
        assertThat(violations(answer.body(), "/paths/~1api~1tools/get")).isEmpty();
    }

    @Test
    void aPathIsPlanned() throws Exception {
        HttpResponse<String> answer = post("plan", Map.of("filter", "host 10.1.1.1", "path", PATH));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("host 10.1.1.1 or host 192.0.2.9");
        assertThat(violations(answer.body(), "/paths/~1api~1plan/post")).isEmpty();
    }

    @Test
    void pastedCommandsAreTranslatedAsOnTheCommandLine() throws Exception {
        String text = "[root@gw ~]# tcpdump -nni eth3 -c 7 host 10.1.1.1\nlistening on eth3\n";
        String expected =
                commandLine("translate", "--from", "tcpdump", "--to", "tcpdump,fortigate-debug-flow", "--json", text);
        for (Object to : List.of(List.of("tcpdump", "fortigate-debug-flow"), " tcpdump, fortigate-debug-flow,")) {
            assertThat(post("translate", Map.of("from", "tcpdump", "to", to, "text", text))
                            .body())
                    .isEqualTo(expected);
        }
        HttpResponse<String> answer = post("translate", Map.of("to", "tcpdump,fortigate-debug-flow", "text", text));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).as("found by the text").isEqualTo(expected);
        assertThat(violations(answer.body(), "/paths/~1api~1translate/post")).isEmpty();
    }

    @Test
    void aTextThatIsNotUnderstoodIsPointedAt() throws Exception {
        HttpResponse<String> answer =
                post("translate", Map.of("from", "tcpdump", "to", "tcpdump", "text", "tcpdump -i eth0 \\\n  prot 6"));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isEqualTo(3);
        assertThat(problem.path("detail").asString()).startsWith("text: line 2, column 3: 'prot'");
        assertThat(problem("translate", Map.of("to", "tcpdump", "text", "good morning")))
                .startsWith("text: column 1: this is no command of a known tool");
        assertThat(problem("translate", Map.of("from", "nmap", "to", "tcpdump", "text", "tcp")))
                .startsWith("from: there is no such tool; there are ");
        assertThat(problem("translate", Map.of("to", List.of(1), "text", "tcp")))
                .isEqualTo("to: names are texts.");
    }

    @Test
    void aWiderPlanIsDescribedToo() throws Exception {
        String body = post(
                        "commands",
                        Map.of(
                                "filter",
                                "host 10.1.1.1 and len > 1000",
                                "tools",
                                "cisco-asa-capture,fortigate-debug-flow"))
                .body();
        assertThat(body).contains("\"coverage\":\"wider\"", "\"narrowing\":{");
        assertThat(violations(body, "/paths/~1api~1commands/post")).isEmpty();
    }

    @Test
    void namesOfToolsMayStandInOneText() throws Exception {
        String expected = post("commands", Map.of("filter", "tcp", "tools", List.of("tcpdump", "tshark")))
                .body();
        for (String key : List.of("tool", "tools")) {
            assertThat(post("commands", Map.of("filter", "tcp", key, "tcpdump, tshark"))
                            .body())
                    .isEqualTo(expected);
        }
        assertThat(problem("commands", Map.of("filter", "tcp", "tool", "tcpdump", "tools", "tcpdump")))
                .isEqualTo("tools, tool: one of them is enough.");
    }

    @Test
    void aWrongRequestIsAProblemOfOneSentence() throws Exception {
        assertThat(problem("commands", Map.of("filter", "prot 80", "tools", List.of("tcpdump"))))
                .startsWith("filter: column 1: ");
        assertThat(problem("commands", Map.of("filter", "tcp", "tools", List.of("nmap"))))
                .startsWith("tools: there is no such tool");
        assertThat(problem("commands", Map.of("filter", "tcp", "tools", List.of())))
                .isEqualTo("tools: a list of texts is needed.");
        assertThat(problem("commands", Map.of("filter", "tcp", "tols", List.of("tcpdump"))))
                .startsWith("Unknown key");
        assertThat(problem(
                        "commands", Map.of("filter", "tcp", "tools", List.of("tcpdump"), "set", Map.of("file", "a;b"))))
                .startsWith("set: file: ");
        assertThat(problem("plan", Map.of("filter", "tcp", "path", "points: []")))
                .startsWith("path: ");
        HttpResponse<String> text = send(request("commands")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{")));
        assertThat(text.statusCode()).isEqualTo(400);
    }

    @Test
    void aLargeBodyIsRefused() throws Exception {
        HttpResponse<String> answer =
                post("commands", Map.of("filter", "x".repeat(70_000), "tools", List.of("tcpdump")));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aForeignPageIsKeptOutAndAnswersCarryTheHeaders() throws Exception {
        HttpRequest.Builder foreign = request("commands")
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(send(request("tools").GET()).headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }

    private String problem(String endpoint, Object body) throws Exception {
        HttpResponse<String> answer = post(endpoint, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        return JsonMapper.shared().readTree(answer.body()).path("detail").asString();
    }

    private HttpResponse<String> post(String endpoint, Object body) throws Exception {
        String text = JsonMapper.shared().writeValueAsString(body);
        return send(request(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + endpoint));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the served description has against a body as the answer of an operation. */
    private List<String> violations(String body, String operation) throws Exception {
        JsonNode description =
                JsonMapper.shared().readTree(send(request("openapi.json").GET()).body());
        JsonNode schema = description.at(operation + "/responses/200/content/application~1json/schema");
        assertThat(schema.isObject()).isTrue();
        String whole = JsonMapper.shared()
                .writeValueAsString(Map.of("components", description.path("components"), "allOf", List.of(schema)));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole, InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String commandLine(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(new CommandLineProgram(new PrintStream(out), new PrintStream(err), List.of()).run(words))
                .isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
