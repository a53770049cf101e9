package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.TextReading;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts of devices and kernels with lines lost, doubled and swapped and characters changed: each line is still counted as something. */
class DeviceTextFuzzTest {
    private static final List<String> LINES = List.of(
            "2026-05-01 10:00:01 id=65308 trace_id=3 func=print_pkt_detail line=5 msg=\"vd-root:0 received a packet(proto=6,"
                    + " 192.0.2.1:40000->198.51.100.9:443) tun_id=0.0.0.0 from port3. flag [S], seq 7, ack 0, win 9\"",
            "id=65308 trace_id=3 func=fw_forward_handler line=5 msg=\"Denied by forward policy check (policy 0)\"",
            "id=13 trace_id=4 msg=\"vd-root received a packet(proto=1, 192.0.2.1:40000-",
            ">198.51.100.9:2048) from TO_EXTERNAL .\"",
            "7.074724 port5 in 192.0.2.1.40000 -> 198.51.100.9.443: syn 7 ack 8",
            "0x0000\t 4500 0028 1b90 4000 4006 0000 c000 0201\tE..(..@.@.......",
            "0x0010\t c633 6409 9c40 01bb 0000 0007 0000 0000\t.3d..@..........",
            "0x0020\t 5002 7210 0000 0000                    \tP.r.....",
            "0.1 a in fe80::1 -> ff02::1: icmp6: neighbor sol: who has fe80::7 (len 32, hlim 255)",
            "2026-05-01 10:00:01.500000 port5 -- arp who-has 192.0.2.9 tell 192.0.2.1",
            "Mar 24 22:41:52 gw kernel: [885386.325658] TRACE: raw:PREROUTING:policy:2 IN=lan0 OUT=",
            "MAC=02:00:5e:10:01:01:02:00:5e:10:01:10:08:00 SRC=192.0.2.1 DST=198.51.100.9 LEN=52 TOS=0x00 PREC=0x00",
            "TTL=64 ID=77 DF PROTO=TCP SPT=40000 DPT=443 SEQ=7 ACK=0 WINDOW=8 RES=0x00 SYN URGP=0 OPT (020405B401030308)",
            "PACKET: 2 63a848fc IN=lan0 MACSRC=2:0:5e:10:1:10 MACDST=2:0:5e:10:1:1 SRC=192.0.2.1 DST=198.51.100.9 ID=5 SYN ",
            " TRACE: 2 63a848fc filter:FORWARD:rule:0x3:DROP  -4 -t filter -A FORWARD -j REJECT",
            "trace id 0a0b0c0d inet edge prerouting packet: iif \"lan0\" ip saddr 192.0.2.1 ip daddr 198.51.100.9 ip ttl 64"
                    + " ip id 5 ip length 60 tcp sport 40000 tcp dport 443 tcp flags == syn tcp window 64240 ",
            "trace id 0a0b0c0d inet edge prerouting rule tcp dport 443 drop (verdict drop)",
            "table inet edge {",
            "23:02:26.539704700 Drop: PktGroupId 1, PktNumber 1, Appearance 1, Direction Tx , Type Ethernet , Component 78, Edge 1,"
                    + " Filter 1, DropReason X , OriginalSize 66, LoggedSize 66",
            "\t02-00-5E-10-01-10 > 02-00-5E-10-01-01, ethertype IPv4 (0x0800), length 66: 192.0.2.1.40000 > 198.51.100.9.443:"
                    + " Flags [S], seq 7, win 64240, length 0",
            "Apr 23 14:01:57 14:01:56.726032:CID-0:RT:<192.0.2.1/40000->198.51.100.9/443;6,0x0> matched filter F1:",
            "Apr 23 14:01:57 14:01:56.726032:CID-0:RT:packet [48] ipid = 7056, @0x433d641c",
            "Apr 23 14:01:57 14:01:56.726032:CID-0:RT:  ge-0/0/0.0:192.0.2.1/40000->198.51.100.9/443, tcp, flag 2 syn",
            "Apr 23 14:01:57 14:01:56.726032:CID-0:RT:  denied by policy default-deny(5), dropping pkt",
            "11:10:03.500000:LSYS-ID-00 192.0.2.1/40000-->198.51.100.9/23;tcp,ipid-7056,ge-0/0/1.0,Dropped by POLICY:Denied by Policy",
            "== 2026-05-01 12:00:01.250 +0200 ==",
            "Packet received at ingress stage, tag 0, type ORDERED",
            "IP:     192.0.2.1->198.51.100.9, protocol 6",
            "        id 7056, frag_off 0x4000, ttl 64, checksum 12345(0x3039)",
            "TCP:    sport 40000, dport 443, seq 7, ack 0,",
            "    1   0.000000    192.0.2.1 -> 198.51.100.9 TCP 66 40000 -> 443 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 WS=256",
            "   0   54    0.000000   192.0.2.1        ->  198.51.100.9     48  CS6  TCP",
            "  0000:  02005E10 01010200 5E100110 08004500   ..^.....^.....E.",
            "Frame 4: 70 bytes on wire (560 bits), 70 bytes captured (560 bits)",
            "Internet Protocol Version 4, Src: 192.0.2.1, Dst: 198.51.100.9",
            "    Total Length: 52",
            "Transmission Control Protocol, Src Port: https (443), Dst Port: 40000, Seq: 0, Ack: 1, Len: 0",
            "    Flags: 0x012 (SYN, ACK)",
            "Packet: 3           CBUG ID: 9",
            "  State     : DROP 183 (FirewallPolicy)",
            "    Start   : 354255844076290 ns (05/01/2026 10:00:01.7318 UTC)",
            "  Feature: IPV4(Input)",
            "    Source      : 192.0.2.1",
            "    Destination : 198.51.100.9",
            "Packet Copy In",
            "  02005e10 01010200 5e100110 08004500 00281b90 40004006 0000c000 0201c633",
            "------ Punt Packet Number: 41, Timestamp: 2026/05/01 10:00:01.656 ------",
            "ipv4  hdr : dest ip: 198.51.100.9, src ip: 192.0.2.1",
            "icmp  hdr : icmp type: 8, code: 0",
            "Global Drop Stats                         Packets                  Octets",
            "Ipv4NoRoute                                   181                    7964",
            "capture statistics collected at software:",
            "");

