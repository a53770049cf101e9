package dev.wirewalk.capture.text.junos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class FlowTraceParserTest {
    private static String trace(String... texts) {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            lines.append("Apr 23 14:01:57 14:01:56.726032:CID-0:THREAD_ID-01:RT:")
                    .append(text)
                    .append('\n');
        }
        return lines.toString();
    }

    @Test
    void aPacketThatIsTranslatedRoutedAndDenied() {
        ReadText read = ReadText.of(trace(
                        "<192.0.2.1/40000->198.51.100.9/443;6,0x0> matched filter F1:",
                        "packet [48] ipid = 7056, @0x433d641c",
                        "---- flow_process_pkt: (thd 2): flow_ctxt type 15, common flag 0x0",
                        "  ge-0/0/0.0:192.0.2.1/40000->198.51.100.9/443, tcp, flag 2 syn",
                        "  no session found, start first path. in_tunnel - 0x0, from_cp_flag - 0",
                        "flow_first_rule_dst_xlate: DST xlate: 198.51.100.9(443) to 10.0.0.9(8443), rule/pool id 1/1.",
                        "  routed (x_dst_ip 10.0.0.9) from untrust (ge-0/0/0.0 in 0) to vlan.10, Next-hop: 10.0.0.9",
                        "flow_first_policy_search: policy search from zone untrust-> zone trust (0x110,0xe05201bb,0x1bb)",
                        "  denied by policy default-deny(5), dropping pkt",
                        "  packet dropped,  denied by policy",
                        " ----- flow_process_pkt rc 0x7 (fp rc -1)"))
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "ge-0/0/0.0:in 1970-04-23T14:01:56.726032 192.0.2.1:40000 > 198.51.100.9:443 S id=7056");
        assertThat(read.remarks())
                .containsExactly(
                        "1 session no session found, start first path. in_tunnel - 0x0, from_cp_flag - 0",
                        "1 nat flow_first_rule_dst_xlate: DST xlate: 198.51.100.9(443) to 10.0.0.9(8443), rule/pool id 1/1.",
                        "1 route routed (x_dst_ip 10.0.0.9) from untrust (ge-0/0/0.0 in 0) to vlan.10, Next-hop: 10.0.0.9",
                        "1 policy flow_first_policy_search: policy search from zone untrust-> zone trust (0x110,0xe05201bb,0x1bb)",
                        "1 drop denied by policy default-deny(5), dropping pkt",
                        "1 drop packet dropped,  denied by policy",
                        "1 note ----- flow_process_pkt rc 0x7 (fp rc -1)");
    }

    @Test
    void packetsWithoutFilterOtherProtocolsAndAPacketThatIsOnlyDropped() {
        ReadText read = ReadText.of(trace(
                        "  .local..0:192.0.2.1/22->198.51.100.9/40000, tcp, flag 18",
                        "  ge-0/0/1.0:192.0.2.1->198.51.100.9, icmp, (8/0)",
                        "<192.0.2.1/53->198.51.100.9/4000;17> matched filter F1:",
                        "  ge-0/0/1.0:192.0.2.1/53->198.51.100.9/4000, udp",
                        " ----- flow_process_pkt rc 0x7 (fp rc -1)",
                        "<2001:db8::1/1->2001:db8::2/2;47> matched filter F1:"))
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        ".local..0 1970-04-23T14:01:56.726032 192.0.2.1:22 > 198.51.100.9:40000 PA",
                        "ge-0/0/1.0:in 1970-04-23T14:01:56.726032 192.0.2.1 > 198.51.100.9 icmp 8/0",
                        "ge-0/0/1.0:in 1970-04-23T14:01:56.726032 192.0.2.1:53 > 198.51.100.9:4000 proto=17",
                        "- 1970-04-23T14:01:56.726032 2001:db8::1 > 2001:db8::2 proto=47");
        assertThat(read.remarks()).containsExactly("3 drop ----- flow_process_pkt rc 0x7 (fp rc -1)");
    }

    @Test
    void droppedPacketsOfTheLiveList() {
        ReadText read = ReadText.of("""
                        user@srx> monitor security packet-drop
                        Starting packet drop:
                        11:10:03.500000:LSYS-ID-00 192.0.2.1/40000-->198.51.100.9/23;tcp,ipid-7056,ge-0/0/1.0,Dropped by POLICY:Denied by Policy
                        11:10:04.500000:LSYS-ID-00 192.0.2.1/4-->198.51.100.9/512;icmp,ipid-7,ge-0/0/1.0,Dropped by FLOW:First path Deny session
                        """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "ge-0/0/1.0:drop 11:10:03.500 192.0.2.1:40000 > 198.51.100.9:23 tcp id=7056",
                        "ge-0/0/1.0:drop 11:10:04.500 192.0.2.1 > 198.51.100.9 icmp -1/-1 id=7");
        assertThat(read.remarks())
                .containsExactly(
                        "1 drop Dropped by POLICY:Denied by Policy", "2 drop Dropped by FLOW:First path Deny session");
    }
}
