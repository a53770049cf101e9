package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.util.Optional;

/**
 * What {@code -v} says of the IP header: in parentheses before the addresses, or, in releases before 3.8, in several
 * parentheses and brackets behind the packet.
 */
final class IpText {
    /** The protocol named in the parentheses, or -1. */
    private int protocol = -1;

    private boolean version6;

    int protocol() {
        return protocol;
    }

    /** Whether this says that there is no whole header, behind {@code IP} or without it. */
    static boolean isBroken(LineScanner line, boolean named) {
        boolean said = line.startsWith("[") || line.startsWith("bad-hlen") || line.startsWith("version error");
        return line.startsWith("[|ip") || (named && (said || line.atEnd()));
    }

    /** Steps over the parentheses, if they are here. */
    boolean before(LineScanner line, PacketSketch into) {
        protocol = -1;
        if (!line.startsWith("(tos ")
                && !line.startsWith("(class ")
                && !line.startsWith("(flowlabel ")
                && !line.startsWith("(hlim ")) {
            return false;
        }
        line.moveTo(line.position() + 1);
        version6 = line.peek() != 't';
        if (version6) {
            // What is not named there is zero: tcpdump leaves it out then.
            into.trafficClass(0);
        }
        int depth = 1;
        while (!line.atEnd() && depth > 0) {
            if (!item(line, into)) {
                char c = line.peek();
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                line.moveTo(line.position() + 1);
            }
        }
        line.blanks();
        return true;
    }

    private boolean item(LineScanner line, PacketSketch into) {
        if (line.accept("tos ") || line.accept("class ")) {
            into.trafficClass(Math.max(0, line.hex()));
        } else if (line.accept("ttl ") || line.accept("hlim ")) {
            // Junos pads it.
            line.blanks();
            into.ttl(Math.max(0, line.number()));
        } else if (line.accept("id ")) {
            into.identification(Math.max(0, line.number()));
        } else if (line.accept("offset ")) {
            into.fragment(Math.max(0, line.number()), false);
        } else if (line.accept("flags [")) {
            String flags = line.upTo("]").orElse("");
            into.dontFragment(flags.contains("DF")).moreFragments(flags.contains("+"));
        } else if (line.accept("proto ")
                || line.accept("proto: ")
                || line.accept("next-header ")
                || line.accept("next-header: ")) {
            named(line);
        } else if (line.accept("payload length: ") || line.accept("payload length ")) {
            into.ipLength(40 + Math.max(0, line.number()));
        } else if (line.accept("length: ") || line.accept("length ")) {
            long length = Math.max(0, line.number());
            // Junos says "length" for the payload of IPv6.
            into.ipLength(version6 ? 40 + length : length);
        } else if (line.accept("options (")) {
            into.networkOptions();
            line.skipTo(")");
        } else {
            return false;
        }
        return true;
    }

    /** {@code TCP (6)}: only the number counts. */
    private void named(LineScanner line) {
        Optional<String> name = line.upTo("(");
        protocol = name.isPresent() ? (int) line.number() : -1;
        line.accept(")");
    }

    /** {@code (DF) [tos 0x10] (ttl 64, id 42376, len 60)}, {@code (frag 218:1480@0+)}; stays at what is none of it. */
    static void behind(LineScanner line, PacketSketch into) {
        boolean more = true;
        while (more) {
            int before = line.position();
            line.blanks();
            if (line.accept("(DF)")) {
                into.dontFragment(true);
            } else if (line.accept("[tos ")) {
                into.trafficClass(Math.max(0, line.hex()));
                more = line.skipTo("]");
            } else if (line.accept("[ttl ")) {
                long ttl = line.number();
                if (ttl >= 0) {
                    into.ttl(ttl);
                }
                more = line.skipTo("]");
            } else if (line.accept("(ttl ")) {
                trailer(line, into);
                more = line.skipTo(")");
            } else if (line.accept("(frag ")) {
                fragment(line, into);
                more = line.skipTo(")");
            } else if (line.accept("[ECT]") || line.accept("[ECT,CE]") || line.accept("(invalid)")) {
                more = true;
            } else {
                line.moveTo(before);
                more = false;
            }
        }
    }

    private static void trailer(LineScanner line, PacketSketch into) {
        into.ttl(Math.max(0, line.number()));
        if (line.accept(", id ")) {
            into.identification(Math.max(0, line.number()));
        }
        if (line.accept(", len ")) {
            into.ipLength(Math.max(0, line.number()));
        }
    }

    /** {@code 218:1480@0+}: identification, bytes behind the IP header, offset; the plus says that more follow. */
    private static void fragment(LineScanner line, PacketSketch into) {
        long id = line.number();
        long length = line.accept(":") ? line.number() : -1;
        long offset = line.accept("@") ? line.number() : -1;
        if (id >= 0 && length >= 0 && offset >= 0) {
            into.identification(id).fragment(offset, line.accept("+")).ipLength(20 + length);
        }
    }
}
