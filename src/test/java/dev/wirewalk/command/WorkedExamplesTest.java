package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.Phase;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters that Check Point's and Fortinet's manuals write out, and what they write for them. */
class WorkedExamplesTest {
    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            checkpoint-fw-monitor | host 10.1.1.1 | R81.20 | exact | fw monitor -H '10.1.1.1'
            checkpoint-fw-monitor | host 10.1.1.1 | R80.10 | exact | fw monitor -e 'accept host(10.1.1.1);'
            checkpoint-fw-monitor | host 10.1.1.1 | R80.30 | exact | fw monitor -e 'accept host(10.1.1.1);'
            checkpoint-fw-monitor | host 10.1.1.1 | R80.40 | exact | fw monitor -F '10.1.1.1,0,0,0,0' -F '0,0,10.1.1.1,0,0'
            checkpoint-fw-monitor | src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443 | R82 | exact | fw monitor -F '10.1.1.1,0,10.2.2.2,443,6'
            checkpoint-fw-monitor | net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9 | R81.20 | exact | fw monitor -e 'accept net(10.0.0.0,8) and (tcpport(80) or tcpport(443)) and (not host(10.9.9.9));'
            checkpoint-fw-monitor | host 2001:db8::1 and tcp port 443 | R81.20 | wider | fw6 monitor -H '2001:db8::1'
            checkpoint-fw-monitor | (host 10.1.1.1 and tcp port 22) or (net 10.2.0.0/16 and not udp port 53) | R81.20 | exact | fw monitor -e 'accept (host(10.1.1.1) and tcpport(22)) or (net(10.2.0.0,16) and (not udpport(53)));'
            checkpoint-fw-ctl-debug | src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443 | R81.20 | exact | fw ctl debug -F '10.1.1.1,0,10.2.2.2,443,6' -m fw + drop conn
            checkpoint-fw-ctl-debug | src host 10.1.1.1 and icmp | R80.20 | exact | fw ctl set str simple_debug_filter_saddr_1 10.1.1.1 / fw ctl set int simple_debug_filter_proto_1 1
            checkpoint-fw-ctl-debug | host 10.1.1.1 | R80.10 | wider | fw ctl debug -buf 32768
            checkpoint-fw-ctl-zdebug | host 10.1.1.1 | R81.20 | wider | fw ctl zdebug -m fw + drop PIPE grep --line-buffered -w -F '10.1.1.1'
            fortigate-debug-flow | host 10.1.1.1 and host 10.2.2.2 and tcp port 443 | 7.4 | exact | diagnose debug flow filter addr 10.1.1.1 10.2.2.2 and / diagnose debug flow filter port 443 / diagnose debug flow filter proto 6 / diagnose debug flow filter
            fortigate-debug-flow | host 2001:db8::1 and tcp port 443 | 7.4 | exact | diagnose debug flow filter6 addr 2001:db8::1 / diagnose debug flow filter6 port 443 / diagnose debug flow filter6 proto 6
            """)
    void areWritten(String tool, String filter, String version, String coverage, String command) throws Exception {
        Map<String, String> settings = tool.equals("checkpoint-fw-monitor")
                ? Map.of("version", version, "count-in", "", "count-out", "", "file", "")
                : Map.of("version", version);
        CapturePlan plan = catalogue.plan(catalogue.profile(tool).orElseThrow(), FilterParser.parse(filter), settings);

        assertThat(plan.coverage().word()).isEqualTo(coverage);
        assertThat(plan.steps())
                .filteredOn(step -> step.phase() == Phase.PREPARE || step.phase() == Phase.START)
                .extracting(Step::command)
                .anySatisfy(typed ->
                        assertThat(typed).contains(command.replace(" / ", "\n").replace("PIPE", "|")));
    }
}
