package dev.wirewalk.command;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.ToolProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whole results of {@code command --json}, so that a change of a profile or dialect is seen where it lands. */
class GoldenPlansTest {
    private static final Map<String, String> FILTERS = filters();

    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    static List<String> tools() {
        return ToolCatalogue.standard().ids();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void areAsStored(String tool) throws Exception {
        ToolProfile profile = catalogue.profile(tool).orElseThrow();
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        for (Map.Entry<String, String> filter : FILTERS.entrySet()) {
            CapturePlan plan = catalogue.plan(profile, FilterParser.parse(filter.getValue()), Map.of());
            GoldenFiles.assertMatches(
                    "renderings/" + tool + "/" + filter.getKey() + ".json", mapper.writeValueAsString(plan));
        }
    }

    private static Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("everything", "");
        filters.put("one-host", "host 10.1.1.1");
        filters.put("one-direction", "src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443");
        filters.put("conversation", "host 10.1.1.1 and host 10.2.2.2 and tcp port 443");
        filters.put("with-exception", "net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9");
        filters.put("handshake", "dst host 10.2.2.2 and tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn");
        filters.put("ipv6", "host 2001:db8::1 and tcp port 443");
        filters.put("arp", "arp");
        return java.util.Collections.unmodifiableMap(filters);
    }
}
