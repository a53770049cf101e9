package dev.wirewalk.capture.text.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.capture.text.ReadText;
import dev.wirewalk.flow.FrameAnalysis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others printed: each line is accounted for, and there are as many packets as a person counts; the texts of a capture tell the same as it. */
class TcpdumpSamplesTest {
    @ParameterizedTest
    @CsvSource({
        "tcpdump/g_gre_nn-v.txt, 13",
        "tcpdump/g_http_ip4and6_nn.txt, 20",
        "tcpdump/g_icmp_traceroute_nn.txt, 39",
        "tcpdump/g_icmpv6_ns_nn-e.txt, 7",
        "tcpdump/g_ip_frag_source_nn-v.txt, 6",
        "tcpdump/g_latency2_default.txt, 6",
        "tcpdump/g_latency2_n.txt, 6",
        "tcpdump/g_latency2_nn-A.txt, 6",
        "tcpdump/g_latency2_nn-S.txt, 6",
        "tcpdump/g_latency2_nn-XX.txt, 4",
        "tcpdump/g_latency2_nn-e.txt, 6",
        "tcpdump/g_latency2_nn-number.txt, 6",
        "tcpdump/g_latency2_nn-q.txt, 6",
        "tcpdump/g_latency2_nn-tt.txt, 6",
        "tcpdump/g_latency2_nn-ttt.txt, 6",
        "tcpdump/g_latency2_nn-tttt.txt, 6",
        "tcpdump/g_latency2_nn-ttttt.txt, 6",
        "tcpdump/g_latency2_nn-v.txt, 6",
        "tcpdump/g_latency2_nn-vv.txt, 6",
        "tcpdump/g_latency2_nn-vvv.txt, 6",
        "tcpdump/g_latency2_nn-x.txt, 4",
        "tcpdump/g_latency2_nn.txt, 6",
        "tcpdump/g_nowebaccess1_nn.txt, 9",
        "tcpdump/g_sll2_from_file_nn.txt, 18",
        "tcpdump/g_sll_nn-e.txt, 14",
        "tcpdump/g_tcp_dupack_nn.txt, 9",
        "tcpdump/g_tcp_retransmissions_nn-v.txt, 6",
        "tcpdump/g_vlan_nn-e.txt, 21",
        "tcpdump/lab_any_healthy.txt, 57",
        "tcpdump/lab_any_refused.txt, 5",
        "tcpdump/lab_any_router_drop.txt, 5",
        "tcpdump/lab_any_server_down.txt, 9",
        "tcpdump/old_pflog_wrapped.txt, 4",
        "tcpdump/old_syn_retry_backoff_wrapped.txt, 4",
        "tcpdump/old_synack_retransmit_wrapped.txt, 5",
        "tcpdump/old_vlan_two_generations.txt, 4",
        "tcpdump/v3.9.8_print-A.txt, 6",
        "tcpdump/v3.9.8_print-AA.txt, 6",
        "tcpdump/v3.9.8_print-x.txt, 6",
        "tcpdump/v4.1.1_print-capX.txt, 6",
        "tcpdump/v4.9.3_print-A.txt, 6",
        "tcpdump/v4.9.3_print-capXX.txt, 6",
        "tcpdump/v4.99_802.1ad_QinQv.txt, 2",
        "tcpdump/v4.99_arp-oobr.txt, 36",
        "tcpdump/v4.99_dns_tcp-vv.txt, 11",
        "tcpdump/v4.99_dns_udp-v.txt, 2",
        "tcpdump/v4.99_hsrp_1-v.txt, 23",
        "tcpdump/v4.99_icmp-rfc8335-v.txt, 10",
        "tcpdump/v4.99_icmpv6.txt, 5",
        "tcpdump/v4.99_igmpv3-queries.txt, 6",
        "tcpdump/v4.99_ipv4_invalid_length.txt, 1",
        "tcpdump/v4.99_ipv4_invalid_total_length_2.txt, 1",
        "tcpdump/v4.99_loopback.txt, 6",
        "tcpdump/v4.99_mpls-traceroute-v.txt, 10",
        "tcpdump/v4.99_mptcp-v1.txt, 20",
        "tcpdump/v4.99_nflog-e.txt, 4",
        "tcpdump/v4.99_pppoe.txt, 1",
        "tcpdump/v4.99_print-capX.txt, 6",
        "tcpdump/v4.99_quiet-micro-plain.txt, 3",
        "tcpdump/v4.99_quiet-micro-t.txt, 3",
        "tcpdump/v4.99_quiet-micro-tt.txt, 3",
        "tcpdump/v4.99_quiet-micro-ttt.txt, 3",
        "tcpdump/v4.99_quiet-micro-tttt.txt, 3",
        "tcpdump/v4.99_quiet-micro-ttttt.txt, 3",
        "tcpdump/v4.99_quiet-nano-t.txt, 3",
        "tcpdump/v4.99_quiet-nano-tt.txt, 3",
        "tcpdump/v4.99_quiet-nano-ttt.txt, 3",
        "tcpdump/v4.99_tcp_eight_lowest_weight_flags_set.txt, 1",
        "tcpdump/v4.99_tcp_rst_data-v.txt, 1",
        "tcpdump/v4.99_tcp_rst_data.txt, 1",
        "tcpdump/v4.99_tftp.txt, 7",
        "tcpdump/v4.99_timestamp_invalid_micro.txt, 3",
        "tcpdump/v4.99_vxlan.txt, 10",
        "f5-tcpdump/noise_old_syn_reset.txt, 4",
        "f5-tcpdump/noise_port_trunk.txt, 2",
        "f5-tcpdump/noise_port_trunk_no_wscale.txt, 2",
        "junos/monitor_traffic_bgp_v6_detail.txt, 1",
        "junos/monitor_traffic_extensive_pppoe.txt, 1",
        "fortigate-sniffer/sniftran_fac.txt, 7",
        "fortigate-sniffer/sniftran_fac3.txt, 9",
        "fortigate-sniffer/sniftran_fac4.txt, 4",
        "fortigate-sniffer/sniftran_fac5.txt, 6",
    })
    void everyLineIsAccountedFor(String file, int packets) {
        ReadText read = ReadText.of(SharedFolder.path("samples", file)).whole();
        assertThat(read.frames()).hasSize(packets);
        assertThat(read.reading().regions()).hasSize(1);
        assertThat(read.report().format().label()).isEqualTo("tcpdump-text");
    }

