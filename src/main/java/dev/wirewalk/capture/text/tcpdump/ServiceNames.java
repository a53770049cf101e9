package dev.wirewalk.capture.text.tcpdump;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ports by the names that tcpdump prints without {@code -n}: those of {@code /etc/services} in thirty years of systems. The machine that
 * printed the text is not the one that reads it, so its file is not asked.
 */
final class ServiceNames {
    private static final String NAMES = """
            tcpmux 1 echo 7 discard 9 systat 11 daytime 13 netstat 15 qotd 17 chargen 19 ftp-data 20 ftp 21 ssh 22 telnet 23
            smtp 25 mail 25 time 37 rlp 39 nameserver 42 whois 43 nicname 43 tacacs 49 domain 53 bootps 67 bootpc 68 tftp 69
            gopher 70 finger 79 http 80 www 80 www-http 80 kerberos 88 kerberos5 88 kerberos-sec 88 supdup 95 hostname 101 hostnames 101
            iso-tsap 102 acr-nema 104 pop2 109 pop3 110 pop-3 110 sunrpc 111 portmapper 111 rpcbind 111 auth 113 ident 113 sftp 115
            nntp 119 ntp 123 epmap 135 loc-srv 135 netbios-ns 137 nbname 137 netbios-dgm 138 nbdatagram 138 netbios-ssn 139
            nbsession 139 imap 143 imap2 143 imap4 143 snmp 161 snmptrap 162 snmp-trap 162 xdmcp 177 bgp 179 irc 194 smux 199
            at-rtmp 201 qmtp 209 z3950 210 ipx 213 imap3 220 ptp-event 319 ptp-general 320 pdap 344 rsvp_tunnel 363 ldap 389 svrloc 427
            mobileip-agent 434 https 443 snpp 444 microsoft-ds 445 kpasswd 464 urd 465 smtps 465 ssmtp 465 submissions 465 saft 487
            isakmp 500 exec 512 biff 512 login 513 who 513 shell 514 syslog 514 printer 515 talk 517 ntalk 518 route 520 router 520 efs 520
            timed 525 tempo 526 courier 530 conference 531 netnews 532 netwall 533 uucp 540 klogin 543 kshell 544 dhcpv6-client 546
            dhcpv6-server 547 afpovertcp 548 rtsp 554 remotefs 556 nntps 563 submission 587 http-rpc-epmap 593 ipp 631 ldaps 636 ldp 646
            ha-cluster 694 kerberos-adm 749 domain-s 853 rsync 873 ftps-data 989 ftps 990 telnets 992 imaps 993 ircs 994 pop3s 995
            socks 1080 proofd 1093 rmiregistry 1099 openvpn 1194 nessus 1241 lotusnote 1352 ms-sql-s 1433 ms-sql-m 1434 ingreslock 1524
            ncube-lm 1521 datametrics 1645 sa-msg-port 1646 kermit 1649 l2f 1701 l2tp 1701 pptp 1723 groupwise 1677 radius 1812
            radius-acct 1813 ssdp 1900 hsrp 1985 nfs 2049 nfsd 2049 cfinger 2003 zephyr-srv 2102 cvspserver 2401 icpv2 3130 iscsi-target 3260
            msft-gc 3268 msft-gc-ssl 3269 mysql 3306 ms-wbt-server 3389 nut 3493 distcc 3632 daap 3689 svn 3690 suucp 4031 sysrqd 4094
            ipsec-nat-t 4500 ipsec-msft 4500 iax 4569 epmd 4369 vxlan 4789 munin 4949 rfe 5002 mmcc 5050 sip 5060 sip-tls 5061 aol 5190
            xmpp-client 5222 xmpp-server 5269 cfengine 5308 mdns 5353 llmnr 5355 postgresql 5432 freeciv 5556 amqps 5671 amqp 5672
            x11 6000 geneve 6081 gnutella-svc 6346 redis 6379 sge_qmaster 6444 syslog-tls 6514 ircd 6667 afs3-fileserver 7000 font-service 7100
            http-alt 8080 webcache 8080 http-proxy 8080 pcsync-https 8443 bacula-dir 9101 git 9418 xmms2 9667 amanda 10080 webmin 10000 nbd 10809
            zabbix-agent 10050 zabbix-trapper 10051 hkp 11371 sgi-cad 17004 asp 27374 dircproxy 57000
            """;

    private static final Map<String, Integer> PORTS = table();

    private ServiceNames() {}

    private static Map<String, Integer> table() {
        String[] words = NAMES.strip().split("\\s+");
        return Stream.iterate(0, i -> i < words.length, i -> i + 2)
                .collect(Collectors.toUnmodifiableMap(i -> words[i], i -> Integer.valueOf(words[i + 1])));
    }

    /** The port, or -1 for a name that is not known. */
    static int port(String name) {
        return PORTS.getOrDefault(name, -1);
    }
}
