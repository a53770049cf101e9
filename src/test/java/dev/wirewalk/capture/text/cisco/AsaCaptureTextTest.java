package dev.wirewalk.capture.text.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.text.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsaCaptureTextTest {
    @Test
    void theListTellsTheInterfaceOfEachCapture() {
        ReadText text = ReadText.of("""
                        fw-a/pri/act# show capture
                        capture CAPIN type raw-data interface inside [Capturing - 300 bytes]
                          match tcp host 10.1.1.5 host 203.0.113.9
                        capture CAPOUT type raw-data interface outside [Buffer Full - 524200 bytes]
                          match tcp any host 203.0.113.9
                        capture ASP type asp-drop all circular-buffer[Capturing - 90 bytes]
                        fw-a/pri/act# sh cap CAPIN

                        2 packets captured

                           1: 09:00:01.000001       10.1.1.5.40001 > 203.0.113.9.443: S 1000:1000(0) win 64240 <mss 1460,nop,wscale 7>
                           2: 09:00:01.020001       203.0.113.9.443 > 10.1.1.5.40001: S 9000:9000(0) ack 1001 win 65535 <mss 1380>
                        2 packets shown
                        fw-a/pri/act# show capture CAPOUT

                        1 packet captured

                           1: 09:00:01.000101       192.0.2.10.40001 > 203.0.113.9.443: S 5000:5000(0) win 64240 <mss 1380,nop,wscale 7>
                        1 packet shown
                        fw-a/pri/act# show capture OTHER
                           1: 09:00:01.000201       192.0.2.10.40001 > 203.0.113.9.443: R 5001:5001(0) win 0
                        fw-a/pri/act# show capture ASP
                           1: 09:00:01.000301       192.0.2.10.40001 > 203.0.113.9.443: R 5001:5001(0) win 0 Drop-reason: (tcp-not-syn) First TCP packet not SYN
                           2: 09:00:01.000401       192.0.2.10.40001 > 203.0.113.9.443: . ack 7 win 100
                        fw-a/pri/act#
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "inside 09:00:01.000001 10.1.1.5:40001 > 203.0.113.9:443 S seq=1000 win=64240 mss=1460 data=0",
                        "inside 09:00:01.020001 203.0.113.9:443 > 10.1.1.5:40001 SA seq=9000 ack=1001 win=65535 mss=1380 data=0",
                        "outside 09:00:01.000101 192.0.2.10:40001 > 203.0.113.9:443 S seq=5000 win=64240 mss=1380 data=0",
                        "OTHER 09:00:01.000201 192.0.2.10:40001 > 203.0.113.9:443 R seq=5001 win=0 data=0",
                        "-:drop 09:00:01.000301 192.0.2.10:40001 > 203.0.113.9:443 R seq=5001 win=0 data=0",
                        "-:drop 09:00:01.000401 192.0.2.10:40001 > 203.0.113.9:443 A ack=7 win=100 data=0");
        assertThat(text.events())
                .contains(
                        "3/0 note capture CAPIN match tcp host 10.1.1.5 host 203.0.113.9",
                        "23/5 drop (tcp-not-syn) First TCP packet not SYN",
                        "24/6 drop in a capture of dropped packets, without a reason");
        assertThat(text.warnings())
                .singleElement()
                .asString()
                .contains("line 4:")
                .contains("CAPOUT is full");
        assertThat(text.report().format().label()).isEqualTo("cisco-asa-text");
    }

    @Test
    void capturesWithoutNamesAreNotTakenForOne() {
        ReadText text = ReadText.of("""
                        1 packet captured

                           1: Nov 20 2026 09:00:01.000001       10.1.1.5 > 10.2.2.6: icmp: echo request
                        1 packet shown

                        1 packet captured

                           1: Nov 20 2026 09:00:01.000051       10.1.1.5 > 10.2.2.6: icmp: echo request
                        1 packet shown
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "- 2026-11-20T09:00:01.000001 10.1.1.5 > 10.2.2.6 icmp 8/0",
                        "capture 2 2026-11-20T09:00:01.000051 10.1.1.5 > 10.2.2.6 icmp 8/0");
    }

    @Test
    void whatEachProtocolLooksLike() {
        ReadText text = ReadText.of("""
                           1: 09:00:01.000001       802.1Q vlan#70 P0 10.1.1.5.40001 > 10.2.2.53.53:  udp 33
                           2: 09:00:01.000002       802.1Q vlan#70 P0 10.1.1.5 > 10.2.2.6: icmp: echo request
                           3: 09:00:01.000003       10.2.2.1 > 10.1.1.5: icmp: host 10.2.2.6 unreachable
                           4: 09:00:01.000004       10.2.2.1 > 10.1.1.5: icmp: 10.2.2.6 udp port 53 unreachable
                           5: 09:00:01.000005       10.2.2.1 > 10.1.1.5: icmp: time exceeded in-transit
                           6: 09:00:01.000006       arp who-has 10.2.2.6 tell 10.2.2.1
                           7: 09:00:01.000007       arp who-has 10.2.2.6 (0:50:56:8d:99:2b) tell 10.2.2.1
                           8: 09:00:01.000008       arp reply 10.2.2.6 is-at 0:50:56:8d:99:2b
                           9: 09:00:01.000009       192.0.2.1 > 192.0.2.2:  ip-proto-50, length 100
                          10: 09:00:01.000010       10.1.1.5 > 10.2.2.6  (frag 218:1480@1480+)
                          11: 09:00:01.000011       2001:db8::5.40001 > 2001:db8::6.443: S 1:1(0) win 64240
                          12: 09:00:01.000012       2001:db8::5 > 2001:db8::6: icmp6: echo request
                          13: 09:00:01.000013       10.1.1.5.40001 > 10.2.2.6.443: P 10:15(5) ack 7 win 100
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "- 09:00:01.000001 vlan=70 10.1.1.5:40001 > 10.2.2.53:53 proto=17 data=33",
                        "- 09:00:01.000002 vlan=70 10.1.1.5 > 10.2.2.6 icmp 8/0",
                        "- 09:00:01.000003 10.2.2.1 > 10.1.1.5 icmp 3/1",
                        "- 09:00:01.000004 10.2.2.1 > 10.1.1.5 icmp 3/3",
                        "- 09:00:01.000005 10.2.2.1 > 10.1.1.5 icmp 11/0",
                        "- 09:00:01.000006 arp 1",
                        "- 09:00:01.000007 arp 1",
                        "- 09:00:01.000008 arp 2",
                        "- 09:00:01.000009 192.0.2.1 > 192.0.2.2 proto=50",
                        "- 09:00:01.000010 10.1.1.5 > 10.2.2.6 frag 1480+ id=218 data=1480",
                        "- 09:00:01.000011 2001:db8::5:40001 > 2001:db8::6:443 S seq=1 win=64240 data=0",
                        "- 09:00:01.000012 2001:db8::5 > 2001:db8::6 icmp 128/0",
                        "- 09:00:01.000013 10.1.1.5:40001 > 10.2.2.6:443 PA seq=10 ack=7 win=100 data=5");
    }

    @Test
    void detailAndDumpGiveHardwareAddressesAndBytes() {
        ReadText text = ReadText.of("""
                           1: 09:00:01.000001 0050.568d.992b 0050.568d.c0e2 0x0800 Length: 60
                              10.1.1.5.40001 > 10.2.2.6.443: S [tcp sum ok] 7:7(0) win 100 (DF) (ttl 63, id 99)
                           2: 09:00:01.000002 0050.568d.992b 0050.568d.c0e2 0x8100 Length: 64
                              802.1Q vlan#5 P0 10.1.1.5.40001 > 10.2.2.6.443: . ack 1 win 100 (ttl 63, id 100)
                           3: 09:00:01.000003 0050.568d.992b 0050.568d.c0e2 0x88cc Length: 90
                           4: 09:00:01.000004       10.1.1.5.40001 > 10.2.2.53.53:  udp 2
                        0x0000   4500 001e 0007 0000 4011 0000 0a01 0105        E.......@.......
                        0x0010   0a02 0235 9c41 0035 000a 0000 6869             ...5.A.5....hi
                           5: 09:00:01.000005 0050.568d.992b 0050.568d.c0e2 0x0800 Length: 60
                              10.1.1.5.40001 > 10.2.2.53.53:  udp 2
                        0x0000   0050 568d c0e2 0050 568d 992b 0800 4500        .PV....PV..+..E.
                        0x0010   001e 0008 0000 4011 0000 0a01 0105 0a02        ......@.........
                        0x0020   0235 9c41 0035 000a 0000 6869                  .5.A.5....hi
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "- 09:00:01.000001 10.1.1.5:40001 > 10.2.2.6:443 S seq=7 win=100 id=99 ttl=63 data=0",
                        "- 09:00:01.000002 vlan=5 10.1.1.5:40001 > 10.2.2.6:443 A ack=1 win=100 id=100 ttl=63 data=0",
                        "- 09:00:01.000003 ? > ?",
                        "- 09:00:01.000004 10.1.1.5:40001 > 10.2.2.53:53 proto=17 id=7 ttl=64 data=2",
                        "- 09:00:01.000005 10.1.1.5:40001 > 10.2.2.53:53 proto=17 id=8 ttl=64 data=2");
        assertThat(text.warnings()).singleElement().asString().contains("packet 3 carries cannot be read");
    }

    @Test
    void recordsThatWereWrappedArePutTogether() {
        ReadText text = ReadText.of("""
                         1: 09:00:01.000001       10.1.1.5.40001 > 10.2.2.6.443: S
                            7:7(0) win 100 <mss 536> Drop-reason: (acl-drop)
                            Flow is denied by configured rule
                        """ + """
                   2: 09:00:02.000001       192.168.10.5.40001 > 10.2.2.60.443: S 7:7(0) win 10
                0 <mss 536> Drop-reason: (acl-drop) Flow is denied by configured rule, Drop-loc
                ation: frame 0x0000558 flow (NA)/NA
                """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "-:drop 09:00:01.000001 10.1.1.5:40001 > 10.2.2.6:443 S seq=7 win=100 mss=536 data=0",
                        "-:drop 09:00:02.000001 192.168.10.5:40001 > 10.2.2.60:443 S seq=7 win=100 mss=536 data=0");
        assertThat(text.events())
                .containsExactly(
                        "1/1 drop (acl-drop) Flow is denied by configured rule",
                        "4/2 drop (acl-drop) Flow is denied by configured rule, Drop-location: frame 0x0000558 flow (NA)/NA");
    }

    @Test
    void aTracedPacketHasItsPhasesAsEvents() {
        ReadText text = ReadText.of("""
                        > show capture CAPI packet-number 1 trace

                        2 packets captured

                           1: 09:00:01.000001       10.1.1.5.40001 > 10.2.2.6.443: S 7:7(0) win 100
                        Phase: 1
                        Type: CAPTURE
                        Subtype:
                        Result: ALLOW
                        Config:
                        Additional Information:
                        MAC Access list

                        Phase: 2
                        Type: ACCESS-LIST
                        Subtype: log
                        Result: DROP
                        Elapsed time: 303 ns
                        Config:
                        access-group CSM_FW_ACL_ global
                        Additional Information:

                        Result:
                        input-interface: inside(vrfid:0)
                        input-status: up
                        Action: drop
                        Drop-reason: (acl-drop) Flow is denied by configured rule, Drop-location: frame 0x1 flow (NA)/NA

                        1 packet shown
                        """).whole();
        assertThat(text.frames())
                .containsExactly("CAPI 09:00:01.000001 10.1.1.5:40001 > 10.2.2.6:443 S seq=7 win=100 data=0");
        assertThat(text.events())
                .containsExactly(
                        "6/1 note trace: phase 1 CAPTURE: ALLOW; MAC Access list",
                        "14/1 drop trace: phase 2 ACCESS-LIST log: DROP; Elapsed time: 303 ns; access-group CSM_FW_ACL_ global",
                        "23/1 drop trace: input-interface: inside(vrfid:0); Action: drop; "
                                + "Drop-reason: (acl-drop) Flow is denied by configured rule, Drop-location: frame 0x1 flow (NA)/NA");
    }

    @Test
    void packetTracerIsASimulationAndNoPacket() {
        ReadText text = ReadText.of("""
                        fw-a# packet-tracer input inside tcp 10.1.1.5 40001 10.2.2.6 443
                        Phase: 1
                        Type: UN-NAT
                        Subtype: static
                        Result: ALLOW
                        Config:
                        nat (dmz,outside) source static srv srv-public
                        Additional Information:
                        NAT divert to egress interface dmz
                        Untranslate 10.2.2.6/443 to 10.9.9.6/8443
                        Phase: 2
                        Type: ROUTE-LOOKUP
                        Subtype: Resolve Egress Interface
                        Result: ALLOW
                        Config:
                        Additional Information:
                        found next-hop 10.9.9.6 using egress ifc  dmz
                        Result:
                        input-interface: inside
                        output-interface: dmz
                        Action: drop
                        Drop-reason: (no-adjacency) No valid adjacency
                        fw-a# show clock
                        """).whole();
        assertThat(text.frames()).isEmpty();
        assertThat(text.events())
                .containsExactly(
                        "1/0 note simulation: packet-tracer input inside tcp 10.1.1.5 40001 10.2.2.6 443",
                        "2/0 nat simulation: phase 1 UN-NAT static: ALLOW; nat (dmz,outside) source static srv srv-public; "
                                + "NAT divert to egress interface dmz; Untranslate 10.2.2.6/443 to 10.9.9.6/8443",
                        "11/0 route simulation: phase 2 ROUTE-LOOKUP Resolve Egress Interface: ALLOW; "
                                + "found next-hop 10.9.9.6 using egress ifc  dmz",
                        "18/0 drop simulation: input-interface: inside; output-interface: dmz; Action: drop; "
                                + "Drop-reason: (no-adjacency) No valid adjacency");
    }

    @Test
    void missingPacketsAndUnitsOfAClusterAreTold() {
        ReadText text = ReadText.of("""
                        fw-a# cluster exec show capture CAPI
                        unit-1-1(LOCAL):*****************************************************

                        3 packets captured

                           1: 09:00:01.000001       10.1.1.5 > 10.2.2.6: icmp: echo request
                        3 packets shown

                        unit-1-2:*************************************************************

                        0 packet captured

                        0 packet shown
                        """).whole();
        assertThat(text.frames()).containsExactly("CAPI of unit-1-1 09:00:01.000001 10.1.1.5 > 10.2.2.6 icmp 8/0");
        assertThat(text.warnings()).singleElement().asString().contains("2 of them are not in the text");
    }

    private static ReadText sample(String name) {
        return ReadText.of(SharedFolder.path("samples", "cisco-asa", name)).whole();
    }

    @Test
    void publicSampleOfOneFlowInThreeCaptures() {
        ReadText text = sample("challenge_ack_three_captures.txt");
        assertThat(text.frames()).hasSize(18);
        assertThat(text.frames().subList(0, 9)).allMatch(frame -> frame.startsWith("inside 15:36:"));
        assertThat(text.frames().subList(9, 17)).allMatch(frame -> frame.startsWith("dmz 15:36:"));
        assertThat(text.frames().get(0))
                .isEqualTo("inside 15:36:43.513340 10.117.142.19:42098 > 192.168.198.28:443 S seq=2514567835 win=29200 "
                        + "mss=1460 ts=3896645 data=0");
        assertThat(text.frames().get(10))
                .isEqualTo("dmz 15:36:43.524173 192.168.198.28:443 > 10.117.142.19:42098 A ack=2338118548 win=366 "
                        + "ts=3507892714 data=0");
        assertThat(text.frames().get(17))
                .isEqualTo(
                        "-:drop 15:36:43.524234 10.117.142.19:42098 > 192.168.198.28:443 R seq=2338118548 win=0 data=0");
        assertThat(text.events())
                .last()
                .isEqualTo("44/18 drop (tcp-rstfin-ooo) TCP RST/FIN out of order, "
                        + "Drop-location: frame 0x000055870affc2df flow (NA)/NA");
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void publicSamplesOfPackets() {
        assertThat(sample("aspdrop_acl_wrapped.txt").frames())
                .containsExactly(
                        "-:drop 04:12:10.428093 192.168.10.10:34327 > 10.94.0.51:15868 S seq=2669456341 win=4128 mss=536 data=0",
                        "-:drop 04:12:12.427330 192.168.10.10:34327 > 10.94.0.51:15868 S seq=2669456341 win=4128 mss=536 data=0");
        assertThat(sample("aspdrop_acl_wrapped.txt").events())
                .containsExactly(
                        "3/1 drop (acl-drop) Flow is denied by configured rule",
                        "6/2 drop (acl-drop) Flow is denied by configured rule");
        assertThat(sample("detail_udp_and_fragments.txt").frames())
                .containsExactly(
                        "- 23:24:22.526431 10.0.3.4:10000 > 10.0.3.6:2123 proto=17 id=0 ttl=64 data=97",
                        "capture 2 1970-01-02T11:05:29.907301 192.168.1.38:1027 > 4.2.2.2:8000 proto=17 frag 0+ id=218 ttl=64 data=1472",
                        "capture 2 1970-01-02T11:05:29.907316 192.168.1.38 > 4.2.2.2 frag 1480+ id=218 ttl=64 data=1480");
        ReadText http = sample("plain_tcp_http.txt");
        assertThat(http.frames()).hasSize(7);
        assertThat(http.frames().get(3))
                .isEqualTo(
                        "- 15:01:45.054852 1.1.1.1:12869 > 2.2.2.2:80 PA seq=3624439038 ack=285283041 win=260 data=290");
        ReadText vlan = sample("vlan_icmp_inside.txt");
        assertThat(vlan.frames())
                .hasSize(8)
                .allMatch(frame -> frame.startsWith("inside 09:41:") && frame.contains("vlan=2"));
        assertThat(vlan.frames().get(7)).endsWith("192.168.200.1 > 192.168.100.1 icmp 0/0");
    }

    @Test
    void publicSamplesWithoutPackets() {
        List<String> tail = sample("packet_tracer_allow_tail_and_deny.txt").events();
        assertThat(tail)
                .hasSize(7)
                .contains(
                        "7/0 session trace: phase 8 FLOW-CREATION: ALLOW; New flow created with id 94755, "
                                + "packet dispatched to next module",
                        "22/0 note simulation: packet-tracer input inside tcp 192.168.3.20 9876 8.8.8.8 81",
                        "30/0 drop simulation: phase 2 ACCESS-LIST: DROP; Implicit Rule")
                .last()
                .asString()
                .startsWith("37/0 drop simulation: ")
                .endsWith("Drop-reason: (acl-drop) Flow is denied by configured rule");
        List<String> more = sample("packet_tracer_more_prompts.txt").events();
        assertThat(more).hasSize(4);
        assertThat(more.get(0)).isEqualTo("1/0 nat trace: Untranslate 66.66.66.2/0 to 172.16.8.2/0");
        assertThat(more.get(1)).startsWith("3/0 nat trace: phase 3 NAT per-session: ALLOW; ICMP echo reply, locate");
        assertThat(more.get(2)).isEqualTo("14/0 drop trace: phase 4 ACCESS-LIST: DROP; Implicit Rule");
        ReadText counters = sample("show_asp_drop_counters.txt");
        assertThat(counters.frames()).isEmpty();
        assertThat(counters.events())
                .hasSize(8)
                .contains("4/0 note Frame drop counter: Flow is denied by configured rule (acl-drop): 29");
    }
}
