package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.io.ByteArrayOutputStream;

/**
 * Headers that carry another packet: GRE (RFC 2784, RFC 2890), MPLS (RFC 3032), PPPoE (RFC 2516), VXLAN (RFC 7348) and Geneve (RFC
 * 8926). Each method reads the words of one and returns its bytes; the packet carried follows.
 */
final class TunnelText {
    private static final int GRE_CHECKSUM = 0x8000;
    private static final int GRE_KEY = 0x2000;
    private static final int GRE_SEQUENCE = 0x1000;

    /** RFC 8926, 3.4: six bits, in units of four bytes. */
    private static final int MOST_OPTIONS = 63 * 4;

    private TunnelText() {}

    /** Behind {@code GREv0}; stands behind the colon before the packet carried, or at the end. */
    static byte[] gre(LineScanner line, PacketSketch into) {
        int flags = 0;
        int protocol = 0x0800;
        long key = 0;
        long sequence = 0;
        while (line.accept(", ")) {
            if (line.accept("key=")) {
                key = Math.max(0, line.hex());
                flags |= GRE_KEY;
            } else if (line.accept("seq ") || line.accept("seq=")) {
                sequence = Math.max(0, line.number());
                flags |= GRE_SEQUENCE;
            } else if (line.accept("sum ")) {
                line.hex();
                flags |= GRE_CHECKSUM;
            } else if (line.accept("proto ")) {
                line.skipTo("(");
                protocol = (int) Math.max(0, line.hex()) & 0xFFFF;
                line.accept(")");
            } else if (line.accept("length ")) {
                long length = line.number();
                if (length >= 0) {
                    into.payloadLength(length);
                }
                break;
            } else if (line.accept("Flags [")) {
                line.skipTo("]");
            } else {
                break;
            }
        }
        if (line.peek() == ':') {
            line.moveTo(line.position() + 1);
        }
        line.blanks();
        protocol = line.startsWith("IP6 ") ? 0x86DD : protocol;
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, flags, 2);
        number(header, protocol, 2);
        if ((flags & GRE_CHECKSUM) != 0) {
            number(header, 0, 4);
        }
        if ((flags & GRE_KEY) != 0) {
            number(header, key, 4);
        }
        if ((flags & GRE_SEQUENCE) != 0) {
            number(header, sequence, 4);
        }
        return header.toByteArray();
    }

    /** Behind {@code MPLS (}: {@code label 100704, tc 0, [S], ttl 1)}, once for each label. */
    static byte[] labels(LineScanner line) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        do {
            line.accept("label ");
            long entry = Math.max(0, line.number()) << 12;
            // "(explicit NULL)" and its like stand behind some labels.
            line.blanks();
            if (line.accept("(")) {
                line.skipTo(")");
            }
            line.accept(",");
            line.blanks();
            if (line.accept("exp ") || line.accept("tc ")) {
                entry |= Math.max(0, line.number()) << 9;
            }
            entry |= line.accept(", [S]") ? 0x100 : 0;
            entry |= line.accept(", ttl ") ? Math.clamp(line.number(), 0, 255) : 0;
            number(header, entry, 4);
            line.skipTo(")");
            line.accept(",");
            line.blanks();
        } while (line.accept("(label ") || (line.accept("(") && line.startsWith("label ")));
        return header.toByteArray();
    }

    /** Behind {@code PPPoE}, in a session: {@code [ses 0x11]IP (0x0021), length 42: }; null bytes for other messages. */
    static byte[] session(LineScanner line) {
        line.blanks();
        if (!line.accept("[ses ")) {
            return new byte[0];
        }
        long session = line.startsWith("0x") ? line.hex() : line.number();
        line.skipTo("]");
        line.blanks();
        int colon = line.position();
        boolean protocolTold = line.skipTo(" (0x");
        int protocol = protocolTold ? (int) line.hex() & 0xFFFF : line.startsWith("IP6") ? 0x57 : 0x21;
        if (protocolTold) {
            line.accept(")");
            if (line.accept(", length ")) {
                line.number();
            }
            line.accept(": ");
        } else {
            line.moveTo(colon);
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, 0x1100, 2);
        number(header, Math.max(0, session), 2);
        number(header, 0, 2);
        number(header, protocol, 2);
        return header.toByteArray();
    }

    /** {@code VXLAN, flags [I] (0x08), vni 100}; the packet carried follows in the next line. */
    static byte[] vxlan(LineScanner line) {
        long identifier = line.skipTo("vni ") ? Math.max(0, line.number()) : 0;
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, 0x0800_0000L, 4);
        number(header, identifier << 8, 4);
        return header.toByteArray();
    }

    /** {@code Geneve, Flags [C], vni 0xa, proto TEB (0x6558)}; of its options, only that there are some is told. */
    static byte[] geneve(LineScanner line) {
        int begin = line.position();
        boolean control =
                line.accept("Geneve, Flags [") && line.upTo("]").orElse("").contains("C");
        line.moveTo(begin);
        long identifier = line.skipTo("vni ") ? Math.max(0, line.hex()) : 0;
        int protocol = 0x6558;
        if (line.accept(", proto ")) {
            line.skipTo("(");
            protocol = (int) Math.max(0, line.hex()) & 0xFFFF;
            line.accept(")");
        }
        int options = options(line);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, options / 4, 1);
        number(header, control ? 0x40 : 0, 1);
        number(header, protocol, 2);
        number(header, identifier << 8, 4);
        return header.toByteArray();
    }

    /** How many bytes the options of Geneve have: {@code [8 bytes]}, or with {@code -vv} {@code len 8} of each. */
    private static int options(LineScanner line) {
        if (!line.accept(", options [")) {
            return 0;
        }
        long bytes = Math.max(0, line.number());
        if (bytes == 0) {
            LineScanner list = new LineScanner(line.upTo("]").orElse(""));
            while (list.skipTo(" len ")) {
                bytes += Math.max(0, list.number());
            }
        }
        return (int) Math.min(bytes, MOST_OPTIONS) & ~3;
    }

    private static void number(ByteArrayOutputStream out, long value, int size) {
        for (int i = size - 1; i >= 0; i--) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