    private static final String CHARACTERS = "0123456789abcdefxX:.,;->[](){}\"' \t=#/$\u2192\u00e4";

    private static String mutated(Random random) {
        List<String> lines = new ArrayList<>();
        int begin = random.nextInt(LINES.size());
        int count = 3 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            boolean inOrder = random.nextInt(4) > 0;
            String line = LINES.get(inOrder ? (begin + i) % LINES.size() : random.nextInt(LINES.size()));
            lines.add(line);
            if (random.nextInt(10) == 0) {
                lines.add(line);
            }
        }
        StringBuilder text = new StringBuilder(String.join("\n", lines));
        for (int changes = random.nextInt(8); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            char with = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, with);
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                case 3 -> text.insert(at, "99999999999999999999");
                default -> text.setCharAt(at, with);
            }
        }
        return text.toString();
    }

    private static TextReading read(String text) {
        try (Arena arena = Arena.ofConfined()) {
            RegionPass pass = new RegionPass(TextFormats.standard(), new TextStore(arena));
            pass.run(new TextLines(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8))));
            return pass.reading();
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nothingMakesAReaderFail() {
        Random random = new Random(20260501);
        for (int round = 0; round < 6000; round++) {
            String text = mutated(random);
            try {
                TextReading reading = read(text);
                assertThat(reading.packetLines()
                                + reading.eventLines()
                                + reading.noiseLines()
                                + reading.notUnderstood())
                        .isEqualTo(reading.lines());
            } catch (RuntimeException failure) {
                throw new AssertionError("round " + round + ":\n" + text, failure);
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aLineIsReadInTimeInProportionToItsLength() {
        for (String line : LINES) {
            read((line + " ").repeat(Math.max(1, 200_000 / (line.length() + 1))));
            read(line + " ".repeat(200_000));
            read(line + "1".repeat(200_000));
        }
    }
}
