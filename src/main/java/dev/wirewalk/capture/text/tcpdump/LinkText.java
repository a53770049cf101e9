package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;

/** The link header of {@code -e}, and what is printed of VLAN tags with and without it. */
final class LinkText {
    private LinkText() {}

    /** Steps over a link header, if one is here; raw IP has none, and says so. */
    static boolean read(LineScanner line, PacketSketch into) {
        int before = line.position();
        boolean found = line.accept("ip: ")
                || addresses(line, into)
                || cooked(line, into)
                || family(line, "AF ")
                || (line.startsWith("version ") && family(line, "family "));
        if (!found) {
            line.moveTo(before);
        }
        boolean tagged = tags(line, into);
        return found || tagged;
    }

    /** {@code MAC > MAC, ethertype IPv4 (0x0800), length 74: }, or before 3.8 {@code MAC MAC 0800 74: }. */
    private static boolean addresses(LineScanner line, PacketSketch into) {
        long source = mac(line);
        if (source < 0) {
            return false;
        }
        boolean current = line.accept(" > ");
        if (!current && !line.accept(" ")) {
            return false;
        }
        long destination = mac(line);
        if (destination < 0) {
            return false;
        }
        if (current) {
            line.accept(",");
            line.blanks();
            into.macs(source, destination);
            type(line, into, true);
            return true;
        }
        return old(line, source, destination, into);
    }

    /** Without {@code -n} the maker stands behind, and the broadcast address has a name. */
    private static long mac(LineScanner line) {
        if (line.accept("Broadcast")) {
            return 0xFFFF_FFFF_FFFFL;
        }
        long mac = line.mac();
        if (mac >= 0 && line.startsWith(" (oui ")) {
            line.skipTo(")");
        }
        return mac;
    }

    private static boolean old(LineScanner line, long source, long destination, PacketSketch into) {
        line.blanks();
        String type = line.word();
        line.blanks();
        long length = line.number();
        if (length < 0 || !line.accept(":")) {
            return false;
        }
        line.blanks();
        into.macs(source, destination).frameLength(length);
        LineScanner hex = new LineScanner(type);
        long number = hex.hex();
        if (number >= 0x600 && hex.atEnd() && number != 0x8100) {
            into.etherType((int) number & 0xFFFF);
        }
        return true;
    }

    /** {@code ethertype IPv4 (0x0800), length 74: } or {@code 802.3, length 39: }; the length and the number may be missing. */
    private static void type(LineScanner line, PacketSketch into, boolean lengthCounts) {
        if (line.accept("ethertype ")) {
            int before = line.position();
            String name = line.upTo(",").orElse("");
            if (name.isEmpty()) {
                line.moveTo(before);
            }
            int open = name.lastIndexOf("(0x");
            if (open >= 0) {
                LineScanner number = new LineScanner(name);
                number.moveTo(open + 1);
                int value = (int) number.hex() & 0xFFFF;
                if (value != 0x8100 && value != 0x88A8 && value != 0x9100) {
                    into.etherType(value);
                }
            }
        } else if (!line.accept("802.3,")) {
            return;
        }
        line.blanks();
        if (line.accept("length ")) {
            long length = line.number();
            if (length >= 0 && lengthCounts) {
                into.frameLength(length);
            }
            line.accept(":");
            line.blanks();
        }
    }

    /** {@code 02:00:5e:10:01:10 ethertype IPv4 (0x0800), length 80: }, with {@code ifindex 3 } before it in the second version. */
    private static boolean cooked(LineScanner line, PacketSketch into) {
        long index = line.accept("ifindex ") ? line.number() : -1;
        line.blanks();
        long source = mac(line);
        line.blanks();
        if (!line.startsWith("ethertype ")) {
            return false;
        }
        into.macs(source, -1).onNumber(index);
        // That length counts another header than the one laid out.
        type(line, into, false);
        return true;
    }

    /** {@code version 0, resource ID 20, family IPv4 (2), length 180: } of NFLOG, {@code AF IPv4 (2), length 64: } of BSD. */
    private static boolean family(LineScanner line, String word) {
        if (!line.skipTo(word) || !line.skipTo(", length ") || line.number() < 0) {
            return false;
        }
        line.accept(":");
        line.blanks();
        return true;
    }

    /** {@code vlan 200, p 0, DEI, ethertype ARP (0x0806), }, once for each tag; {@code 802.1Q vlan#200 P0 } in old releases. */
    private static boolean tags(LineScanner line, PacketSketch into) {
        boolean found = false;
        boolean more = true;
        while (more) {
            int before = line.position();
            boolean old = line.accept("802.1Q vlan#") || line.accept("vlan#");
            long id = old || line.accept("vlan ") ? line.number() : -1;
            more = id >= 0;
            if (!more) {
                line.moveTo(before);
            } else if (old) {
                into.vlan((int) id);
                line.blanks();
                if (line.peek() == 'P' && Character.isDigit(line.peek(1))) {
                    line.word();
                    line.blanks();
                }
            } else {
                into.vlan((int) id);
                if (line.accept(", p ")) {
                    line.number();
                }
                while (line.accept(", DEI") || line.accept(", CFI")) {
                    found = true;
                }
                line.accept(",");
                line.blanks();
                type(line, into, false);
            }
            found |= more;
        }
        return found;
    }
}
