package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What tcpdump says of the data behind UDP and TCP. Of DNS and of protocols that are text, the bytes are made again. */
final class ApplicationText {
    private static final String[] TEXT_PROTOCOLS = {"HTTP", "SMTP", "FTP", "RTSP", "SIP"};

    private final DnsText dns = new DnsText();

    /** Behind the length of a TCP segment: {@code : HTTP: GET / HTTP/1.1}, or a DNS message. The rest of the line belongs to it. */
    void overTcp(LineScanner line, int from, int to, PacketSketch into) {
        line.accept(":");
        line.blanks();
        if (DnsText.isPort(from) || DnsText.isPort(to)) {
            int begin = line.position();
            if (dns.read(line, into, true)) {
                return;
            }
            line.moveTo(begin);
        }
        for (String protocol : TEXT_PROTOCOLS) {
            if (line.accept(protocol + ": ")) {
                into.payload((line.rest() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        line.moveTo(Integer.MAX_VALUE);
    }

    /** Behind the addresses of a UDP datagram. */
    void overUdp(LineScanner line, int from, int to, PacketSketch into) {
        checksum(line);
        if (line.accept("UDP, length ") || line.accept("UDP, length: ") || line.accept("udp ")) {
            length(line.number(), into);
            return;
        }
        if (DnsText.isPort(from) || DnsText.isPort(to)) {
            int begin = line.position();
            if (dns.read(line, into, false)) {
                return;
            }
            line.moveTo(begin);
        }
        String rest = line.rest();
        String words = rest.toLowerCase(Locale.ROOT);
        boolean wholeDatagram = !words.startsWith("vxlan") && !words.startsWith("geneve") && !words.startsWith("l2tp");
        int at = words.indexOf("length ");
        at = at < 0 ? words.indexOf("length: ") : at;
        if (wholeDatagram && at >= 0) {
            LineScanner number = new LineScanner(rest);
            number.moveTo(at + "length".length());
            number.accept(":");
            number.blanks();
            length(number.number(), into);
        }
        line.moveTo(Integer.MAX_VALUE);
    }

    private static void length(long bytes, PacketSketch into) {
        if (bytes >= 0) {
            into.payloadLength(bytes);
        }
    }

    /** {@code [udp sum ok]}, {@code [bad udp cksum 0x1 -> 0x2!]}, {@code [no cksum]}. */
    static void checksum(LineScanner line) {
        if (line.startsWith("[udp sum ok]")
                || line.startsWith("[bad udp cksum")
                || line.startsWith("[no cksum]")
                || line.startsWith("[icmp6 sum ok]")
                || line.startsWith("[bad icmp6 cksum")
                || line.startsWith("[udp cksum")) {
            line.skipTo("]");
            line.blanks();
        }
    }
}
