package dev.wirewalk.command;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model filters M1 to M11 and every option of captures and packet tracers of ASA and FTD, as what is typed. */
class AsaModelsTest {
    private static final String CONVERSATION = "host 10.1.1.1 and host 10.2.2.2 and tcp port 443";
    private static final String ONE_WAY = "src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443";
    private static final Map<String, String> MODELS = models();

    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    private static Map<String, String> models() {
        Map<String, String> models = new LinkedHashMap<>();
        models.put("M1", "host 10.1.1.1");
        models.put("M2", ONE_WAY);
        models.put("M3", CONVERSATION);
        models.put("M4", "net 10.0.0.0/8 and tcp port (80 or 443) and not host 10.9.9.9");
        models.put("M5", "dst host 10.2.2.2 and tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn");
        models.put("M6", "udp portrange 16384-32767 and net 10.1.0.0/16 and net 10.2.0.0/16");
        models.put("M7", "icmp[icmptype] == icmp-echo and src host 10.1.1.1");
        models.put("M8", "host 2001:db8::1 and tcp port 443");
        models.put("M9", "vlan 100 and host 10.1.1.1");
        models.put("M10", "(host 10.1.1.1 and tcp port 22) or (net 10.2.0.0/16 and not udp port 53)");
        models.put("ARP", "arp");
        models.put("nothing", "tcp and udp");
        return java.util.Collections.unmodifiableMap(models);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco-asa-capture", "cisco-ftd-capture"})
    void capturesAreAsStored(String tool) throws Exception {
        List<Map<String, String>> settings = new ArrayList<>(List.of(
                Map.of("type", "asp-drop"),
                Map.of("type", "asp-drop", "drop-code", "acl-drop", "buffer", "2097152"),
                Map.of("type", "isakmp", "ike", "ikev2"),
                Map.of("type", "lacp", "interface", "Ethernet1/1"),
                Map.of("type", "inline-tag", "tag", "100"),
                Map.of("trace", "20", "packet-length", "128", "headers-only", "true", "circular-buffer", "false"),
                Map.of("file-size", "512", "include-decrypted", "true"),
                Map.of("cluster", "true", "persist", "true", "server", "10.0.0.5", "copy-by", "scp", "login", "admin"),
                Map.of("version", tool.equals("cisco-asa-capture") ? "8.4" : "6.1")));
        if (tool.equals("cisco-asa-capture")) {
            settings.addAll(List.of(
                    Map.of("type", "asp-drop", "version", "9.3"),
                    Map.of("type", "webvpn", "webvpn-user", "mia@example.com"),
                    Map.of("type", "tls-proxy"),
                    Map.of("match-only", "true"),
                    Map.of("real-time", "true", "real-time-detail", "true"),
                    Map.of("interface", "asa_dataplane"),
                    Map.of("context", "blue", "server", "2001:db8::5"),
                    Map.of("context", "blue", "browser", "192.0.2.1"),
                    Map.of("cluster", "true", "reinject-hide", "true", "cp-cluster", "true")));
        }
        assertStored(tool, settings, "M2", ONE_WAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco-asa-packet-tracer", "cisco-ftd-packet-tracer"})
    void tracersAreAsStored(String tool) throws Exception {
        List<Map<String, String>> settings = List.of(
                Map.of("source-port", "40000", "detailed", "false", "xml", "true"),
                Map.of("vlan-id", "100", "decrypted", "true", "bypass-checks", "true"),
                Map.of("transmit", "true", "persist", "true", "interface", "dmz"));
        assertStored(tool, settings, "echo", "icmp and src host 10.1.1.1 and dst host 10.2.2.2");
    }

    private void assertStored(String tool, List<Map<String, String>> settings, String name, String filter)
            throws Exception {
        ToolProfile profile = catalogue.profile(tool).orElseThrow();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> model : MODELS.entrySet()) {
            describe(text, model.getKey() + "  " + model.getValue(), plan(profile, model.getValue(), Map.of()), true);
        }
        describe(text, name + "  " + filter, plan(profile, filter, Map.of()), false);
        if (name.equals("M2")) {
            describe(text, "M11  host 10.1.1.1", plan(profile, "host 10.1.1.1", Map.of("type", "asp-drop")), false);
            describe(text, "SCTP  dst port 53", plan(profile, "dst port 53", Map.of()), false);
        }
        for (Map<String, String> set : settings) {
            String title = new java.util.TreeMap<>(set) + "  " + filter;
            describe(text, title, plan(profile, name.equals("echo") ? ONE_WAY : filter, set), false);
        }
        GoldenFiles.assertMatches("renderings/" + tool + "/models.txt", text.toString());
    }

    private CapturePlan plan(ToolProfile profile, String filter, Map<String, String> settings) throws Exception {
        return catalogue.plan(profile, FilterParser.parse(filter), settings);
    }

    private static void describe(StringBuilder text, String title, CapturePlan plan, boolean brief) {
        text.append("== ")
                .append(title)
                .append('\n')
                .append(plan.coverage().word())
                .append('\n');
        plan.gaps().forEach(gap -> text.append("gap: ").append(gap.reason()).append('\n'));
        plan.steps().stream()
                .filter(step -> !brief
                        || step.command().contains("access-list")
                        || step.phase().word().equals("start"))
                .forEach(step -> text.append(step.command()).append('\n'));
        if (!brief) {
            plan.warnings()
                    .forEach(warning -> text.append("! ").append(warning.text()).append('\n'));
        }
        text.append('\n');
    }
}
