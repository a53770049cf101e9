package dev.wirewalk.dialect;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The names that the ASA knows for numbers. Source: ASA CLI reference, appendix "Protocols and Applications" and {@code
 * access-list extended}.
 */
final class AccessWords {
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ipinip", 4),
            Map.entry("tcp", 6),
            Map.entry("igrp", 9),
            Map.entry("udp", 17),
            Map.entry("gre", 47),
            Map.entry("pptp", 47),
            Map.entry("esp", 50),
            Map.entry("ipsec", 50),
            Map.entry("ah", 51),
            Map.entry("icmp6", 58),
            Map.entry("eigrp", 88),
            Map.entry("ospf", 89),
            Map.entry("nos", 94),
            Map.entry("pim", 103),
            Map.entry("pcp", 108),
            Map.entry("snp", 109),
            Map.entry("sctp", 132));

    private static final Map<String, Integer> TCP = numbers(
            "aol 5190, bgp 179, chargen 19, cifs 3020, citrix-ica 1494, cmd 514, ctiqbe 2748, daytime 13, discard 9, echo 7, exec 512, "
                    + "finger 79, ftp 21, ftp-data 20, gopher 70, h323 1720, hostname 101, http 80, https 443, ident 113, imap4 143, irc 194, "
                    + "kerberos 750, klogin 543, kshell 544, ldap 389, ldaps 636, login 513, lotusnotes 1352, lpd 515, netbios-ssn 139, nfs 2049, "
                    + "nntp 119, pcanywhere-data 5631, pim-auto-rp 496, pop2 109, pop3 110, pptp 1723, rsh 514, rtsp 554, smtp 25, sqlnet 1521, "
                    + "ssh 22, sip 5060, sunrpc 111, tacacs 49, talk 517, telnet 23, uucp 540, whois 43, www 80, domain 53");

    private static final Map<String, Integer> UDP = numbers(
            "biff 512, bootpc 68, bootps 67, cifs 3020, discard 9, dnsix 195, domain 53, echo 7, http 80, isakmp 500, kerberos 750, "
                    + "mobile-ip 434, nameserver 42, netbios-dgm 138, netbios-ns 137, nfs 2049, ntp 123, pcanywhere-status 5632, pim-auto-rp 496, "
                    + "radius 1645, radius-acct 1646, rip 520, secureid-udp 5510, sip 5060, snmp 161, snmptrap 162, sunrpc 111, syslog 514, "
                    + "tacacs 49, talk 517, tftp 69, time 37, vxlan 4789, who 513, www 80, xdmcp 177");

    private static final Map<String, Integer> ICMP = numbers(
            "echo-reply 0, unreachable 3, source-quench 4, redirect 5, alternate-address 6, echo 8, router-advertisement 9, "
                    + "router-solicitation 10, time-exceeded 11, parameter-problem 12, timestamp-request 13, timestamp-reply 14, "
                    + "information-request 15, information-reply 16, mask-request 17, mask-reply 18, traceroute 30, conversion-error 31, "
                    + "mobile-redirect 32");

    private static final Map<String, Integer> ICMP6 = numbers(
            "unreachable 1, packet-too-big 2, time-exceeded 3, parameter-problem 4, echo 128, echo-reply 129, membership-query 130, "
                    + "membership-report 131, membership-reduction 132, router-solicitation 133, router-advertisement 134, "
                    + "neighbor-solicitation 135, neighbor-advertisement 136, neighbor-redirect 137, router-renumbering 138");

    private static final Map<String, Integer> ETHER_TYPES = numbers(
            "ip 2048, arp 2054, rarp 32821, ip6 34525, 8021q 33024, vlan 33024, pppoed 34915, pppoes 34916, lacp 34825");

    private AccessWords() {}

    private static Map<String, Integer> numbers(String list) {
        return java.util.Arrays.stream(list.split(", "))
                .map(entry -> entry.split(" "))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        entry -> entry[0], entry -> Integer.valueOf(entry[1])));
    }

    /** 0 to 255; empty for words that name no protocol. */
    static OptionalInt protocol(String word) {
        return number(word, PROTOCOLS, 255);
    }

    /** 0 to 65535; names differ between TCP and UDP. */
    static OptionalInt port(String word, int protocol) {
        return number(word, protocol == 6 ? TCP : protocol == 17 ? UDP : Map.of(), 65535);
    }

    static OptionalInt icmpType(String word, boolean six) {
        return number(word, six ? ICMP6 : ICMP, 255);
    }

    /** Decimal, or hexadecimal behind 0x. */
    static OptionalInt etherType(String word) {
        return word.matches("0x[0-9a-f]{1,4}")
                ? OptionalInt.of(Integer.parseInt(word.substring(2), 16))
                : number(word, ETHER_TYPES, 65535);
    }

    static OptionalInt number(String word, int most) {
        return number(word, Map.of(), most);
    }

    private static OptionalInt number(String word, Map<String, Integer> names, int most) {
        if (names.containsKey(word)) {
            return OptionalInt.of(names.get(word));
        }
        if (!word.matches("[0-9]{1,6}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(word);
        return number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
