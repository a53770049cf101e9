package dev.wirewalk.diagnosis;

import java.util.stream.Stream;

/**
 * What devices print of a SYN that they drop, in the words of each: 10.1.0.10:40001 to 10.9.0.20:80, sequence number 1000, identification
 * 101 where the tool prints one, at 14:13:20.001200 on 2026-09-21 UTC.
 *
 * @param reason words of the rule or reason, which the verdict has to name
 */
record PrintedDrops(String tool, String text, String reason) {

    static Stream<PrintedDrops> all() {
        return Stream.of(
                new PrintedDrops("list of dropped packets", """
                        fw# show capture
                        capture ASP type asp-drop all [Capturing - 74 bytes]
                        fw# show capture ASP

                        1 packet captured

                           1: 14:13:20.001200       10.1.0.10.40001 > 10.9.0.20.80: S 1000:1000(0) win 64000 \
                        Drop-reason: (acl-drop) Flow is denied by configured rule
                        1 packet shown
                        """, "denied by configured rule"),
                new PrintedDrops("phases of a captured packet", """
                        fw# show capture IN packet-number 1 trace
                           1: 14:13:20.001200       10.1.0.10.40001 > 10.9.0.20.80: S 1000:1000(0) win 64000
                        Phase: 1
                        Type: ACCESS-LIST
                        Subtype: log
                        Result: DROP
                        Config:
                        access-group INSIDE_IN in interface inside
                        access-list INSIDE_IN extended deny tcp any host 10.9.0.20 eq www
                        Additional Information:

                        Result:
                        input-interface: inside
                        input-status: up
                        output-interface: outside
                        output-status: up
                        Action: drop
                        Drop-reason: (acl-drop) Flow is denied by configured rule
                        """, "access-list INSIDE_IN extended deny"),
                new PrintedDrops("kernel drop debug", """
                        [Expert@fw:0]# fw ctl zdebug + drop
                        @;92545593;[cpu_2];[fw4_1];fw_log_drop_ex: Packet proto=6 10.1.0.10:40001 -> 10.9.0.20:80 dropped by \
                        fw_send_log_drop Reason: Rulebase drop - on layer "Network" rule 12;
                        """, "rule 12"),
                new PrintedDrops("kernel drop debug with times", """
                        [Expert@fw:0]# fw ctl kdebug -T -f
                        21Sep2026 14:13:20.001200;[cpu_2];[fw4_1];fw_log_drop_ex: Packet proto=6 10.1.0.10:40001 -> 10.9.0.20:80 \
                        dropped by fw_handle_first_packet Reason: spoofed address;
                        """, "spoofed address"),
                new PrintedDrops("trace by messages", """
                        2026-09-21 14:13:20 id=65308 trace_id=3 func=print_pkt_detail line=5783 msg="vd-root:0 received a packet(proto=6, \
                        10.1.0.10:40001->10.9.0.20:80) tun_id=0.0.0.0 from port1. flag [S], seq 1000, ack 0, win 64000"
                        2026-09-21 14:13:20 id=65308 trace_id=3 func=init_ip_session_common line=5995 msg="allocate a new session-0000003c"
                        2026-09-21 14:13:20 id=65308 trace_id=3 func=ip_route_input_slow line=2264 msg="reverse path check fail, drop"
                        """, "reverse path check fail"),
                new PrintedDrops("trace of a flow", trace("""
                        <10.1.0.10/40001->10.9.0.20/80;6,0x0> matched filter F1:
                        packet [40] ipid = 101, @0x433d641c
                        ge-0/0/0.0:10.1.0.10/40001->10.9.0.20/80, tcp, flag 2 syn
                        no session found, start first path. in_tunnel - 0x0, from_cp_flag - 0
                        routed (x_dst_ip 10.9.0.20) from trust (ge-0/0/0.0 in 0) to ge-0/0/1.0, Next-hop: 10.9.0.20
                        policy search from zone trust-> zone untrust (0x0,0x9c410050,0x50)
                        denied by policy deny-web(7), dropping pkt
                        packet dropped, denied by policy
                        flow_process_pkt rc 0x7 (fp rc -1)
                        """), "policy deny-web"),
                new PrintedDrops("monitor of dropped packets", """
                        Starting packet drop:
                        14:13:20.001200:LSYS-ID-00 10.1.0.10/40001-->10.9.0.20/80;tcp,ipid-101,ge-0/0/0.0,Dropped by POLICY:Denied by \
                        Policy: deny-web
                        """, "deny-web"),
                new PrintedDrops("log of the data plane's stages", """
                        == 2026-09-21 14:13:20.001 +0000 ==
                        Packet received at slowpath stage, tag 0, type ORDERED
                        Packet info: len 54 port 16 interface 16 vsys 1
                        Packet decoded dump:
                        IP:     10.1.0.10->10.9.0.20, protocol 6
                                version 4, ihl 5, tos 0x00, len 40,
                                id 101, frag_off 0x4000, ttl 63, checksum 1234(0x4d2)
                        TCP:    sport 40001, dport 80, seq 1000, ack 0,
                                reserved 0, offset 5, window 64000, checksum 4321,
                                flags 0x02 ( SYN), urgent data 0
                        Session setup: vsys 1
                        Policy lookup, matched rule index 4,
                        Packet dropped, policy deny by rule index 4
                        """, "rule index 4"),
                new PrintedDrops("trace of single packets", """
                        fw#show platform packet-trace packet 0
                        Packet: 0           CBUG ID: 7
                        Summary
                          Input     : GigabitEthernet1
                          Output    : GigabitEthernet2
                          State     : DROP 8   (Ipv4Acl)
                          Timestamp
                            Start   : 11086832720465 ns (09/21/2026 14:13:20.1200 UTC)
                        Path Trace
                          Feature: IPV4(Input)
                            Input       : GigabitEthernet1
                            Output      : <unknown>
                            Source      : 10.1.0.10
                            Destination : 10.9.0.20
                            Protocol    : 6 (TCP)
                              SrcPort   : 40001
                              DstPort   : 80
                        """, "Ipv4Acl"),
                new PrintedDrops("monitor of a host's components", """
                        14:13:20.001200000 PktGroupId 9, PktNumber 1, Appearance 1, Direction Rx , Type Ethernet , Component 5, Edge 1, \
                        Filter 1, OriginalSize 54, LoggedSize 54
                        \tIP 10.1.0.10.40001 > 10.9.0.20.80: Flags [S], seq 1000, win 64000, length 0
                        14:13:20.001201000 Drop: PktGroupId 9, PktNumber 1, Appearance 2, Direction Rx , Type Ethernet , Component 48, \
                        Edge 1, Filter 1, DropReason Filtered by firewall , DropLocation 0xE000460A, OriginalSize 54, LoggedSize 54
                        \tIP 10.1.0.10.40001 > 10.9.0.20.80: Flags [S], seq 1000, win 64000, length 0
                        """, "Filtered by firewall"),
                new PrintedDrops("trace of a rule set", """
                        trace id f1558583 inet edge forward packet: iif "lan0" oif "wan0" ip saddr 10.1.0.10 ip daddr 10.9.0.20 ip ttl 63 \
                        ip id 101 ip protocol tcp ip length 40 tcp sport 40001 tcp dport 80 tcp flags == syn tcp window 64000
                        trace id f1558583 inet edge forward rule tcp dport 80 counter packets 0 bytes 0 drop (verdict drop)
                        """, "tcp dport 80 counter"),
                new PrintedDrops("trace of tables", """
                        PACKET: 2 63a848fc IN=lan0 OUT=wan0 MACSRC=2:0:0:0:0:1 MACDST=2:0:0:0:0:2 MACPROTO=0800 SRC=10.1.0.10 \
                        DST=10.9.0.20 LEN=40 TOS=0x0 TTL=63 ID=101 SPORT=40001 DPORT=80 SYN
                         TRACE: 2 63a848fc filter:FORWARD:rule:0x3:DROP  -4 -t filter -A FORWARD -p tcp -m tcp --dport 80 -j DROP
                        """, "--dport 80 -j DROP"));
    }

    private static String trace(String lines) {
        StringBuilder text = new StringBuilder();
        lines.lines()
                .forEach(line -> text.append("Sep 21 14:13:20 14:13:20.001200:CID-0:RT:")
                        .append(line)
                        .append('\n'));
        return text.toString();
    }

    /** The same words about another connection of the same hosts, with a sequence number of its own. */
    PrintedDrops ofAnotherFlow() {
        return new PrintedDrops(tool, text.replace("40001", "40777").replace(" 1000", " 7000"), reason);
    }

    PrintedDrops at(String time) {
        return new PrintedDrops(tool, text.replace("21Sep2026 14:13:20.001200", time), reason);
    }

    @Override
    public String toString() {
        return tool;
    }
}
