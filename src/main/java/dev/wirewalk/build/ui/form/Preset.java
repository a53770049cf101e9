package dev.wirewalk.build.ui.form;

import java.util.List;

/**
 * A filter that people need daily, with addresses from the documentation ranges (RFC 5737) to be replaced.
 *
 * @param filter in the pcap-filter language
 */
public record Preset(String name, String filter) {
    public static final List<Preset> DAILY = List.of(
            new Preset("One host", "host 192.0.2.10"),
            new Preset("One conversation", "host 192.0.2.10 and host 198.51.100.20 and tcp port 443"),
            new Preset(
                    "Handshake only (SYN, FIN, RST)",
                    "tcp[tcpflags] & (tcp-syn|tcp-fin|tcp-rst) != 0"
                            + " or (ip6[6] == 6 and ip6[53] & (tcp-syn|tcp-fin|tcp-rst) != 0)"),
            new Preset("DNS", "port 53"),
            new Preset("ARP for a gateway", "arp and host 192.0.2.1"),
            new Preset(
                    "ICMP errors",
                    "icmp[icmptype] == 3 or icmp[icmptype] == 11 or icmp[icmptype] == 12"
                            + " or icmp6[0] == 1 or icmp6[0] == 2 or icmp6[0] == 3 or icmp6[0] == 4"),
            new Preset("All but my own ssh", "not (host 192.0.2.10 and tcp port 22)"));
}
