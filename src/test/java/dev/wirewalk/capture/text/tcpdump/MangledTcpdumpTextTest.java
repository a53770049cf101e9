package dev.wirewalk.capture.text.tcpdump;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged text is read as far as it goes: no exception, and no line that takes long. */
class MangledTcpdumpTextTest {
    private static final String TEXT = """
            tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
            listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
            12:00:00.000000 IP (tos 0x0, ttl 64, id 7056, offset 0, flags [DF], proto TCP (6), length 60)
                10.0.0.1.4000 > 10.0.0.2.80: Flags [S], cksum 0x7d0b (incorrect -> 0x156e), seq 7, win 100, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 10], length 0
            12:00:00.000001 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 78: vlan 70, p 0, ethertype IPv4 (0x0800), 10.0.0.1.4000 > 10.0.0.2.53: 25071+ [1au] A? host.example. (30)
            \t0x0000:  4500 001e 0007 0000 2011 0000 0a00 0001  E...............
            12:00:00.000002 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [.], ack 8, win 1, options [nop,nop,sack 2 {1:5}{7:9}], length 0
            12:00:00.000003 0:0:d1:9d:7b:a8 ff:ff:ff:ff:ff:ff 8100 46: 802.1Q vlan#200 P0 arp who-has 192.168.0.1 tell 192.168.0.5
            12:00:00.000004 IP 10.0.0.9 > 10.0.0.1: ICMP 10.0.0.2 udp port 53 unreachable, length 36
            \tIP (tos 0x0, ttl 1, id 42316, offset 0, flags [none], proto UDP (17), length 40)
                10.0.0.1.42315 > 10.0.0.2.33435: UDP, length 12
            12:00:00.000005 IP 10.1.0.1.45149 > 10.1.0.2.4789: VXLAN, flags [I] (0x08), vni 100
            IP 10.0.0.1 > 10.0.0.2: GREv0, key=0x1, length 30: IP6 fe80::1 > fe80::2: frag (0x1:0|1448) ICMP6, echo request, id 1, seq 2, length 64
            12:00:00.000006 MPLS (label 100704, tc 0, [S], ttl 1) IP 10.0.0.1.1 > 10.0.0.2.2: S 7:7(0) win 100 <mss 1380> (DF) (ttl 17, id 15697)
            Apr 29 22:07:36.097434 rule 16/(match) pass in on xl0: 10.0.0.9.53 > 10.0.0.1.41101: 63267*- q: A? a.b. 1/0/2 a.b. A 1.2.3.4 (68)
             00:00:01.000000 IP host.example.www > 10.0.0.1.4000: Flags [R.], seq 5:9, ack 8, win 0, length 4 [RST+ why] in slot1/tmm0 lis=/Common/web rst_cause="x"
            E..4@.@...S.....J}_h.F.P|#Z....... ..0..............
            2 packets dropped by kernel
            """;
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            " > ",
            ": ",
            "\t",
            "\n",
            "    ",
            "18446744073709551616",
            "-1",
            "0x",
            "{",
            "}",
            "|",
            "length ",
            "\u0000",
            "ü",
            "Flags [",
            "options [",
            "IP ",
            "IP6 ",
            "frag (",
            "MPLS (",
            "GREv0",
            "VXLAN, ",
            "/",
            "? ",
            "seq ",
            ",");

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nothingIsThrown() throws IOException {
        Random random = new Random(20261121);
        Path file = folder.resolve("a.txt");
        for (int round = 0; round < 1500; round++) {
            String mangled = mangle(random);
            Files.write(
                    file, mangled.getBytes(random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
            assertThatCode(() -> read(file))
                    .as("round " + round + ":\n" + mangled)
                    .doesNotThrowAnyException();
        }
    }

    private static String mangle(Random random) {
        StringBuilder text = new StringBuilder(TEXT);
        for (int i = 1 + random.nextInt(12); i > 0 && text.length() > 10; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(random.nextInt(4) == 0 ? 200 : 6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 ->
                    text.setCharAt(at, (char) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95)));
                default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
        }
        return text.toString();
    }

    private static void read(Path file) {
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> frame.packet().payloadLength());
        } catch (UnreadableCapture unreadable) {
            // Nothing of it reads as a known text any more.
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void longLinesOfOneKindTakeNoLongerThanOthers() throws IOException {
        Path file = folder.resolve("long.txt");
        String head = "12:00:00.000000 IP 10.0.0.1.4000 > 10.0.0.2.53: ";
        for (String piece : List.of(
                "(",
                "[",
                "1/",
                "1/2/",
                " > ",
                "{1:2}",
                "GREv0: IP ",
                "A? ",
                "a.",
                "options [",
                "MPLS (label ",
                "length ",
                "\t0x0000:  45")) {
            Files.writeString(file, head + piece.repeat(200_000 / piece.length()) + "\n" + head + "UDP, length 5\n");
            read(file);
        }
        Files.writeString(file, (head + "\n").repeat(1000) + ("win 5,\n").repeat(50_000));
        read(file);
    }
}