    /** What an analysis says of a file: flags frame by frame, and the states of the conversations. */
    private record Analysed(List<Integer> flags, List<String> states) {
        static Analysed of(Path file) throws UnreadableCapture {
            FrameAnalysis analysis = new FrameAnalysis();
            List<Integer> flags = new ArrayList<>();
            try (CaptureFile capture = CaptureFile.open(file)) {
                capture.read(frame -> {
                    analysis.add(frame);
                    flags.add(analysis.flags());
                });
            }
            List<String> states = new ArrayList<>();
            for (int i = 0; i < analysis.conversations().count(); i++) {
                states.add(analysis.state(i).toString());
            }
            return new Analysed(flags, states);
        }
    }

    @Test
    void theTextsOfACaptureTellWhatTheCaptureTells() throws UnreadableCapture {
        for (Path capture : SharedFolder.files("cases", ".pcap")) {
            Analysed real = Analysed.of(capture);
            for (String variant : List.of("nn", "nn-v-e", "nn-vvv-e-X", "tttt-n")) {
                Path text = Path.of(capture.toString().replace(".pcap", "." + variant + ".txt"));
                if (real.flags().isEmpty() || !Files.exists(text)) {
                    continue;
                }
                ReadText.of(text).whole();
                Analysed read = Analysed.of(text);
                // Long dumps are cut after some packets.
                int packets = variant.endsWith("X")
                        ? Math.min(real.flags().size(), read.flags().size())
                        : real.flags().size();
                assertThat(read.flags())
                        .as(text.toString())
                        .isEqualTo(real.flags().subList(0, packets));
                if (packets == real.flags().size()) {
                    assertThat(read.states()).as(text.toString()).isEqualTo(real.states());
                }
            }
        }
    }
}
