package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.util.List;

/** The words for ICMP messages behind {@code icmp: } and {@code icmp6: }, those of tcpdump 3 from which the sniffer descends. */
final class SnifferIcmp {
    /** Found where all of its words stand in the text, the first that fits. */
    private record Words(int type, int code, List<String> words) {
        Words(int type, int code, String... words) {
            this(type, code, List.of(words));
        }
    }

    private static final List<Words> VERSION_4 = List.of(
            new Words(8, 0, "echo request"),
            new Words(0, 0, "echo reply"),
            new Words(11, 0, "time exceeded in-transit"),
            new Words(11, 1, "reassembly time exceeded"),
            new Words(3, 4, "need to frag"),
            new Words(3, 13, "unreachable", "admin prohibited filter"),
            new Words(3, 10, "host ", "unreachable", "admin prohibited"),
            new Words(3, 9, "net ", "unreachable", "admin prohibited"),
            new Words(3, 5, "unreachable", "source route failed"),
            new Words(3, 7, "host ", "unreachable", "unknown"),
            new Words(3, 6, "net ", "unreachable", "unknown"),
            new Words(3, 12, "host ", "unreachable", "tos prohibited"),
            new Words(3, 11, "net ", "unreachable", "tos prohibited"),
            new Words(3, 3, "port ", "unreachable"),
            new Words(3, 2, "protocol ", "unreachable"),
            new Words(3, 1, "host ", "unreachable"),
            new Words(3, 0, "net ", "unreachable"),
            new Words(5, 1, "redirect", "to host"),
            new Words(5, 0, "redirect"),
            new Words(4, 0, "source quench"),
            new Words(9, 0, "router advertisement"),
            new Words(10, 0, "router solicitation"),
            new Words(12, 0, "parameter problem"),
            new Words(13, 0, "time stamp query"),
            new Words(14, 0, "time stamp reply"),
            new Words(17, 0, "address mask request"),
            new Words(18, 0, "address mask is"));

    private static final List<Words> VERSION_6 = List.of(
            new Words(128, 0, "echo request"),
            new Words(129, 0, "echo reply"),
            new Words(135, 0, "neighbor sol"),
            new Words(136, 0, "neighbor adv"),
            new Words(133, 0, "router sol"),
            new Words(134, 0, "router adv"),
            new Words(137, 0, "redirect"),
            new Words(1, 0, "unreachable", "no route"),
            new Words(1, 1, "unreachable", "prohibited"),
            new Words(1, 3, "unreachable", "address"),
            new Words(1, 4, "port ", "unreachable"),
            new Words(1, 4, "unreachable", "port"),
            new Words(1, -1, "unreachable"),
            new Words(2, 0, "too big"),
            new Words(3, 0, "time exceeded"),
            new Words(130, 0, "multicast listener query"),
            new Words(131, 0, "multicast listener report"),
            new Words(132, 0, "multicast listener done"),
            new Words(143, 0, "multicast listener report v2"));

    private SnifferIcmp() {}

    static void read(LineScanner scanner, PacketSketch sketch, boolean version6) {
        String text = scanner.rest();
        sketch.protocol(version6 ? 58 : 1);
        for (Words known : version6 ? VERSION_6 : VERSION_4) {
            if (known.words.stream().allMatch(text::contains)) {
                sketch.icmp(known.type, known.code);
                details(text, sketch);
                return;
            }
        }
    }

    private static void details(String text, PacketSketch sketch) {
        LineScanner scanner = new LineScanner(text);
        if (scanner.skipTo("(mtu ")) {
            long mtu = scanner.number();
            if (mtu >= 0) {
                sketch.nextHopMtu(mtu);
            }
        }
        if (scanner.skipTo("who has ") || scanner.skipTo("tgt is ")) {
            scanner.address().ifPresent(sketch::target);
        }
    }
}
