package dev.wirewalk.dialect.lines;

import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.PacketHeaders;
import java.util.function.Function;
import java.util.function.Predicate;

/** The device that reads the filters of a tool. */
public final class LineDevices {
    private LineDevices() {}

    public static Function<Run, Predicate<PacketHeaders>> of(String tool) {
        return switch (tool) {
            case "paloalto-packet-diag", "paloalto-flow-basic" -> PanEvaluator::reading;
            case "aws-traffic-mirror" -> AwsEvaluator::reading;
            case "cisco-ios-xe-epc", "cisco-ios-epc" -> IosEvaluator::reading;
            case "cisco-ftd-trace" -> FtdEvaluator::reading;
            case "junos-srx-flow-trace" -> JunosEvaluator::trace;
            case "junos-srx-packet-capture" -> JunosEvaluator::filter;
            case "junos-srx-packet-drop" -> JunosEvaluator::drops;
            case "azure-packet-capture" -> AzureEvaluator::reading;
            case "windows-pktmon" -> WordsEvaluator::pktmon;
            case "vmware-pktcap-uw" -> WordsEvaluator::pktcap;
            case "linux-iptables-trace" -> WordsEvaluator::iptables;
            case "linux-nft-trace" -> NftEvaluator::reading;
            case "windows-netsh-trace" -> KeysEvaluator::netsh;
            case "mikrotik-sniffer" -> KeysEvaluator::mikrotik;
            case "sonicwall-packet-monitor" -> KeysEvaluator::sonicwall;
            default -> throw new IllegalArgumentException("nobody reads filters of " + tool);
        };
    }
}
