package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextOutput;

/** ARP: {@code Request who-has A tell B}, {@code Reply A is-at MAC}; releases before 4.0 begin with {@code who-has} and {@code reply}. */
final class ArpText {
    private static final int ETHERTYPE = 0x0806;

    private ArpText() {}

    /** Steps over {@code ARP, } or {@code arp }, which are left out behind a link header. */
    static boolean begins(LineScanner line, boolean linked) {
        return line.accept("ARP, ")
                || line.accept("ARP ")
                || line.accept("arp ")
                || (linked
                        && (line.startsWith("Ethernet (len 6)")
                                || line.startsWith("Request who-has")
                                || line.startsWith("Reply ")));
    }

    static void read(LineScanner line, PacketSketch into, TextOutput out) {
        line.blanks();
        if (line.accept("Ethernet (len 6), ")) {
            line.accept("IPv4 (len 4), ");
        }
        if (line.accept("Request who-has ") || line.accept("who-has ")) {
            asked(line, into, out);
        } else if (line.accept("Reply ") || line.accept("reply ")) {
            IpAddress sender = IcmpText.place(line.word(), out);
            long mac = line.accept(" is-at ") ? line.mac() : -1;
            into.addresses(sender, sender).arp(2, mac, -1);
        } else if (line.accept("Announcement ")) {
            IpAddress sender = IcmpText.place(line.word(), out);
            into.addresses(sender, sender).target(sender).arp(1, -1, -1);
        } else if (line.accept("Probe ")) {
            IpAddress none = IpAddress.v4(0);
            into.addresses(none, none).target(IcmpText.place(line.word(), out)).arp(1, -1, -1);
        } else {
            into.etherType(ETHERTYPE);
        }
        line.moveTo(Integer.MAX_VALUE);
    }

    private static void asked(LineScanner line, PacketSketch into, TextOutput out) {
        IpAddress target = IcmpText.place(line.word(), out);
        long mac = line.accept(" (") ? line.mac() : -1;
        line.accept(")");
        if (!line.skipTo(" tell ")) {
            into.etherType(ETHERTYPE);
            return;
        }
        IpAddress sender = IcmpText.place(line.word(), out);
        into.addresses(sender, sender).target(target).arp(1, -1, mac);
    }
}
