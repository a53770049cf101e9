package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    /** Left is what a person types, right the same filter in the printed form. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '"', textBlock = """
        host 10.20.30.40 and port 80         → host 10.20.30.40 and port 80
        src 10.0.0.1                         → src host 10.0.0.1
        src 10.0.0.0/8                       → src net 10.0.0.0/8
        port 80 or 443                       → port 80 or port 443
        port (80 or 443)                     → port 80 or port 443
        tcp dst port 80 or 443               → tcp dst port 80 or tcp dst port 443
        src host 10.0.0.1 and not 10.0.0.2   → src host 10.0.0.1 and not src host 10.0.0.2
        not port 80 or 443                   → not port 80 or port 443
        not (port 80 or 443)                 → not (port 80 or port 443)
        udp or tcp and port 80               → (udp or tcp) and port 80
        tcp and port 80 or udp               → (tcp and port 80) or udp
        tcp && !port 80 || udp             → (tcp and not port 80) or udp
        src and dst net 10.0.0.0/8           → src net 10.0.0.0/8 and dst net 10.0.0.0/8
        src or dst host 10.0.0.1             → host 10.0.0.1
        src || dst port 80                   → port 80
        src && dst port 80                   → src port 80 and dst port 80
        host 10.0.0.1 and (src port 80) or 10.0.0.2 → (host 10.0.0.1 and src port 80) or host 10.0.0.2
        src 10.0.0.1 or not (dst host 10.0.0.2) and 10.0.0.3 → (src host 10.0.0.1 or not dst host 10.0.0.2) and src host 10.0.0.3
        host 10.0.0.1 and ((udp) or 10.0.0.2) → host 10.0.0.1 and (udp or host 10.0.0.2)
        sctp[0:2] = 80                       → sctp[0:2] == 80
        ip host 10.0.0.1                     → ip and host 10.0.0.1
        arp host 10.0.0.1                    → arp and host 10.0.0.1
        ip6 net 2001:DB8::/32                → ip6 and net 2001:db8::/32
        net 10                               → net 10.0.0.0/8
        net 172.16                           → net 172.16.0.0/16
        net 10.1.2.0 mask 255.255.255.0      → net 10.1.2.0/24
        net 10.1.2.3                         → net 10.1.2.3/32
        portrange 90-80                      → portrange 80-90
        proto 47                             → proto 47
        ip proto \\icmp or igmp              → icmp or igmp
        ip6 proto 58                         → icmp6
        ether proto 0x86dd                   → ip6
        icmp[icmptype] = icmp-echo           → icmp[icmptype] == 8
        icmp6[icmp6type] == 128              → icmp6[0] == 128
        tcp[13] & 2 != 0                     → tcp[tcpflags] & tcp-syn != 0
        (tcp[13] & 2) != 0 and tcp           → (tcp[tcpflags] & tcp-syn != 0) and tcp
        ((tcp[13] & 2 != 0) or udp)          → (tcp[tcpflags] & tcp-syn != 0) or udp
        tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn → tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn
        tcp[0:2] > 1023                      → tcp[0:2] > 1023
        ip[8] & 0x0f < 5                     → ip[8] & 15 < 5
        greater 0                            → ""
        ip proto \\tcp                        → ip proto 6
        ether host 02:00:00:00:00:01         → ether host 02:00:00:00:00:01
        less 100                             → less 100
        greater 100                          → greater 100
        vlan 100 and host 10.0.0.1           → vlan 100 and host 10.0.0.1
        vlan 100 or vlan 200                 → vlan 100 or vlan 200
        ip6 multicast                        → ip6 and dst net ff00::/8
        len > 100                            → len > 100
        """)
    void readsTheLanguageOfTcpdump(String text, String printed) throws FilterSyntaxException {
        assertThat(FilterPrinter.print(FilterParser.parse(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        host 10.0.0.1 port 80        | 15 | expected 'and' or 'or' before 'port'
        host 10.0.0.300              |  6 | is not an IPv4 or IPv6 address
        host www.example.org         |  6 | names are not looked up
        host 10.0.0.0/24             |  6 | write 'net 10.0.0.0/24'
        net 10.0.0.1/24              |  5 | the network is 10.0.0.0/24
        (host 10.0.0.1 and port 80   | 27 | to close the '(' at column 1
        host 10.0.0.1)               | 14 | closes no bracket
        port 65536                   |  6 | a port is 0 to 65535
        port 80-90                   |  6 | a port is 0 to 65535
        tcp and                      |  8 | not the end
        80                           |  1 | needs a word in front
        tcp AND udp                  |  5 | expected 'and' or 'or' before 'AND'
        (port 80) or 443             | 14 | needs a word in front
        tcp port 80 or udp 53        | 20 | expected 'and' or 'or' before '53'
        ip port 80                   |  1 | has no ports
        ip host 2001:db8::1          |  9 | is not an address of 'ip'
        tcp[13] & 2                  | 12 | expected a comparison
        host 10.0.0.1; reload        | 14 | has no place in a filter
        tcp[13:3] == 1               |  8 | 1, 2 or 4 bytes
        net 10.1.2.0 mask            | 18 | the end is not a netmask
        vlan 5000                    |  6 | 4095
        ether host 10.0.0.1          | 12 | MAC
        portrange http-              | 11 | port
        """)
    void saysWhereReadingStopped(String text, int column, String reason) {
        assertThatThrownBy(() -> FilterParser.parse(text))
                .isInstanceOfSatisfying(FilterSyntaxException.class, problem -> {
                    assertThat(problem.column()).isEqualTo(column);
                    assertThat(problem).hasMessageContaining(reason);
                });
    }

    @Test
    void refusesNestingThatCouldExhaustTheStack() {
        assertThatThrownBy(() -> FilterParser.parse("(".repeat(5000) + "tcp" + ")".repeat(5000)))
                .isInstanceOf(FilterSyntaxException.class)
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> FilterParser.parse("not ".repeat(3000) + "tcp"))
                .isInstanceOf(FilterSyntaxException.class);
    }

    @Test
    void knowsFlagsOfBothFamiliesByTheirLongForm() throws FilterSyntaxException {
        Filter both = new Filter.TcpFlags(Families.BOTH, 18, Comparison.EQUAL, 2);
        String text = FilterPrinter.print(both);
        assertThat(text)
                .isEqualTo("tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn"
                        + " or (ip6[6] == 6 and ip6[53] & (tcp-syn|tcp-ack) == tcp-syn)");
        assertThat(FilterParser.parse(text)).isEqualTo(both);
    }
}
