package dev.wirewalk.capture.text.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class LinuxTraceTest {
    private static final String SYN =
            "SRC=192.0.2.1 DST=198.51.100.9 LEN=52 TOS=0x00 PREC=0x20 TTL=64 ID=77 DF PROTO=TCP"
                    + " SPT=40000 DPT=443 SEQ=7 ACK=0 WINDOW=8192 RES=0x00 SYN URGP=0 OPT (020405B40103030201010402) ";
    private static final String IN = "IN=lan0 OUT= MAC=02:00:5e:10:01:01:02:00:5e:10:01:10:08:00 ";

    private static String log(String point, String fields) {
        return "Mar 24 22:41:52 gw kernel: [885386.325658] TRACE: " + point + " " + fields + "\n";
    }

    @Test
    void aPacketOfTheLogIsOneFrameWhereItEnters() {
        String translated = SYN.replace("DST=198.51.100.9", "DST=10.0.0.9").replace("TTL=64", "TTL=63");
        ReadText read = ReadText.of(log("raw:PREROUTING:rule:1", IN + SYN)
                        + log("raw:PREROUTING:policy:2", IN + SYN)
                        + log("nat:PREROUTING:rule:4", IN + SYN)
                        + log("filter:FORWARD:rule:2", "IN=lan0 OUT=wan0 " + translated)
                        + log("filter:allowed:rule:1", "IN=lan0 OUT=wan0 " + translated)
                        + log("nat:POSTROUTING:policy:1", "IN= OUT=wan0 " + translated)
                        + log("raw:PREROUTING:rule:1", IN + SYN))
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "lan0:in 1970-01-11T05:56:26.325658 192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=8192 mss=1460 id=77"
                                + " ttl=64 data=0",
                        "lan0:in 1970-01-11T05:56:26.325658 192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=8192 mss=1460 id=77"
                                + " ttl=64 data=0");
        assertThat(read.remarks())
                .containsExactly(
                        "1 policy raw:PREROUTING:rule:1",
                        "1 policy raw:PREROUTING:policy:2",
                        "1 policy nat:PREROUTING:rule:4",
                        "1 nat 192.0.2.1 port 40000 > 198.51.100.9 port 443 became 192.0.2.1 port 40000 > 10.0.0.9 port 443",
                        "1 policy filter:FORWARD:rule:2",
                        "1 policy filter:allowed:rule:1",
                        "1 policy nat:POSTROUTING:policy:1",
                        "2 policy raw:PREROUTING:rule:1",
                        "2 note last seen at raw:PREROUTING:rule:1: this log prints no verdict");
    }

    @Test
    void otherProtocolsWrappedLinesAndWhatTheHostSends() {
        ReadText read = ReadText.of("TRACE: raw:OUTPUT:policy:1 IN= OUT=eth0\n"
                        + "SRC=192.0.2.1 DST=198.51.100.9 LEN=84 TOS=0x00 PREC=0x00 TTL=64\n"
                        + "ID=5 DF PROTO=ICMP TYPE=8 CODE=0 ID=9 SEQ=2\n\n"
                        + "TRACE: raw:PREROUTING:policy:1 IN=eth0 OUT= SRC=2001:db8::1 DST=2001:db8::2 LEN=60 TC=0 HOPLIMIT=63"
                        + " FLOWLBL=0 PROTO=UDP SPT=53 DPT=4000 LEN=20\n"
                        + "TRACE: raw:PREROUTING:policy:1 IN=eth0 OUT= SRC=192.0.2.1 DST=198.51.100.9 LEN=1500 TOS=0x00 PREC=0x00"
                        + " TTL=64 ID=6 MF FRAG:185 PROTO=UDP\n"
                        + "TRACE: raw:PREROUTING:policy:1 IN=eth0 OUT= SRC=203.0.113.1 DST=192.0.2.1 LEN=56 TOS=0x00 PREC=0x00"
                        + " TTL=64 ID=8 PROTO=ICMP TYPE=3 CODE=4 [SRC=192.0.2.1 DST=198.51.100.9 LEN=1500 TOS=0x00 PREC=0x00"
                        + " TTL=63 ID=4 DF PROTO=TCP SPT=40000 DPT=443 WINDOW=1 RES=0x00 ACK URGP=0 ] MTU=1400\n")
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "eth0:out 192.0.2.1 > 198.51.100.9 icmp 8/0 echo=9 seq=2 id=5 ttl=64 data=56",
                        "eth0:in 2001:db8::1:53 > 2001:db8::2:4000 proto=17 ttl=63 data=12",
                        "eth0:in 192.0.2.1 > 198.51.100.9 proto=17 frag 1480+ id=6 ttl=64 data=1480",
                        "eth0:in 203.0.113.1 > 192.0.2.1 icmp 3/4 id=8 ttl=64 data=28");
    }

    @Test
    void verdictsOfTheMonitorAndNumbersThatComeAgain() {
        String packet =
                "PACKET: 2 63a848fc IN=lan0 %sMACSRC=2:0:5e:10:1:10 MACDST=2:0:5e:10:1:1 MACPROTO=0800 SRC=192.0.2.1"
                        + " DST=198.51.100.9 LEN=60 TOS=0x0 TTL=64 ID=%d DF SPORT=40000 DPORT=443 SYN \n";
        String first = packet.formatted("", 5)
                + " TRACE: 2 63a848fc raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -j TRACE\n"
                + " TRACE: 2 63a848fc raw:PREROUTING:policy:ACCEPT \n"
                + packet.formatted("OUT=wan0 ", 5);
        ReadText read = ReadText.of(first
                        + " TRACE: 2 63a848fc filter:FORWARD:rule:0x3:DROP  -4 -t filter -A FORWARD -j REJECT --reject-with tcp-reset\n"
                        + first
                        + " TRACE: 2 63a848fc filter:FORWARD:policy:DROP \n"
                        + packet.formatted("", 6))
                .whole();
        String syn = "lan0:in 192.0.2.1:40000 > 198.51.100.9:443 S id=%d ttl=64";
        assertThat(read.frames()).containsExactly(syn.formatted(5), syn.formatted(5), syn.formatted(6));
        assertThat(read.remarks())
                .containsExactly(
                        "1 policy raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -j TRACE",
                        "1 policy raw:PREROUTING:policy:ACCEPT",
                        "1 drop filter:FORWARD:rule:0x3:DROP  -4 -t filter -A FORWARD -j REJECT --reject-with tcp-reset",
                        "1 reject filter:FORWARD:rule:0x3:DROP  -4 -t filter -A FORWARD -j REJECT --reject-with tcp-reset",
                        "2 policy raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -j TRACE",
                        "2 policy raw:PREROUTING:policy:ACCEPT",
                        "2 drop filter:FORWARD:policy:DROP");
    }

    private static String nft(String chain, String rest) {
        return "trace id 0a0b0c0d inet edge " + chain + " " + rest + " \n";
    }

    @Test
    void nftShowsAPacketAtEachChain() {
        String fields =
                "ether saddr 02:00:5e:10:01:10 ether daddr 02:00:5e:10:01:01 ip saddr 192.0.2.1 ip daddr %s ip dscp cs0"
                        + " ip ecn not-ect ip ttl %d ip id %d ip protocol tcp ip length 60 tcp sport 40000 tcp dport 443 tcp flags == %s"
                        + " tcp window 64240";
        ReadText read = ReadText.of("table inet edge {\n\tchain forward {\n\t\ttcp dport 443 drop\n\t}\n}\n"
                        + nft("prerouting", "packet: iif \"lan0\" " + fields.formatted("198.51.100.9", 64, 5, "syn"))
                        + nft("prerouting", "conntrack: ct direction original ct state new")
                        + nft("prerouting", "rule tcp dport 443 dnat to 10.0.0.9 (verdict accept)")
                        + nft(
                                "forward",
                                "packet: iif \"lan0\" oif \"wan0\" " + fields.formatted("10.0.0.9", 63, 5, "syn"))
                        + nft("forward", "rule tcp dport 443 jump web (verdict jump web)")
                        + nft("web", "rule counter reject with tcp reset (verdict drop)")
                        + nft("prerouting", "packet: iif \"wan0\" " + fields.formatted("192.0.2.1", 64, 5, "0x12"))
                        + nft("prerouting", "policy accept")
                        + nft("prerouting", "packet: iif \"wan0\" " + fields.formatted("192.0.2.1", 64, 6, "fin | ack"))
                        + nft("input", "verdict drop"))
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "lan0:in 192.0.2.1:40000 > 198.51.100.9:443 S win=64240 id=5 ttl=64",
                        "wan0:in 192.0.2.1:40000 > 192.0.2.1:443 SA win=64240 id=5 ttl=64",
                        "wan0:in 192.0.2.1:40000 > 192.0.2.1:443 FA win=64240 id=6 ttl=64");
        assertThat(read.remarks())
                .containsExactly(
                        "1 session inet edge prerouting conntrack: ct direction original ct state new",
                        "1 nat inet edge prerouting rule tcp dport 443 dnat to 10.0.0.9 (verdict accept)",
                        "1 nat 192.0.2.1 port 40000 > 198.51.100.9 port 443 became 192.0.2.1 port 40000 > 10.0.0.9 port 443",
                        "1 policy inet edge forward rule tcp dport 443 jump web (verdict jump web)",
                        "1 drop inet edge web rule counter reject with tcp reset (verdict drop)",
                        "1 reject inet edge web rule counter reject with tcp reset (verdict drop)",
                        "2 policy inet edge prerouting policy accept",
                        "3 drop inet edge input verdict drop");
    }

    @Test
    void nftOtherProtocols() {
        ReadText read = ReadText.of(nft(
                                "p",
                                "packet: iif lan0 ip6 saddr 2001:db8::1 ip6 daddr 2001:db8::2 ip6 hoplimit 64 ip6 nexthdr ipv6-icmp"
                                        + " ip6 length 64 icmpv6 type echo-request icmpv6 code no-route icmpv6 id 4 icmpv6 sequence 2")
                        + nft(
                                "o",
                                "packet: oif \"wan0\" ip saddr 192.0.2.1 ip daddr 198.51.100.9 ip ttl 64 ip id 0 ip length 28"
                                        + " icmp type destination-unreachable icmp code port-unreachable")
                        + nft(
                                "p",
                                "packet: iif \"lan0\" vlan id 70 ip saddr 192.0.2.1 ip daddr 198.51.100.9 ip ttl 64 ip id 9"
                                        + " ip protocol udp ip length 48 udp sport 53 udp dport 4000 udp length 28"))
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "lan0:in 2001:db8::1 > 2001:db8::2 icmp 128/-1 echo=4 seq=2 ttl=64 data=56",
                        "wan0:out 192.0.2.1 > 198.51.100.9 icmp 3/3 id=0 ttl=64 data=0",
                        "lan0:in vlan=70 192.0.2.1:53 > 198.51.100.9:4000 proto=17 id=9 ttl=64 data=20");
    }
}
