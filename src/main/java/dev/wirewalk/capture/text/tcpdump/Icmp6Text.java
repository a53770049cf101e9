package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextOutput;

/** ICMPv6 in words (RFC 4443, RFC 4861). */
final class Icmp6Text {
    private Icmp6Text() {}

    /** Behind {@code ICMP6, } or {@code icmp6: }; {@code to} is where the message goes. */
    static void read(LineScanner line, PacketSketch into, IpAddress to, TextOutput out) {
        int begin = line.position();
        into.icmp(-1, -1).protocol(58);
        if (line.accept("echo request")) {
            echo(line, 128, into);
        } else if (line.accept("echo reply")) {
            echo(line, 129, into);
        } else if (line.accept("neighbor solicitation") || line.accept("neighbor sol")) {
            into.icmp(135, 0);
            target(line, "who has ", into, out);
        } else if (line.accept("neighbor advertisement") || line.accept("neighbor adv")) {
            into.icmp(136, 0);
            target(line, "tgt is ", into, out);
        } else if (line.accept("router solicitation")) {
            into.icmp(133, 0);
        } else if (line.accept("router advertisement")) {
            into.icmp(134, 0);
        } else if (line.accept("redirect")) {
            into.icmp(137, 0);
        } else if (line.accept("destination unreachable")) {
            unreachable(line, into, to, out);
        } else if (line.accept("packet too big")) {
            into.icmp(2, 0);
            long mtu = line.skipTo("mtu ") ? line.number() : -1;
            if (mtu >= 0) {
                into.nextHopMtu(mtu);
            }
        } else if (line.accept("time exceeded in-reassembly")) {
            into.icmp(3, 1);
        } else if (line.accept("time exceeded")) {
            into.icmp(3, line.startsWith(" in-transit (reassembly)") ? 1 : 0);
            if (line.skipTo(" for ")) {
                into.inside(PacketText.quoted().addresses(to, IcmpText.place(line.word(), out)));
            }
        } else if (line.accept("parameter problem")) {
            into.icmp(4, -1);
        } else if (line.accept("multicast listener query")) {
            into.icmp(130, 0);
        } else if (line.accept("multicast listener report v2")) {
            into.icmp(143, 0);
        } else if (line.accept("multicast listener report")) {
            into.icmp(131, 0);
        } else if (line.accept("multicast listener done")) {
            into.icmp(132, 0);
        }
        line.moveTo(begin);
        IcmpText.length(line, into);
    }

    private static void echo(LineScanner line, int type, PacketSketch into) {
        into.icmp(type, 0);
        long id = line.accept(", id ") ? line.number() : -1;
        long sequence = line.accept(", seq ") ? line.number() : -1;
        if (id >= 0 && sequence >= 0) {
            into.echo(id, sequence);
        }
    }

    private static void target(LineScanner line, String words, PacketSketch into, TextOutput out) {
        if (line.skipTo(words)) {
            into.target(IcmpText.place(line.word(), out));
        }
    }

    private static void unreachable(LineScanner line, PacketSketch into, IpAddress to, TextOutput out) {
        line.accept(",");
        line.blanks();
        int code = -1;
        if (line.accept("unreachable route ")) {
            code = 0;
        } else if (line.accept("unreachable prohibited ")) {
            code = 1;
        } else if (line.accept("beyond scope ")) {
            code = 2;
        } else if (line.accept("unreachable address ")) {
            code = 3;
        } else if (line.accept("unreachable port, ")) {
            code = 4;
        }
        into.icmp(1, code);
        if (code < 0) {
            return;
        }
        PacketSketch about = PacketText.quoted().addresses(to, IcmpText.place(line.word(), out));
        into.inside(about);
        line.blanks();
        boolean tcp = line.accept("tcp port ");
        if (tcp || line.accept("udp port ")) {
            String word = line.word();
            String name = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
            long number = new LineScanner(name).number();
            int port = number >= 0 ? (int) Math.min(number, 0xFFFF) : ServiceNames.port(name);
            if (tcp) {
                about.tcp(-1, port, -1);
            } else {
                about.udp(-1, port);
            }
        }
    }
}
