package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong with captures in practice, by tool: the plan in which it can go wrong must say it, with the reason and with
 * what to do about it.
 */
class HazardsTest {
    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # hazard            | tools | filter | settings | words of the warning
            nothing is filtered | tcpdump cisco-asa-capture cisco-ftd-capture fortigate-debug-flow fortigate-sniffer checkpoint-fw-monitor checkpoint-fw-ctl-debug paloalto-packet-diag paloalto-flow-basic vmware-pktcap-uw openbsd-pflog linux-nft-trace linux-iptables-trace windows-pktmon mikrotik-sniffer cisco-ios-xe-epc cisco-ios-epc | '' | '' | (?i)(nothing is filtered¦all IPv4 packets¦everything¦every packet¦every connection)
            no limit            | tcpdump | host 10.1.1.1 | count= | no limit
            no limit            | checkpoint-fw-monitor | host 10.1.1.1 | count-in= | no limit
            no limit            | vmware-pktcap-uw | host 10.1.1.1 | count= seconds= | no limit
            any interface       | tcpdump | host 10.1.1.1 | interface=any | On any, frames have no Ethernet header
            fragments           | tcpdump cisco-asa-capture cisco-ftd-capture arista-tcpdump f5-tcpdump cisco-nxos-ethanalyzer openbsd-pflog paloalto-packet-diag junos-srx-packet-capture cisco-ios-xe-epc aws-traffic-mirror vmware-pktcap-uw | host 10.1.1.1 and tcp port 80 | '' | [Ll]ater fragments
            VLAN tags           | tcpdump cisco-asa-capture cisco-ftd-capture | vlan 100 and host 10.1.1.1 | '' | tag
            offload             | checkpoint-fw-monitor | host 10.1.1.1 | filter-by=expression | SecureXL
            offload             | fortigate-debug-flow fortigate-sniffer cisco-asa-capture paloalto-packet-diag paloalto-flow-basic | host 10.1.1.1 | '' | offload
            offload             | mikrotik-sniffer | host 10.1.1.1 | '' | [Ff]ast
            debug that stalls   | checkpoint-fw-ctl-debug | host 10.1.1.1 | debug=fw + packet | packet
            debug that stalls   | checkpoint-fw-ctl-debug | host 10.1.1.1 | debug=fw + all | all
            debug left on       | checkpoint-fw-ctl-debug | host 10.1.1.1 | '' | does not stop the kernel's debug
            sessions cleared    | fortigate-debug-flow | host 10.1.1.1 | session-source=10.1.1.1 clear-sessions=true | sessions
            lists cleared       | cisco-asa-capture | host 10.1.1.1 and not port 22 | '' | removes every access list
            IPv6 blind spot     | vmware-pktcap-uw | host 2001:db8::1 | '' | IPv6
            sequence numbers    | cisco-asa-capture | host 10.1.1.1 | '' | sequence numbers
            policy install      | checkpoint-fw-monitor | host 10.1.1.1 | '' | policy
            own session         | tcpdump | '' | '' | own session
            ARP not seen        | checkpoint-fw-monitor fortigate-debug-flow paloalto-packet-diag cisco-ftd-trace | arp or host 10.1.1.1 | '' | ARP
            """)
    void theHazardIsSaidWithAReasonAndARemedy(String hazard, String tools, String filter, String settings, String said)
            throws Exception {
        assertThat(hazard).isNotBlank();
        // The column sign of the table is also the sign of an alternative.
        Pattern words = Pattern.compile(said.replace('¦', '|'));
        for (String id : tools.split(" ")) {
            List<PlanWarning> found = warnings(id, filter, settings).stream()
                    .filter(warning -> words.matcher(warning.text()).find())
                    .toList();
            assertThat(found).as("%s of %s", hazard, id).isNotEmpty();
            assertThat(found)
                    .as("%s of %s: a reason and what to do about it", hazard, id)
                    .anyMatch(warning -> warning.text().split("[.:;,] ").length > 1);
        }
    }

    private List<PlanWarning> warnings(String id, String filter, String settings)
            throws BadProfileException, FilterSyntaxException, InvalidOptionException {
        ToolProfile profile = catalogue.profile(id).orElseThrow();
        Map<String, String> chosen = new LinkedHashMap<>();
        if (!settings.isEmpty()) {
            for (String setting : settings.split(" (?=[a-z-]+=)")) {
                int sign = setting.indexOf('=');
                chosen.put(setting.substring(0, sign), setting.substring(sign + 1));
            }
        }
        return catalogue.plan(profile, FilterParser.parse(filter), chosen).warnings();
    }
}
