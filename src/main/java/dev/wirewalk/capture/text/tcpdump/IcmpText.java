package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextOutput;
import java.util.Map;

/**
 * ICMP in words. Of the packet that an error is about, the words name the destination, and where a port is unreachable that
 * too; its source is where the error goes to (RFC 1812, 4.3.2.5).
 */
final class IcmpText {
    private static final int UNREACHABLE = 3;

    /** What stands behind {@code unreachable}, and the code (RFC 792, RFC 1122, RFC 1812). */
    private static final Map<String, Integer> REASONS = Map.ofEntries(
            Map.entry("source route failed", 5),
            Map.entry("source host isolated", 8),
            Map.entry("admin prohibited filter", 13),
            Map.entry("host precedence violation", 14),
            Map.entry("precedence cutoff", 15));

    private IcmpText() {}

    /** Behind {@code ICMP} or {@code icmp:}; {@code to} is where the message goes. */
    static void read(LineScanner line, PacketSketch into, IpAddress to, TextOutput out) {
        int begin = line.position();
        if (line.accept("echo request") || line.accept("extended echo request")) {
            echo(line, 8, into);
        } else if (line.accept("echo reply") || line.accept("extended echo reply")) {
            echo(line, 0, into);
        } else if (line.accept("time exceeded in-transit")) {
            into.icmp(11, 0);
        } else if (line.accept("ip reassembly time exceeded")) {
            into.icmp(11, 1);
        } else if (line.accept("source quench")) {
            into.icmp(4, 0);
        } else if (line.accept("redirect")) {
            redirect(line, into);
        } else if (line.accept("router advertisement")) {
            into.icmp(9, 0);
        } else if (line.accept("router solicitation")) {
            into.icmp(10, 0);
        } else if (line.accept("parameter problem")) {
            into.icmp(12, 0);
        } else if (line.accept("time stamp query") || line.accept("time stamp request")) {
            echo(line, 13, into);
        } else if (line.accept("time stamp reply")) {
            echo(line, 14, into);
        } else if (line.accept("address mask request")) {
            into.icmp(17, 0);
        } else if (line.accept("address mask is") || line.accept("address mask reply")) {
            into.icmp(18, 0);
        } else if (line.accept("type-#")) {
            into.icmp((int) line.number(), -1);
        } else if (line.rest().contains("unreachable")) {
            unreachable(line, into, to, out);
        } else {
            into.protocol(1);
        }
        line.moveTo(begin);
        length(line, into);
    }

    /** The last length on the line counts the ICMP header of 8 bytes too. */
    static void length(LineScanner line, PacketSketch into) {
        String rest = line.rest();
        int at = rest.lastIndexOf(", length ");
        at = at < 0 ? rest.lastIndexOf(", length: ") : at;
        if (at >= 0) {
            line.moveTo(line.position() + at + ", length".length());
            line.accept(":");
            line.blanks();
            long length = line.number();
            if (length >= 8) {
                into.payloadLength(length - 8);
            }
        } else {
            int old = rest.indexOf(" (");
            line.moveTo(line.position() + (old < 0 ? rest.length() : old));
        }
    }

    private static void echo(LineScanner line, int type, PacketSketch into) {
        into.icmp(type, 0);
        long id = line.accept(", id ") || line.accept(" id ") ? line.number() : -1;
        long sequence = line.accept(", seq ") || line.accept(" seq ") ? line.number() : -1;
        if (id >= 0 && sequence >= 0) {
            into.echo(id, sequence);
        }
    }

    private static void redirect(LineScanner line, PacketSketch into) {
        boolean service = line.accept("-tos");
        line.blanks();
        line.word();
        boolean host = line.startsWith(" to host");
        into.icmp(5, (host ? 1 : 0) + (service ? 2 : 0));
    }

    private static void unreachable(LineScanner line, PacketSketch into, IpAddress to, TextOutput out) {
        boolean net = line.accept("net ");
        boolean host = !net && line.accept("host ");
        PacketSketch about = PacketText.quoted().addresses(to, place(line.word(), out));
        line.blanks();
        int code = net ? 0 : host ? 1 : -1;
        if (line.accept("tcp port ")) {
            about.tcp(-1, port(line), -1);
            code = 3;
        } else if (line.accept("udp port ")) {
            about.udp(-1, port(line));
            code = 3;
        } else if (line.accept("protocol ")) {
            about.protocol((int) Math.max(0, line.number()));
            line.blanks();
            code = line.startsWith("port ") ? 3 : 2;
        }
        line.skipTo("unreachable");
        if (line.accept(" - ")) {
            code = reason(line, net, code, into);
        }
        into.icmp(UNREACHABLE, code).inside(about);
    }

    private static int reason(LineScanner line, boolean net, int code, PacketSketch into) {
        if (line.accept("need to frag")) {
            long mtu = line.accept(" (mtu ") ? line.number() : -1;
            if (mtu >= 0) {
                into.nextHopMtu(mtu);
            }
            return 4;
        }
        if (line.accept("#")) {
            return (int) line.number();
        }
        String words = line.rest();
        for (Map.Entry<String, Integer> reason : REASONS.entrySet()) {
            if (words.startsWith(reason.getKey())) {
                return reason.getValue();
            }
        }
        if (words.startsWith("unknown")) {
            return net ? 6 : 7;
        }
        if (words.startsWith("admin prohibited")) {
            return net ? 9 : 10;
        }
        return words.startsWith("tos prohibited") ? (net ? 11 : 12) : code;
    }

    private static int port(LineScanner line) {
        String word = line.word();
        long number = new LineScanner(word).number();
        return number >= 0 ? (int) Math.min(number, 0xFFFF) : ServiceNames.port(word);
    }

    static IpAddress place(String word, TextOutput out) {
        String text = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        return IpAddress.parse(text).orElseGet(() -> out.standIn(text));
    }
}
