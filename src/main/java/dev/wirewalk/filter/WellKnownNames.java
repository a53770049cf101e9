package dev.wirewalk.filter;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of ports and IP protocols, as {@code /etc/services} and {@code /etc/protocols} of current systems have them (Debian's
 * netbase 6). Fixed here, because the machine that reads a filter is not the one that captures with it.
 */
final class WellKnownNames {
    /** Name, port, and the protocol where the name belongs to one alone; then it restricts the filter as in libpcap. */
    private static final String SERVICES = """
            echo 7, discard 9, daytime 13, chargen 19, ftp-data 20 tcp, ftp 21 tcp, ssh 22 tcp, telnet 23 tcp,
            smtp 25 tcp, time 37, whois 43 tcp, tacacs 49, domain 53, bootps 67 udp, bootpc 68 udp, tftp 69 udp,
            gopher 70 tcp, finger 79 tcp, http 80 tcp, kerberos 88, pop3 110 tcp, sunrpc 111, auth 113 tcp,
            nntp 119 tcp, ntp 123 udp, netbios-ns 137 udp, netbios-dgm 138 udp, netbios-ssn 139 tcp, imap2 143 tcp,
            snmp 161, snmp-trap 162, bgp 179 tcp, ptp-event 319 udp, ldap 389, https 443, microsoft-ds 445 tcp,
            kpasswd 464, submissions 465 tcp, isakmp 500 udp, login 513 tcp, shell 514 tcp, syslog 514 udp,
            printer 515 tcp, route 520 udp, dhcpv6-client 546 udp, dhcpv6-server 547 udp, rtsp 554, submission 587 tcp,
            ipp 631 tcp, ldaps 636, domain-s 853, rsync 873 tcp, ftps-data 989 tcp, ftps 990 tcp, telnets 992 tcp,
            imaps 993 tcp, pop3s 995 tcp, socks 1080 tcp, openvpn 1194, ms-sql-s 1433 tcp, ms-sql-m 1434 udp,
            l2f 1701 udp, radius 1812, radius-acct 1813, nfs 2049, icpv2 3130 udp, iscsi-target 3260 tcp,
            mysql 3306 tcp, ms-wbt-server 3389 tcp, svn 3690 tcp, ipsec-nat-t 4500 udp, munin 4949 tcp, sip 5060,
            sip-tls 5061, xmpp-client 5222 tcp, xmpp-server 5269 tcp, mdns 5353 udp, postgresql 5432 tcp,
            amqps 5671 tcp, x11 6000 tcp, redis 6379 tcp, syslog-tls 6514 tcp, http-alt 8080 tcp, git 9418 tcp,
            nbd 10809 tcp, zabbix-agent 10050 tcp, zabbix-trapper 10051 tcp
            """;

    private static final String PROTOCOLS = """
            hopopt 0, icmp 1, igmp 2, ggp 3, ipencap 4, st 5, tcp 6, egp 8, igp 9, igrp 9, pup 12, udp 17, hmp 20,
            rdp 27, iso-tp4 29, dccp 33, xtp 36, ddp 37, idpr-cmtp 38, ipv6 41, ipv6-route 43, ipv6-frag 44, idrp 45,
            rsvp 46, gre 47, esp 50, ah 51, skip 57, ipv6-icmp 58, icmp6 58, ipv6-nonxt 59, ipv6-opts 60, rspf 73,
            vmtp 81, eigrp 88, ospf 89, ipip 94, etherip 97, encap 98, pim 103, ipcomp 108, vrrp 112, carp 112,
            l2tp 115, isis 124, sctp 132, fc 133, mobility-header 135, udplite 136, mpls-in-ip 137, manet 138, hip 139,
            shim6 140, wesp 141, rohc 142
            """;

    /** @param transport {@code ANY} when the name is registered for several */
    record Service(int port, Transport transport) {}

    private static final Map<String, Service> PORTS = table(
            SERVICES,
            words -> new Service(
                    Integer.parseInt(words[1]),
                    words.length < 3 ? Transport.ANY : words[2].equals("tcp") ? Transport.TCP : Transport.UDP));
    private static final Map<String, Integer> NUMBERS = table(PROTOCOLS, words -> Integer.valueOf(words[1]));

    private WellKnownNames() {}

    private static <T> Map<String, T> table(String text, Function<String[], T> value) {
        return Stream.of(text.strip().split(",\\s+"))
                .map(entry -> entry.split(" "))
                .collect(Collectors.toUnmodifiableMap(words -> words[0], value));
    }

    static Optional<Service> service(String name) {
        return Optional.ofNullable(PORTS.get(name));
    }

    static Optional<Integer> protocol(String name) {
        return Optional.ofNullable(NUMBERS.get(name));
    }
}
