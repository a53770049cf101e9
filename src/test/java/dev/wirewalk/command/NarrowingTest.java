package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.FilterParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a wider plan says to cut its output back; that the display filter does so is judged with tshark elsewhere. */
class NarrowingTest {
    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    private JsonNode plan(String tool, String filter) throws Exception {
        CapturePlan plan = catalogue.plan(catalogue.profile(tool).orElseThrow(), FilterParser.parse(filter), Map.of());
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(plan));
    }

    @Test
    void aWiderPlanCarriesBothFilters() throws Exception {
        String filter = "src host 10.1.1.1 and ip[8] < 5";
        JsonNode narrowing = plan("fortigate-debug-flow", filter).path("narrowing");
        assertThat(narrowing.propertyNames()).containsExactly("pcap", "display", "displayCoverage");
        assertThat(FilterParser.parse(narrowing.path("pcap").asString())).isEqualTo(FilterParser.parse(filter));
        assertThat(narrowing.path("display").asString())
                .contains("ip.src#1 == 10.1.1.1")
                .contains("ip.ttl#1 < 5");
        assertThat(narrowing.path("displayCoverage").asString()).isEqualTo("exact");
    }

    @Test
    void anExactOneAndOneWithoutCommandsHaveNone() throws Exception {
        assertThat(plan("tcpdump", "host 10.1.1.1").has("narrowing")).isFalse();
        JsonNode unsupported = plan("fortigate-debug-flow", "arp");
        assertThat(unsupported.path("coverage").asString()).isEqualTo("unsupported");
        assertThat(unsupported.has("narrowing")).isFalse();
    }

    @Test
    void theDisplayFilterIsForTheReleaseThatTheProfileNames() throws Exception {
        CapturePlan plan = catalogue.plan(
                catalogue.profile("wireshark-display-filter").orElseThrow(),
                FilterParser.parse("host 10.1.1.1"),
                Map.of("version", "3.6"));
        assertThat(plan.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(plan.narrowing().orElseThrow().display()).contains("ip.addr#1 == 10.1.1.1");
    }
}
