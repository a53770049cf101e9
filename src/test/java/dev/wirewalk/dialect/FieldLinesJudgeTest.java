package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.LineTools;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.lines.LineDevices;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices, as their manuals describe them, read what is rendered and decide random packets. */
class FieldLinesJudgeTest {
    @ParameterizedTest
    @CsvSource({
        "paloalto-packet-diag, 11.1, 30",
        "aws-traffic-mirror, 2, 40",
        "cisco-ios-xe-epc, 17.9, 45",
        "cisco-ios-epc, 15.4, 45",
        "cisco-ftd-trace, 7.4, 12",
        "junos-srx-flow-trace, 22.4, 38",
        "junos-srx-packet-capture, 22.4, 45",
        "junos-srx-packet-drop, 22.4, 35",
        "azure-packet-capture, 2, 17",
        "windows-pktmon, 2022, 5",
        "windows-pktmon, 1809, 5",
        "vmware-pktcap-uw, 8.0, 5",
        "linux-iptables-trace, 1.8, 20",
        "linux-nft-trace, 1.0, 20",
        "windows-netsh-trace, 10, 2",
        "mikrotik-sniffer, 7, 5",
        "mikrotik-sniffer, 6, 2",
        "sonicwall-packet-monitor, 7, 5",
        "sonicwall-packet-monitor, 6.5, 2"
    })
    void selectsExactlyOrMoreAsItSays(String tool, String version, int leastExact) throws Exception {
        DialectSettings settings = LineTools.settings(tool, version);
        Map<Coverage, Integer> count = judge(tool, settings).judge(71, 150, 200);
        assertThat(LineTools.exactShare(count)).isGreaterThanOrEqualTo(leastExact);
    }

    private static DeviceJudge judge(String tool, DialectSettings settings) {
        return new DeviceJudge(
                new FieldLines(),
                settings,
                LineDevices.of(tool),
                packet -> settings.sees().contains(packet.network()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paloalto-packet-diag",
                "aws-traffic-mirror",
                "cisco-ios-xe-epc",
                "cisco-ios-epc",
                "cisco-ftd-trace",
                "junos-srx-flow-trace",
                "junos-srx-packet-capture",
                "junos-srx-packet-drop",
                "azure-packet-capture",
                "windows-pktmon",
                "vmware-pktcap-uw",
                "linux-iptables-trace",
                "linux-nft-trace",
                "windows-netsh-trace",
                "mikrotik-sniffer"
            })
    void readsBackWhatItWrites(String tool) throws Exception {
        ToolProfile profile = ToolCatalogue.standard().profile(tool).orElseThrow();
        DialectSettings settings = LineTools.settings(tool, profile.defaultVersion());
        List<TestPacket> traffic = RandomPackets.some(81, 100).stream()
                .filter(packet -> settings.sees().contains(packet.network()))
                .toList();
        for (Filter filter : RandomFilters.some(82, 60)) {
            for (Run run : new FieldLines().render(filter, settings).runs()) {
                Filter read = read(run, settings);
                Predicate<PacketHeaders> device = LineDevices.of(tool).apply(run);
                for (TestPacket packet : traffic) {
                    assertThat(FilterMeaning.matches(read, packet))
                            .as("%s%nread as %s%nfor %s", run, FilterPrinter.print(read), packet)
                            .isEqualTo(device.test(packet));
                }
            }
        }
    }

    private static Filter read(Run run, DialectSettings settings) {
        try {
            return new FieldLines().read(run, settings);
        } catch (UnreadableTextException problem) {
            throw new AssertionError(run + " at " + problem.piece() + "," + problem.column(), problem);
        }
    }
}
