package dev.wirewalk.capture.text.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole texts: which lines begin a packet, which go on with one, and which are neither. */
class TcpdumpTextTest {
    private static final String SYN = "IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [S], seq 7, win 100, length 0";
    private static final String SEEN = " 10.0.0.1:4000 > 10.0.0.2:80 S seq=7 win=100 data=0";

    private static List<String> frames(String text) {
        return ReadText.of(text).whole().frames();
    }

    @Test
    void timesInEveryForm() {
        assertThat(frames("12:34:56.000001 " + SYN)).containsExactly("- 12:34:56.000001" + SEEN);
        assertThat(frames("1493890342.123456789 " + SYN)).containsExactly("- 2017-05-04T09:32:22.123456789" + SEEN);
        assertThat(frames("2026-11-20 10:12:16.698771 " + SYN)).containsExactly("- 2026-11-20T10:12:16.698771" + SEEN);
        assertThat(frames("11/20/2026 10:12:16.698771 " + SYN)).containsExactly("- 2026-11-20T10:12:16.698771" + SEEN);
        assertThat(frames("Apr 29 22:07:36.097434 " + SYN)).containsExactly("- 1970-04-29T22:07:36.097434" + SEEN);
        assertThat(frames("000123 " + SYN + "\n1. 000123 " + SYN))
                .containsExactly("- 00:00:00.000123" + SEEN, "- 00:00:01.000246" + SEEN);
        assertThat(frames("    1  17:16:10.1000000 (invalid us) " + SYN)).containsExactly("- 17:16:10.100" + SEEN);
        assertThat(frames("    1  " + SYN + "\n    2  " + SYN)).containsExactly("-" + SEEN, "-" + SEEN);
        assertThat(frames(SYN)).containsExactly("-" + SEEN);
    }

    @Test
    void distancesFromTheLineBeforeAndFromTheFirst() {
        String[] times = {"00:00:00.000000", "00:00:02.000000", "00:00:01.000000", "00:00:03.000000"};
        StringBuilder steps = new StringBuilder();
        for (String time : times) {
            steps.append(' ').append(time).append(' ').append(SYN).append('\n');
        }
        assertThat(frames(steps.toString()))
                .extracting(line -> line.substring(2, 10))
                .containsExactly("00:00:00", "00:00:02", "00:00:03", "00:00:06");
        String growing = steps.toString().replace(" 00:00:01", " 00:00:02.5").replace(".5.000000", ".500000");
        assertThat(frames(growing))
                .extracting(line -> line.substring(2, 10))
                .containsExactly("00:00:00", "00:00:02", "00:00:02", "00:00:03");
    }

    @Test
    void columnsAndBanners() {
        ReadText read = ReadText.of("""
                tcpdump: data link type LINUX_SLL2
                tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
                listening on any, link-type LINUX_SLL2 (Linux cooked v2), snapshot length 262144 bytes
                10:12:19.309590 wan0  M   IP6 fe80::1 > ff02::2: ICMP6, router solicitation, length 16
                10:12:19.309591 lan0  Out ifindex 3 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 80: 10.0.0.1.4000 > 10.0.0.2.80: Flags [S], seq 7, win 100, length 0
                ^C2 packets captured
                9 packets received by filter
                7 packets dropped by kernel
                """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "wan0:in 10:12:19.309590 fe80::1 > ff02::2 icmp 133/0 data=8",
                        "lan0:out 10:12:19.309591" + SEEN);
        assertThat(read.warnings())
                .singleElement()
                .asString()
                .contains("7 packets")
                .contains("no evidence of loss");
        assertThat(frames("listening on eth7, link-type EN10MB (Ethernet), capture size 96 bytes\n12:00:00.000000 "
                        + SYN))
                .containsExactly("eth7 12:00:00" + SEEN);
        assertThat(frames("[eth0][in] 12:00:00.000000 " + SYN)).containsExactly("eth0:in 12:00:00" + SEEN);
    }

    @Test
    void verdictsOfPacketFilters() {
        ReadText read = ReadText.of("""
                Apr 29 22:07:36.097434 rule 16/(match) pass in on xl0: 10.0.0.9.53 > 10.0.0.1.41101:
                63267*- 1/0/2 (68)
                Apr 29 22:07:36.098386 rule def/(match) block out on em0: 10.0.0.1.4000 >
                10.0.0.2.80: S 7:7(0) win 100 (DF) [tos 0x10]
                """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "xl0:in 1970-04-29T22:07:36.097434 10.0.0.9:53 > 10.0.0.1:41101 proto=17 data=68",
                        "em0:out 1970-04-29T22:07:36.098386" + SEEN);
        assertThat(read.remarks())
                .containsExactly("1 policy rule 16/(match) pass in on xl0", "2 drop rule def/(match) block out on em0");
    }

