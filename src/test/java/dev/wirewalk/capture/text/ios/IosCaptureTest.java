package dev.wirewalk.capture.text.ios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class IosCaptureTest {
    @Test
    void onePacketInOneLine() {
        ReadText read = ReadText.of("""
                        sw#show monitor capture CAP buffer brief
                        Starting the packet display ........ Press Ctrl + Shift + 6 to exit

                            1   0.000000    192.0.2.1 -> 198.51.100.9 TCP 66 40000 \u2192 443 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 WS=256 SACK_PERM=1
                            2   0.001000 198.51.100.9 -> 192.0.2.1    TCP 66 443 -> 40000 [SYN, ACK] Seq=0 Ack=1 Win=29200 Len=0 MSS=1400
                            3   1.000000    192.0.2.1 -> 198.51.100.9 TCP 60 [TCP Retransmission] 40000 -> 443 [PSH, ACK] Seq=1 Ack=1 Win=131072 Len=10
                            4   1.5         192.0.2.1 -> 198.51.100.9 UDP 60 53 -> 4000 Len=12
                            5   2.000000    192.0.2.1 -> 198.51.100.9 ICMP 114 Echo (ping) request  id=0x0049, seq=3/768, ttl=255
                            6   2.000000  203.0.113.1 -> 192.0.2.1    ICMP 70 Destination unreachable (Host administratively prohibited)
                            7   2.000000    192.0.2.1 -> 224.0.0.5    OSPF 90 Hello Packet
                            8   2.000000 Cisco_00:00:10 -> Broadcast  ARP 60 Who has 192.0.2.9? Tell 192.0.2.1
                            9   2.000000 Cisco_00:00:10 -> Cisco_00:00:20 0xffff 500 Ethernet II
                        """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "CAP 00:00:00 192.0.2.1:40000 > 198.51.100.9:443 S win=64240 mss=1460 data=0",
                        "CAP 00:00:00.001 198.51.100.9:443 > 192.0.2.1:40000 SA win=29200 mss=1400 data=0",
                        "CAP 00:00:01 192.0.2.1:40000 > 198.51.100.9:443 PA data=10",
                        "CAP 00:00:01.500 192.0.2.1:53 > 198.51.100.9:4000 proto=17 data=12",
                        "CAP 00:00:02 192.0.2.1 > 198.51.100.9 icmp 8/0 echo=73 seq=3 ttl=255",
                        "CAP 00:00:02 203.0.113.1 > 192.0.2.1 icmp 3/10",
                        "CAP 00:00:02 192.0.2.1 > 224.0.0.5 proto=89",
                        "CAP 00:00:02 arp 1",
                        "CAP 00:00:02 ? > ?");
        assertThat(read.remarks()).containsExactly("3 note TCP Retransmission");
    }

    @Test
    void theTableOfARouterAndItsDump() {
        ReadText read = ReadText.of("""
                        ----------------------------------------------------------------------
                         #   size   timestamp     source             destination   dscp    protocol
                        ----------------------------------------------------------------------
                           0   54    0.000000   192.0.2.1        ->  198.51.100.9     48  CS6  TCP
                          0000:  02005E10 01010200 5E100110 08004500   ..^.....^.....E.
                          0010:  00281B90 40004006 0000C000 0201C633   .(..@.@........3
                          0020:  64099C40 01BB0000 00070000 00005002   d..@..........P.
                          0030:  72100000 0000                         r.....
                           1   74    1.000000   192.0.2.1        ->  198.51.100.9      0  BE   ICMP
                        """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "- 00:00:00 192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=29200 id=7056 ttl=64 data=0",
                        "- 00:00:01 192.0.2.1 > 198.51.100.9 icmp -1/-1");
    }

    @Test
    void aTreeOfFields() {
        ReadText read = ReadText.of("""
                        Frame 4: 70 bytes on wire (560 bits), 70 bytes captured (560 bits) on interface /tmp/x, id 0
                            Arrival Time: May  1, 2026 10:00:01.250000000 UTC
                            Epoch Time: 1777629601.250000000 seconds
                            Frame Length: 70 bytes (560 bits)
                        Ethernet II, Src: Cisco_10:01:10 (02:00:5e:10:01:10), Dst: 02:00:5e:10:01:01 (02:00:5e:10:01:01)
                            Type: 802.1Q Virtual LAN (0x8100)
                        802.1Q Virtual LAN, PRI: 0, DEI: 0, ID: 70
                            .... 0000 0100 0110 = ID: 70
                        Internet Protocol Version 4, Src: 192.0.2.1, Dst: 198.51.100.9
                            Total Length: 52
                            Identification: 0x1b90 (7056)
                            Flags: 0x4000, Don't fragment
                                .1.. .... .... .... = Don't fragment: Set
                                ..0. .... .... .... = More fragments: Not set
                            Fragment offset: 0
                            Time to live: 63
                            Protocol: TCP (6)
                        Transmission Control Protocol, Src Port: https (443), Dst Port: 40000, Seq: 0, Ack: 1, Len: 0
                            Sequence number: 0    (relative sequence number)
                            Sequence number (raw): 820312813
                            Acknowledgment number (raw): 8
                            Flags: 0x012 (SYN, ACK)
                            Window size value: 29200
                            [TCP Segment Len: 0]
                            Options: (8 bytes), Maximum segment size
                                TCP Option - Maximum segment size: 1460 bytes
                        Frame 5: 60 bytes on wire (480 bits), 60 bytes captured (480 bits)
                        Ethernet II, Src: 02:00:5e:10:01:10 (02:00:5e:10:01:10), Dst: 02:00:5e:10:01:01 (02:00:5e:10:01:01)
                        Internet Protocol Version 4, Src: 192.0.2.1, Dst: 198.51.100.9
                            Protocol: ICMP (1)
                        Internet Control Message Protocol
                            Type: 3 (Destination unreachable)
                            Code: 1 (Host unreachable)
                            Internet Protocol Version 4, Src: 10.9.9.9, Dst: 10.8.8.8
                                Time to live: 1
                        """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "- 2026-05-01T10:00:01.250 vlan=70 192.0.2.1:443 > 198.51.100.9:40000 SA seq=820312813 ack=8 win=29200"
                                + " mss=1460 id=7056 ttl=63 data=0",
                        "- 192.0.2.1 > 198.51.100.9 icmp 3/1");
    }

    @Test
    void aTraceOfTheDataPlane() {
        String syn = "02005e10 01010200 5e100110 08004500 00281b90 40004006 0000c000 0201c633\n"
                + "  64099c40 01bb0000 00070000 00005002 72100000 0000\n";
        String trace = """
                Packet: 3           CBUG ID: 9
                Summary
                  Input     : GigabitEthernet1
                  Output    : GigabitEthernet2
                  State     : %s
                  Timestamp
                    Start   : 354255844076290 ns (05/01/2026 10:00:01.7318 UTC)
                    Stop    : 354255844275880 ns (05/01/2026 10:00:01.7518 UTC)
                Path Trace
                  Feature: IPV4(Input)
                    Input       : GigabitEthernet1
                    Output      : <unknown>
                    Source      : 192.0.2.1
                    Destination : 198.51.100.9
                    Protocol    : 6 (TCP)
                      SrcPort   : 40000
                      DstPort   : 443
                  Feature: ZBFW
                    Action  : %s
                    Zone-pair name         : in-out
                  Feature: QOS
                    Action  : FWD
                """;
        ReadText read = ReadText.of(trace.formatted("DROP 183 (FirewallPolicy)", "Drop")
                        + trace.formatted("FWD", "Fwd") + "Packet Copy In\n  " + syn + "Packet Copy Out\n  "
                        + syn.replace("40004006", "40003f06"))
                .whole();
        String time = " 2026-05-01T10:00:01.007318 ";
        String whole = "192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=29200 id=7056 ttl=";
        assertThat(read.frames())
                .containsExactly(
                        "GigabitEthernet1:in" + time + "192.0.2.1:40000 > 198.51.100.9:443 tcp",
                        "GigabitEthernet1:in" + time + whole + "64 data=0",
                        "GigabitEthernet2:out" + time + whole + "63 data=0");
        assertThat(read.remarks())
                .containsExactly(
                        "1 drop State: DROP 183 (FirewallPolicy), output GigabitEthernet2",
                        "1 drop Feature: ZBFW, Action Drop, Zone-pair name in-out",
                        "2 policy State: FWD, output GigabitEthernet2",
                        "2 policy Feature: ZBFW, Action Fwd, Zone-pair name in-out");
    }

    @Test
    void packetsForTheProcessor() {
        ReadText read = ReadText.of("""
                        ------ Punt Packet Number: 41, Timestamp: 2026/05/01 10:00:01.656 ------
                        interface : phy: Vlan100 [if-id: 0x00000624], pal: Vlan100 [if-id: 0x00000624]
                        misc info : cause: 55 [For-us control], sub-cause: 0, linktype: IP [1]
                        ether hdr : dest mac: 0200.5e10.0101, src mac: 0200.5e10.0110
                        ether hdr : vlan: 100, ethertype: 0x8100
                        ipv4  hdr : dest ip: 198.51.100.9, src ip: 192.0.2.1
                        ipv4  hdr : packet len: 100, ttl: 254, protocol: 6 (TCP)
                        tcp   hdr : dest port: 22, src port: 40000
                        ------ Inject Packet Number: 42, Timestamp: 2026/05/01 10:00:02.656 ------
                        interface : physical: GigabitEthernet1/0/1[if-id: 0x00000008], pal: Vlan1 [if-id: 0x00000624]
                        ipv4  hdr : dest ip: 192.0.2.1, src ip: 198.51.100.9
                        ipv4  hdr : packet len: 28, ttl: 255, protocol: 17 (UDP)
                        udp   hdr : dest port: 4000, src port: 53
                        """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "Vlan100:in 2026-05-01T10:00:01.656 vlan=100 192.0.2.1:40000 > 198.51.100.9:22 tcp ttl=254",
                        "GigabitEthernet1/0/1:out 2026-05-01T10:00:02.656 198.51.100.9:53 > 192.0.2.1:4000 proto=17 ttl=255"
                                + " data=0");
        assertThat(read.remarks()).containsExactly("1 note cause: 55 [For-us control], sub-cause: 0, linktype: IP [1]");
    }

    @Test
    void countersAreNotesOfTheDevice() {
        ReadText read = ReadText.of("""
                        R#show platform hardware qfp active statistics drop
                        -------------------------------------------------------------------------
                        Global Drop Stats                         Packets                  Octets
                        -------------------------------------------------------------------------
                        Ipv4NoRoute                                   181                    7964
                        Unused                                          0                       0
                        R#show monitor capture CAP
                        Status Information for Capture CAP
                          Target Type:
                           Status : Inactive
                        capture statistics collected at software:
                                packets received - 29269
                                packets dropped - 3
                        """).whole();
        assertThat(read.remarks())
                .containsExactly(
                        "0 note the data plane dropped 181 packets (7964 bytes) for Ipv4NoRoute since its counters were cleared",
                        "0 note the capture itself: packets dropped - 3");
        assertThat(read.warnings()).hasSize(1);
    }
}
