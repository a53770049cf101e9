package dev.wirewalk.capture.text.pan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class FlowBasicParserTest {
    private static String block(String stage) {
        return """

                == 2026-05-01 12:00:01.250 +0200 ==
                Packet received at %s stage, tag 0, type ORDERED
                Packet info: len 74 port 17 interface 17 vsys 1
                  wqe index 547512 packet 0x0x80000003926a20ce, HA: 0, IC: 0
                Packet decoded dump:
                L2:     02:00:5e:10:01:10->02:00:5e:10:01:01, type 0x0800
                IP:     192.0.2.1->198.51.100.9, protocol 6
                        version 4, ihl 5, tos 0x00, len 60,
                        id 7056, frag_off 0x4000, ttl 64, checksum 12345(0x3039)
                TCP:    sport 40000, dport 443, seq 7, ack 0,
                        reserved 0, offset 10, window 64240, checksum 5001,
                        flags 0x02 ( SYN), urgent data 0
                TCP option:
                00000000: 02 04 05 b4 04 02 08 0a  00 00 00 00 00 00 00 00    ........ ........
                """.formatted(stage);
    }

    @Test
    void aPacketIsOneFrameAtAllItsStages() {
        ReadText read = ReadText.of(
                        block("ingress")
                                + "Flow lookup, key word0 0x1 word1 0\nSession setup: vsys 1\n"
                                + block("slowpath")
                                + "NAT policy lookup, no matched rule\nPolicy lookup, matched rule index 3,\nPacket dropped, policy deny\n")
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "interface 17:in 2026-05-01T10:00:01.250 192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=64240"
                                + " id=7056 ttl=64");
        assertThat(read.remarks())
                .containsExactly(
                        "1 session Flow lookup, key word0 0x1 word1 0",
                        "1 session Session setup: vsys 1",
                        "1 nat NAT policy lookup, no matched rule",
                        "1 policy Policy lookup, matched rule index 3,",
                        "1 drop Packet dropped, policy deny");
        assertThat(read.warnings()).hasSize(1).first().asString().contains("take packets and verdicts as hints");
    }

    @Test
    void udpAndIcmp() {
        String udp = block("ingress").replace("protocol 6", "protocol 17");
        udp = udp.substring(0, udp.indexOf("TCP:")) + "UDP:    sport 53, dport 4000, len 28, checksum 3\n";
        String icmp = block("egress").replace("protocol 6", "protocol 1");
        icmp = icmp.substring(0, icmp.indexOf("TCP:")) + "ICMP:   type 8, code 0, checksum 2, id 4, seq 1\n";
        ReadText read = ReadText.of(udp + icmp).whole();
        assertThat(read.frames())
                .containsExactly(
                        "interface 17:in 2026-05-01T10:00:01.250 192.0.2.1:53 > 198.51.100.9:4000 proto=17 id=7056 ttl=64 data=20",
                        "interface 17 2026-05-01T10:00:01.250 192.0.2.1 > 198.51.100.9 icmp 8/0 echo=4 seq=1 id=7056 ttl=64 data=32");
    }
}