    @Test
    void linesThatWereBrokenByMail() {
        assertThat(frames("""
                17:14:18.726864 10.0.0.1.4000 > 10.0.0.2.80: S 7:7(0)
                win 100 <mss 1380>(DF) (ttl 17, id 15697)
                17:14:19.000000 10.0.0.1.4000 > 10.0.0.2.80:
                        S 7:7(0) win 100
                        <mss 1380> (DF)
                """))
                .containsExactly(
                        "- 17:14:18.726864 10.0.0.1:4000 > 10.0.0.2:80 S seq=7 win=100 mss=1380 id=15697 ttl=17 data=0",
                        "- 17:14:19 10.0.0.1:4000 > 10.0.0.2:80 S seq=7 win=100 mss=1380 data=0");
    }

    @Test
    void quotedAndCarriedPacketsAreNoPacketsOfTheirOwn() {
        assertThat(frames("""
                10:13:29.316413 IP (tos 0x0, ttl 255, id 5014, offset 0, flags [DF], proto ICMP (1), length 56)
                    10.0.0.9 > 10.0.0.1: ICMP time exceeded in-transit, length 36
                \tIP (tos 0x0, ttl 1, id 42316, offset 0, flags [none], proto UDP (17), length 40)
                    10.0.0.1.42315 > 10.0.0.2.33435: UDP, length 12
                10:13:29.400000 MPLS (label 100704, tc 0, [S], ttl 1)
                \tIP (tos 0x0, ttl 1, id 42316, offset 0, flags [none], proto UDP (17), length 40)
                    10.0.0.1.42315 > 10.0.0.2.33435: UDP, length 12
                10:13:29.500000 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 148: 10.1.0.1.45149 > 10.1.0.2.4789: VXLAN, flags [I] (0x08), vni 100
                02:00:00:00:00:03 > 02:00:00:00:00:04, ethertype IPv4 (0x0800), length 98: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1292, seq 1, length 64
                """)).hasSize(3);
    }

    @Test
    void carriedPacketsAreFoundInEachWayOfPrintingThem() {
        for (String text : List.of("""
                12:00:00.000000 MPLS (label 100, tc 0, ttl 64)
                \t(label 200, tc 0, [S], ttl 63)
                \tIP (tos 0x0, ttl 9, id 1, offset 0, flags [none], proto UDP (17), length 58)
                    10.0.0.1.4000 > 10.0.0.2.5000: UDP, length 30
                """, """
                12:00:00.000000 IP 1.0.0.1.9 > 1.0.0.2.4789: VXLAN, flags [I] (0x08), vni 77
                IP 10.0.0.1.4000 > 10.0.0.2.5000: UDP, length 30
                """, """
                12:00:00.000000 IP 1.0.0.1.9 > 1.0.0.2.6081: Geneve, Flags [C], vni 0xa, options [8 bytes]: IP 10.0.0.1.4000 > 10.0.0.2.5000: UDP, length 30
                """, """
                12:00:00.000000 IP 1.0.0.1 > 1.0.0.2: GREv0, key=0x63, length 66: IP 10.0.0.1.4000 > 10.0.0.2.5000: UDP, length 30
                """, """
                12:00:00.000000 PPPoE  [ses 0x11] IP 10.0.0.1.4000 > 10.0.0.2.5000: UDP, length 30
                """)) {
            List<String> ports = new java.util.ArrayList<>();
            for (PacketFacts facts : PacketFacts.ofText(text)) {
                ports.add(facts.innermost("source port") + " " + facts.innermost("data"));
            }
            assertThat(ports).as(text).containsExactly("4000 30");
        }
    }

    @Test
    void theTextOfAPacketMayLookLikeAnything() {
        String payload =
                "GET / HTTP/1.1\n12:00:00.000000 IP 6.6.6.6.1 > 7.7.7.7.2: Flags [S], seq 1, win 1, length 0\n5 packets captured\n"
                        + "x".repeat(400);
        String text =
                "17:06:28.164774 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [P.], seq 1000000000:1000000600, ack 2000000000, win 4218, length 600: HTTP: GET / HTTP/1.1\n"
                        + "E...@.@...P.....J}_h.F.P|#Z..o..P..z.p..\n" + payload + "\n\n17:06:29.000000 " + SYN + "\n";
        assertThat(frames(text))
                .containsExactly(
                        "- 17:06:28.164774 10.0.0.1:4000 > 10.0.0.2:80 PA seq=1000000000 ack=2000000000 win=4218 data=600",
                        "- 17:06:29" + SEEN);
    }

