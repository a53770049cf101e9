package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;

/** Extension headers of IPv6, which are printed between the addresses and the transport. */
final class ExtensionText {

    private ExtensionText() {}

    /**
     * Steps over them.
     *
     * @param protocol the one that the IP header was said to name, or -1
     * @return the protocol that is due behind them, or -1 when it is not told
     */
    static int read(LineScanner line, PacketSketch into, int protocol) {
        int due = protocol;
        boolean more = true;
        while (more) {
            if (line.accept("frag (")) {
                fragment(line, into);
                due = -1;
            } else if (line.accept("HBH ") || line.accept("DSTOPT ") || line.accept("srcrt ") || line.accept("RT6 ")) {
                due = -1;
                // How long they are is not printed, so the length of the packet does not tell that of its payload.
                into.ipLength(-1);
                while (line.peek() == '(' && line.skipTo(")")) {
                    line.blanks();
                }
            } else if (line.startsWith("[icmp6 sum ok]") || line.startsWith("[bad icmp6 cksum")) {
                line.skipTo("]");
            } else {
                more = false;
            }
            line.blanks();
        }
        return due;
    }

    /** {@code 0xcde00817:1448|60}: identification, offset, bytes; the identification with {@code -v} only. */
    private static void fragment(LineScanner line, PacketSketch into) {
        long first = line.startsWith("0x") ? line.hex() : -1;
        line.accept(":");
        long offset = line.number();
        line.skipTo(")");
        if (first >= 0) {
            into.identification(first);
        }
        if (offset >= 0) {
            // Whether more follow is not printed.
            into.fragment(offset, offset == 0);
        }
    }
}
