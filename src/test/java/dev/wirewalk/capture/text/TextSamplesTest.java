package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others pasted: each line is accounted for, and there are as many packets and drops as a person counts. */
class TextSamplesTest {
    @ParameterizedTest
    @CsvSource({
        // file, format, packets, drops
        "fortigate-flow/v4_no_func_ipsec_selector.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v52_deny_then_allow_fastpath.txt, fortigate-flow-text, 5, 2",
        "fortigate-flow/v56_replay_packet_drop_wrapped.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v6_ipsec_no_selector_local.txt, fortigate-flow-text, 2, 2",
        "fortigate-flow/v6_transparent_denied_no_policy.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v6_vip_match_dnat_allowed.txt, fortigate-flow-text, 1, 0",
        "fortigate-flow/v6_vip_no_match_localin.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v74_localin_policy1.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v7_iprope_detail.txt, fortigate-flow-text, 2, 0",
        "fortigate-flow/v7_ipsec_encrypt_ok_ts.txt, fortigate-flow-text, 2, 0",
        "fortigate-flow/v7_policy0_deny_ts.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v7_policyN_deny_ts.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v7_rpf_fail_ts.txt, fortigate-flow-text, 1, 1",
        "fortigate-flow/v7_shaper_exceeded_ts.txt, fortigate-flow-text, 0, 1",
        "fortigate-flow/v7_snat_and_npu_offload_ts.txt, fortigate-flow-text, 3, 0",
        "fortigate-sniffer/sniftran_pppoe.txt, fortigate-sniffer-text, 10, 0",
        "fortigate-sniffer/sniftran_pppoe2.txt, fortigate-sniffer-text, 11, 0",
        "fortigate-sniffer/sniftran_pppoe3.txt, fortigate-flow-text, 0, 0",
        "fortigate-sniffer/sniftran_test10.txt, fortigate-sniffer-text, 4, 0",
        "fortigate-sniffer/sniftran_test2.txt, fortigate-sniffer-text, 2, 0",
        "fortigate-sniffer/sniftran_test3short.txt, fortigate-sniffer-text, 1, 0",
        "fortigate-sniffer/sniftran_test4.txt, fortigate-sniffer-text, 3, 0",
        "fortigate-sniffer/sniftran_test5.txt, fortigate-sniffer-text, 8, 0",
        "fortigate-sniffer/sniftran_test7.txt, fortigate-sniffer-text, 6, 0",
        "fortigate-sniffer/sniftran_test8.txt, fortigate-sniffer-text, 28, 0",
        "fortigate-sniffer/sniftran_test9.txt, fortigate-sniffer-text, 7, 0",
        "fortigate-sniffer/v4_abs_time_vip.txt, fortigate-sniffer-text, 3, 0",
        "fortigate-sniffer/v4_in_out_snat_ping.txt, fortigate-sniffer-text, 8, 0",
        "fortigate-sniffer/v4_udp_snmp_dup.txt, fortigate-sniffer-text, 4, 0",
        "linux-trace/iptables_trace_two_packets.txt, iptables-trace-text, 2, 0",
        "linux-trace/iptables_trace_wrapped.txt, iptables-trace-text, 1, 0",
        "linux-trace/lab_nft_ruleset_of_drop.txt, nft-trace-text, 0, 0",
        "linux-trace/lab_nft_trace_drop.txt, nft-trace-text, 4, 4",
        "linux-trace/lab_xtables_monitor_reject.txt, iptables-trace-text, 1, 1",
        "junos/srx_traceoptions_dnat_policy.txt, junos-flow-trace-text, 1, 0",
        "junos/srx_traceoptions_hostbound_spaced.txt, junos-flow-trace-text, 1, 0",
        "pktmon/realtime_syn_two_components.txt, pktmon-text, 1, 0",
        "iosxe-capture/MonitorCaptureBufferDetailed_golden_output1.txt, cisco-ios-capture-text, 1, 0",
        "iosxe-capture/MonitorCaptureBufferDetailed_golden_output4.txt, cisco-ios-capture-text, 1, 0",
        "iosxe-capture/MonitorCaptureBufferDetailed_golden_output_4_rv1.txt, cisco-ios-capture-text, 1, 0",
        "iosxe-capture/MonitorCaptureBuffer_golden_output1.txt, cisco-ios-capture-text, 10, 0",
        "iosxe-capture/MonitorCaptureBuffer_golden_output2.txt, cisco-ios-capture-text, 10, 0",
        "iosxe-capture/MonitorCaptureStatistics_golden_output.txt, cisco-ios-counters-text, 0, 0",
        "iosxe-capture/MonitorCapture_golden_output1.txt, cisco-ios-counters-text, 0, 0",
        "iosxe-capture/MonitorCapture_golden_output3.txt, cisco-ios-counters-text, 0, 0",
        "iosxe-capture/PlatformHardwareQfpStatisticsDrop_golden_output_active.txt, cisco-ios-counters-text, 0, 0",
        "iosxe-capture/PlatformPacketTracePacket_golden1.txt, cisco-ios-packet-trace-text, 1, 0",
        "iosxe-capture/PlatformPacketTracePacket_golden3.txt, cisco-ios-packet-trace-text, 1, 0",
        "iosxe-capture/PlatformPacketTracePacket_golden6.txt, cisco-ios-packet-trace-text, 2, 0",
        "iosxe-capture/PlatformSoftwareFedSwitchActivePuntPacketCapture_golden_output.txt, cisco-ios-punt-text, 2, 0",
    })
    void isReadWhole(String file, String format, long packets, long drops) {
        Path sample = SharedFolder.path("samples", file);
        ReadText read = ReadText.of(sample).whole();
        assertThat(read.report().format().label()).isEqualTo(format);
        assertThat(read.frames()).hasSize((int) packets);
        assertThat(read.events().stream().filter(event -> event.contains(" drop ")))
                .hasSize((int) drops);
    }
}
