package dev.wirewalk.filter;

import static dev.wirewalk.filter.TrafficPool.pick;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts as people and scripts write them for tcpdump: every keyword, all spellings of values, many that libpcap refuses. */
public final class RandomTexts {
    private static final List<String> HOSTS = List.of(
            "10.1.1.1",
            "10.2.2.2",
            "192.168.7.1",
            "10.1.1",
            "10.1",
            "2001:db8::1",
            "fe80::1",
            "2001:DB8:0:1::5",
            "10.1.1.130");
    private static final List<String> NETS = List.of(
            "10",
            "10.1",
            "10.1.1",
            "172.16",
            "10.0.0.0/8",
            "10.1.0.0/16",
            "10.1.1.0 / 24",
            "10.1.1.0 mask 255.255.255.0",
            "10.1.0.0 mask 255.255.0.255",
            "2001:db8::/32",
            "fe80::/10",
            "0.0.0.0/0",
            "10.1.1.1/24",
            "10.2.2.2");
    private static final List<String> MACS = List.of(
            "02:00:00:00:00:01",
            "2:0:0:0:0:2",
            "00-11-22-33-44-55",
            "0011.2233.4455",
            "001122334455",
            "ff:ff:ff:ff:ff:ff");
    private static final List<String> PORTS = List.of(
            "80", "443", "0x50", "http", "https", "domain", "ssh", "ntp", "snmp", "bootps", "8080", "22", "70000");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "5", "0x0f", "64", "0x40", "255", "0x10", "017", "1500");
    /** Without "ip multicast", which libpcap 1.10.6 reads differently from those before. */
    private static final List<String> WORDS = List.of("""
            ip, ip6, arp, rarp, tcp, udp, sctp, icmp, icmp6, igmp, pim, ah, esp, vrrp, carp, igrp, decnet,
            lat, sca, moprc, mopdl, atalk, aarp, iso, stp, ipx, netbeui, llc, llc ui, llc s, clnp, esis,
            isis, l1, l2, iih, lsp, snp, csnp, psnp, broadcast, multicast, ether broadcast, ether multicast,
            ip6 multicast, ip broadcast, pppoed
            """.strip().split(",\\s+"));

    private final Random random;

    public RandomTexts(long seed) {
        random = new Random(seed);
    }

    public String next() {
        String text = expression(random.nextInt(3));
        return random.nextInt(6) == 0 ? spoiled(text) : text;
    }

    /** Words of the language in no order. */
    public String salad() {
        List<String> words = List.of("""
            ( ) { } [ ] not ! and or && || host net port portrange src dst proto protochain ether vlan mpls
            pppoes geneve vxlan less greater len byte = != > << & | - + * / % ^ : 80 0x10 10.1.1.1 ::1 tcp
            udp ip6 tcp[ 13 ifname on rset reason action pass type mgt subtype beacon gateway broadcast
            multicast llc decnet 1.2 isis mask 255.0.0.0 \\tcp 00:11:22:33:44:55 é
            """.strip().split("\\s+"));
        return IntStream.range(0, 1 + random.nextInt(14))
                .mapToObj(_ -> pick(random, words))
                .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));
    }

    private String spoiled(String text) {
        List<String> words = List.of(text.split(" "));
        int at = random.nextInt(words.size());
        return switch (random.nextInt(3)) {
            case 0 -> without(words, at);
            case 1 -> text + " " + words.get(at);
            default -> String.join(" ", words.subList(at, words.size()));
        };
    }

    private static String without(List<String> words, int at) {
        return IntStream.range(0, words.size())
                .filter(i -> i != at)
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    private String expression(int depth) {
        StringBuilder text = new StringBuilder(term(depth));
        for (int more = random.nextInt(depth + 2); more > 0; more--) {
            text.append(' ')
                    .append(pick(random, List.of("and", "and", "or", "or", "&&", "||")))
                    .append(' ')
                    .append(term(depth));
        }
        return text.toString();
    }

    private String term(int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> "not " + term(depth);
            case 1 -> "!" + primitive();
            case 2, 3 -> depth > 0 ? "(" + expression(depth - 1) + ")" : primitive();
            case 4 -> pick(random, PORTS);
            default -> primitive();
        };
    }

    private String primitive() {
        return switch (random.nextInt(16)) {
            case 0, 1 ->
                pick(random, List.of("", "", "ip ", "ip6 ", "arp ", "tcp ")) + sided(" host") + pick(random, HOSTS);
            case 2, 3 -> pick(random, List.of("", "", "ip ", "ip6 ")) + sided(" net") + pick(random, NETS);
            case 4, 5 -> pick(random, List.of("", "tcp ", "udp ", "sctp ", "ip ")) + sided(" port") + ports();
            case 6 ->
                pick(random, List.of("", "tcp ", "udp "))
                        + sided(" portrange")
                        + pick(random, List.of("80-90", "90-80", "22"));
            case 7 ->
                pick(random, List.of("", "ip ", "ip6 "))
                        + pick(random, List.of("proto ", "proto ", "protochain "))
                        + pick(
                                random,
                                List.of(
                                        "6",
                                        "17",
                                        "47",
                                        "\\tcp",
                                        "\\udp",
                                        "gre",
                                        "ospf",
                                        "(6 or 17)",
                                        "44",
                                        "59",
                                        "300"));
            case 8 -> pick(random, List.of("ether ", "link ", "wlan ")) + sided(" host") + pick(random, MACS);
            case 9 ->
                "ether proto "
                        + pick(
                                random,
                                List.of(
                                        "0x0800",
                                        "\\ip6",
                                        "\\arp",
                                        "0x88cc",
                                        "0x8100",
                                        "100",
                                        "2048",
                                        "loopback",
                                        "\\stp"));
            case 10 ->
                pick(random, List.of("less ", "greater ", "len > ", "len <= ", "len != ")) + (150 + random.nextInt(70));
            case 11 -> relation();
            case 12 -> pick(random, List.of("vlan", "vlan 100", "vlan 200", "mpls", "mpls 100", "pppoes", "geneve"));
            default -> pick(random, WORDS);
        };
    }

    private String sided(String type) {
        return switch (random.nextInt(8)) {
            case 0 -> "src" + type + " ";
            case 1 -> "dst" + type + " ";
            case 2 -> "src or dst" + type + " ";
            case 3 -> "src and dst" + type + " ";
            case 4 -> type.equals(" host") ? "src " : "dst" + type + " ";
            default -> type.strip() + " ";
        };
    }

    private String ports() {
        return switch (random.nextInt(6)) {
            case 0 -> "(" + pick(random, PORTS) + " or " + pick(random, PORTS) + ")";
            case 1 -> "(80 or 443 and not 22)";
            default -> pick(random, PORTS);
        };
    }

    private String relation() {
        return arithmetic(2)
                + pick(random, List.of(" = ", " == ", " != ", ">", " < ", " >= ", "<="))
                + arithmetic(random.nextInt(2));
    }

    private String arithmetic(int depth) {
        if (depth == 0) {
            return pick(random, NUMBERS);
        }
        return switch (random.nextInt(8)) {
            case 0 -> "len";
            case 1 -> "(" + arithmetic(depth - 1) + ")";
            case 2, 3 ->
                arithmetic(depth - 1)
                        + pick(random, List.of(" & ", "&", " | ", " + ", " - ", " * ", "^", " % ", " / ", ">>", "<<"))
                        + pick(random, List.of("1", "3", "7", "0x0f", "tcp-syn", "(1|2)"));
            case 4 -> "-" + arithmetic(depth - 1);
            default ->
                pick(
                                random,
                                List.of(
                                        "ip", "ip6", "tcp", "udp", "icmp", "icmp6", "ether", "arp", "igmp", "sctp",
                                        "vrrp", "carp", "ah"))
                        + "["
                        + pick(
                                random,
                                List.of(
                                        "0",
                                        "1",
                                        "2",
                                        "6",
                                        "13",
                                        "tcpflags",
                                        "icmptype",
                                        "12",
                                        "0x10",
                                        "ip[1]&3",
                                        "20"))
                        + pick(random, List.of("", "", ":2", ":4", ":3"))
                        + "]";
        };
    }
}
