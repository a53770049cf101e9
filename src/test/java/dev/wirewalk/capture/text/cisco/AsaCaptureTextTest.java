package dev.wirewalk.capture.text.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
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
}
