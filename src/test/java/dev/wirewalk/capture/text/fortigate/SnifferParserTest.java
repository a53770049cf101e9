package dev.wirewalk.capture.text.fortigate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class SnifferParserTest {
    private static final String SYN =
            "4500 0028 1b90 4000 4006 0000 c000 0201 c633 6409 9c40 01bb 0000 0007" + " 0000 0000 5002 7210 0000 0000";

    /** Rows as the sniffer prints them. */
    private static String dump(String hex, String separator) {
        String[] groups = hex.split(" ");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < groups.length; i += 8) {
            int end = Math.min(groups.length, i + 8);
            String row = String.join(" ", java.util.Arrays.copyOfRange(groups, i, end));
            out.append("0x%04x%s%-39s%s%s%n".formatted(i * 2, separator, row, separator, "beef dead cafe ..."));
        }
        return out.append('\n').toString();
    }

    @Test
    void headLinesOfEveryVerbosity() {
        ReadText read = ReadText.of("""
                FGT # diagnose sniffer packet any 'host 192.0.2.1' 4 0 a
                Using Original Sniffing Mode
                interfaces=[any]
                filters=[host 192.0.2.1]
                0.402124 192.0.2.1.40000 -> 198.51.100.9.443: syn 7\s
                7.074724 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: syn 7 ack 8
                7.074724 vlan_10.x-1 out 192.0.2.1.40000 -> 198.51.100.9.443: ack 9
                7.074724 port5 -- 192.0.2.1.40000 -> 198.51.100.9.443: psh 10 ack 11
                7.074724 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: fin 10 ack 11
                7.074724 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: rst 10
                7.074724 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: 12 ack 13
                2026-05-01 10:00:01.500000 port5 in 2001:db8::1.546 -> 2001:db8::2.547: udp 91 [hlim 1] (len 99)
                1.0 port5 in this is no head line
                28 packets received by filter
                0 packets dropped by kernel
                """);
        assertThat(read.frames())
                .containsExactly(
                        "- 00:00:00.402124 192.0.2.1:40000 > 198.51.100.9:443 S seq=7",
                        "port5:in 00:00:07.074724 192.0.2.1:40000 > 198.51.100.9:443 SA seq=7 ack=8",
                        "vlan_10.x-1:out 00:00:07.074724 192.0.2.1:40000 > 198.51.100.9:443 A ack=9",
                        "port5 00:00:07.074724 192.0.2.1:40000 > 198.51.100.9:443 PA seq=10 ack=11",
                        "port5:in 00:00:07.074724 192.0.2.1:40000 > 198.51.100.9:443 FA seq=10 ack=11",
                        "port5:in 00:00:07.074724 192.0.2.1:40000 > 198.51.100.9:443 R seq=10",
                        "port5:in 00:00:07.074724 192.0.2.1:40000 > 198.51.100.9:443 A seq=12 ack=13",
                        "port5:in 2026-05-01T10:00:01.500 2001:db8::1:546 > 2001:db8::2:547 proto=17 ttl=1 data=91");
        assertThat(read.reading().notUnderstoodLines()).containsExactly(13L);
        assertThat(read.reading().noiseLines()).isEqualTo(6);
    }

    @Test
    void otherProtocols() {
        ReadText read = ReadText.of("""
                0.100000 a in arp who-has 192.0.2.9 tell 192.0.2.1
                0.100000 a out arp reply 192.0.2.9 is-at 2:0:5e:10:1:1
                0.100000 a in 192.0.2.1 -> 198.51.100.9: icmp: echo request
                0.100000 a in 192.0.2.1 -> 198.51.100.9: icmp: 203.0.113.1 udp port 53 unreachable
                0.100000 a in 192.0.2.1 -> 198.51.100.9: icmp: 203.0.113.1 unreachable - need to frag (mtu 1400)
                0.100000 a in 2001:db8::1 -> ff02::1: [icmp6 sum ok] icmp6: neighbor sol: who has 2001:db8::7 (len 32, hlim 255)
                0.100000 a in 192.0.2.1 -> 198.51.100.9: ESP(spi=0x1,seq=0x2)
                0.100000 a in 192.0.2.1 -> 198.51.100.9: ip-proto-89 44
                0.100000 a in 802.1Q vlan#70 P0 -- 192.0.2.1.5 -> 198.51.100.9.6: udp 7
                0.100000 a in 192.0.2.1 -> 198.51.100.9: udp 8 (frag 77:1480@2960+)
                0.100000 a in stp 802.1w, rapid stp
                """);
        assertThat(read.frames())
                .containsExactly(
                        "a:in 00:00:00.100 arp 1",
                        "a:out 00:00:00.100 arp 2",
                        "a:in 00:00:00.100 192.0.2.1 > 198.51.100.9 icmp 8/0",
                        "a:in 00:00:00.100 192.0.2.1 > 198.51.100.9 icmp 3/3",
                        "a:in 00:00:00.100 192.0.2.1 > 198.51.100.9 icmp 3/4",
                        "a:in 00:00:00.100 2001:db8::1 > ff02::1 icmp 135/0 ttl=255",
                        "a:in 00:00:00.100 192.0.2.1 > 198.51.100.9 proto=50",
                        "a:in 00:00:00.100 192.0.2.1 > 198.51.100.9 proto=89 data=44",
                        "a:in 00:00:00.100 vlan=70 192.0.2.1:5 > 198.51.100.9:6 proto=17 data=7",
                        "a:in 00:00:00.100 192.0.2.1 > 198.51.100.9 proto=17 frag 2960+ id=77 data=1480",
                        "a:in 00:00:00.100 ? > ?");
        assertThat(read.reading().notUnderstood()).isZero();
    }

    @Test
    void aDumpIsThePacket() {
        String head = "0.500000 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: syn 99\n";
        String packet =
                "port5:in 00:00:00.500 192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=29200 id=7056 ttl=64 data=0";
        String ethernet = "0200 5e10 0101 0200 5e10 0110 0800 ";
        String anyWithoutType = "0000 0000 0001 0000 0000 0000 0000 ";
        String cooked = "0000 0001 0006 0200 5e10 0110 0000 0800 ";
        for (String link : new String[] {"", ethernet, anyWithoutType, cooked}) {
            assertThat(ReadText.of(head + dump(link + SYN, "\t ")).frames())
                    .as(link)
                    .containsExactly(packet);
            assertThat(ReadText.of(head + dump(link + SYN, "   ")).frames())
                    .as(link)
                    .containsExactly(packet);
        }
        String tag = "0200 5e10 0101 0200 5e10 0110 8100 0046 0800 ";
        assertThat(ReadText.of(head + dump(tag + SYN, "\t ")).frames())
                .containsExactly(packet.replace("00.500 ", "00.500 vlan=70 "));
    }

    @Test
    void aDamagedOrForeignDumpLeavesTheHeadLine() {
        String head = "0.500000 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: syn 99\n";
        String told = "port5:in 00:00:00.500 192.0.2.1:40000 > 198.51.100.9:443 S seq=99";
        String rows = dump(SYN, "\t ");
        int second = rows.indexOf("0x0010");
        String repeated = rows.substring(0, second) + rows;
        String gap = rows.replace(rows.substring(second, rows.indexOf("0x0020")), "");
        String foreign = rows.replace("c633 6409", "c633 6408");
        String cut = rows.replace("4500 0028", "4500 00");
        for (String damaged : new String[] {repeated, gap, foreign, cut}) {
            ReadText read = ReadText.of(head + damaged);
            assertThat(read.frames()).as(damaged).containsExactly(told);
            assertThat(read.warnings()).as(damaged).hasSize(1);
            assertThat(read.reading().notUnderstood()).as(damaged).isZero();
        }
    }

    @Test
    void blankLinesBetweenAllLinesDoNotMatter() {
        String text = "0.500000 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: syn 99\n" + dump(SYN, "\t ");
        assertThat(ReadText.of(text.replace("\n", "\n\n")).whole().frames())
                .containsExactly(
                        "port5:in 00:00:00.500 192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=29200 id=7056 ttl=64 data=0");
    }

    @Test
    void aDumpThatEndsEarlyIsLongerOnTheWire() {
        String longer = SYN.replace("4500 0028", "4500 0050");
        ReadText read = ReadText.of("0.500000 192.0.2.1.40000 -> 198.51.100.9.443: syn 7\n" + dump(longer, "\t "));
        assertThat(read.frames()).first().asString().endsWith("data=40");
    }

    @Test
    void arpWithoutLinkHeaderAndFramesWithoutAddresses() {
        String arp = "0001 0800 0604 0001 0200 5e10 0101 c000 0201 0000 0000 0000 c000 0209";
        ReadText read = ReadText.of("0.500000 a in arp who-has 192.0.2.9 tell 192.0.2.1\n" + dump(arp, "\t ")
                + "0.600000 a in stp 802.1w\n" + dump("0180 c200 0000 0200 5e10 0101 0026 4242 0300 0000", "\t "));
        assertThat(read.frames()).containsExactly("a:in 00:00:00.500 arp 1", "a:in 00:00:00.600 ? > ?");
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void whatTheKernelDroppedIsSaid() {
        ReadText read =
                ReadText.of("0.500000 a in arp who-has 192.0.2.9 tell 192.0.2.1\n\n3 packets dropped by kernel\n");
        assertThat(read.remarks()).containsExactly("0 note 3 packets dropped by kernel");
        assertThat(read.warnings()).hasSize(1);
    }

    @Test
    void twoToolsInOnePasteAreTwoRegions() {
        ReadText read = ReadText.of("0.500000 a in 192.0.2.1.5 -> 198.51.100.9.6: udp 7\n"
                + "id=1 trace_id=1 msg=\"vd-root received a packet(proto=17, 192.0.2.1:5->198.51.100.9:6) from a. \"\n"
                + "id=1 trace_id=1 msg=\"Denied by forward policy check\"\n"
                + "0.600000 a in 192.0.2.1.5 -> 198.51.100.9.6: udp 7\n");
        assertThat(read.reading().regions())
                .extracting(region -> region.format().label() + " " + region.packets())
                .containsExactly("fortigate-sniffer-text 1", "fortigate-flow-text 1", "fortigate-sniffer-text 1");
        assertThat(read.events()).containsExactly("3/2 drop Denied by forward policy check");
    }
}
