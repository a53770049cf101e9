package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The question of a DNS message, and its bytes (RFC 1035, 4.1.2). */
final class DnsQuestion {
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("A", 1),
            Map.entry("NS", 2),
            Map.entry("CNAME", 5),
            Map.entry("SOA", 6),
            Map.entry("PTR", 12),
            Map.entry("HINFO", 13),
            Map.entry("MX", 15),
            Map.entry("TXT", 16),
            Map.entry("AAAA", 28),
            Map.entry("SRV", 33),
            Map.entry("NAPTR", 35),
            Map.entry("DS", 43),
            Map.entry("SSHFP", 44),
            Map.entry("RRSIG", 46),
            Map.entry("NSEC", 47),
            Map.entry("DNSKEY", 48),
            Map.entry("TLSA", 52),
            Map.entry("SVCB", 64),
            Map.entry("HTTPS", 65),
            Map.entry("Type64", 64),
            Map.entry("Type65", 65),
            Map.entry("CAA", 257),
            Map.entry("IXFR", 251),
            Map.entry("AXFR", 252),
            Map.entry("ANY", 255));
    private static final int LONGEST_LABEL = 63;

    private byte[] bytes = {};

    void clear() {
        bytes = new byte[0];
    }

    /** Empty when the text shows no question, or not all of it. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** {@code A? www.example.org.}, with {@code (QM)} or {@code (QU)} in mDNS. */
    boolean read(LineScanner line) {
        String word = line.word();
        boolean unicast = word.endsWith("(QU)?");
        int mark = word.indexOf('(') >= 0 ? word.indexOf('(') : word.indexOf('?');
        if (line.startsWith(" (Q")) {
            unicast = line.startsWith(" (QU)");
            line.skipTo(")");
            mark = line.accept("?") ? word.length() : -1;
        }
        if (mark <= 0 || !line.blanks()) {
            return false;
        }
        String typeName = word.substring(0, mark);
        int type = TYPES.getOrDefault(typeName, -1);
        if (type < 0 && typeName.startsWith("Type")) {
            type = (int) new LineScanner(typeName.substring(4)).number();
        }
        String name = line.word();
        line.blanks();
        if (name.endsWith(",")) {
            name = name.substring(0, name.length() - 1);
        }
        if (type >= 0) {
            bytes = encoded(name, type, unicast ? 0x8001 : 1);
        }
        return true;
    }

    /** Empty when the name is cut or cannot be encoded. */
    private static byte[] encoded(String name, int type, int dnsClass) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!name.equals(".")) {
            if (!name.endsWith(".")) {
                return new byte[0];
            }
            for (String label : name.substring(0, name.length() - 1).split("\\.", -1)) {
                byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
                if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
                    return new byte[0];
                }
                out.write(bytes.length);
                out.writeBytes(bytes);
            }
        }
        out.write(0);
        DnsText.two(out, type);
        DnsText.two(out, dnsClass);
        return out.toByteArray();
    }
}