    @Test
    void dumpsAreTheBytes() {
        String dump = """
                12:00:00.000000 IP 10.0.0.1.4000 > 10.0.0.2.53: UDP, length 2
                \t0x0000:  4500 001e 0007 0000 2011 0000 0a00 0001  E...............
                \t0x0010:  0a00 0002 0fa0 0035 000a 0000 4142       .......5....AB
                """;
        String seen = "- 12:00:00 10.0.0.1:4000 > 10.0.0.2:53 proto=17 id=7 ttl=32 data=2";
        assertThat(frames(dump)).containsExactly(seen);
        assertThat(frames(dump.replace("0x0010:", "0x0020:"))).containsExactly(seen.replace(" id=7 ttl=32", ""));
        assertThat(frames(dump.replace("\t0x", "        0x"))).containsExactly(seen);
        assertThat(frames("""
                12:00:00.000000 IP 10.0.0.1.4000 > 10.0.0.2.53: UDP, length 2
                \t0x0000:  0200 0000 0002 0200 0000 0001 8100 0046  ...............F
                \t0x0010:  0800 4500 001e 0007 0000 2011 0000 0a00  ..E.............
                \t0x0020:  0001 0a00 0002 0fa0 0035 000a 0000 4142  .........5....AB
                """)).containsExactly("- 12:00:00 vlan=70" + seen.substring("- 12:00:00".length()));
    }

    @Test
    void loadBalancersAndRouters() {
        ReadText read = ReadText.of("""
                [root@lb1:Active:In Sync] ~ # tcpdump -ni 0.0:nnn
                23:12:33.263794 IP 10.0.0.1.4000 > 10.0.0.2.http: S 7:7(0) win 100 in slot1/tmm0 lis=
                23:12:33.263838 IP 10.0.0.2.http > 10.0.0.1.4000: R 0:0(0) ack 8 win 0 out slot1/tmm0 lis=/Common/web rst_cause="[0x1:2] No route" port=1.2 trunk=
                """).whole();
        assertThat(read.frames())
                .containsExactly(
                        "-:in 23:12:33.263794" + SEEN,
                        "1.2:out 23:12:33.263838 10.0.0.2:80 > 10.0.0.1:4000 RA seq=0 ack=8 win=0 data=0");
        assertThat(read.remarks()).containsExactly("2 note listener /Common/web", "2 reject [0x1:2] No route");
        assertThat(frames("""
                user@r1> monitor traffic interface ge-0/0/5.301 no-resolve extensive
                Address resolution is OFF.
                Listening on ge-0/0/5.301, capture size 1578 bytes

                14:05:05.416080 Out

                Juniper PCAP Flags [Ext, Out], PCAP Extension(s) total length 22

                  Device Media Type Extension TLV #3, length 1, value: Unspecified (0)

                -----original packet-----

                02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 60: 10.0.0.1.4000 > 10.0.0.2.80: S 7:7(0) win 100
                14:05:06.000000  In IP 10.0.0.1.4000 > 10.0.0.2.80: S 7:7(0) win 100
                """))
                .containsExactly("ge-0/0/5.301:out 14:05:05.416080" + SEEN, "ge-0/0/5.301:in 14:05:06" + SEEN);
    }

    @Test
    void whatIsOfAnotherKindIsCountedAndWhatIsNoPacketIsNot() {
        assertThat(frames("""
                12:00:00.000000 STP 802.1d, Config, Flags [none], bridge-id 8000.00:1b:d4:1b:a4:c0.800b, length 42
                12:00:00.000001 IP [total length 19 < header length 20] (invalid)
                12:00:00.000002 Strange Protocol, of which nothing is known
                12:00:00.000003 ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28
                """)).hasSize(4).last().isEqualTo("- 12:00:00.000003 arp 1");
        ReadText prose = ReadText.of("12:00:00.000003 " + SYN + "\nand then the server did not answer any more\n");
        assertThat(prose.frames()).hasSize(1);
        assertThat(prose.reading().notUnderstoodLines()).containsExactly(2L);
    }

    @Test
    void anotherRunBeginsWithNumbersOfItsOwn() {
        String run = """
                reading from file a.pcap, link-type EN10MB (Ethernet)
                12:00:00.000000 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [P.], seq 3000000000:3000000010, ack 500, win 9, length 10
                12:00:01.000000 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [P.], seq 10:20, ack 1, win 9, length 10
                """;
        assertThat(frames(run + run))
                .extracting(line -> line.substring(line.indexOf("seq="), line.indexOf(" win")))
                .containsExactly(
                        "seq=3000000000 ack=500",
                        "seq=3000000010 ack=500",
                        "seq=3000000000 ack=500",
                        "seq=3000000010 ack=500");
    }
}
