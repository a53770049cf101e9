package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked examples of the ASA and its peculiarities, to the letter. */
class AccessListTest {
    private static final String LATEST = "9.20";

    @Test
    void aHostIsOneClauseSinceItsRepliesComeAlong() throws FilterSyntaxException {
        assertThat(render(LATEST, "host 10.1.1.1")).isEqualTo(exact("match", "ip host 10.1.1.1 any4"));
        assertThat(render("9.9", "host 10.1.1.1")).isEqualTo(exact("match", "ip host 10.1.1.1 any"));
    }

    @Test
    void oneDirectionNeedsAnAccessList() throws FilterSyntaxException {
        assertThat(render(LATEST, "src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443"))
                .isEqualTo(exact("access-list", "permit tcp host 10.1.1.1 host 10.2.2.2 eq 443"));
        assertThat(render(LATEST, "src host 10.1.1.1 and icmp[icmptype] == icmp-echo"))
                .isEqualTo(exact("access-list", "permit icmp host 10.1.1.1 any4 8"));
    }

    @Test
    void aConversationIsTwoClauses() throws FilterSyntaxException {
        assertThat(render(LATEST, "host 10.1.1.1 and host 10.2.2.2 and tcp port 443"))
                .isEqualTo(exact(
                        "match", "tcp host 10.1.1.1 eq 443 host 10.2.2.2", "tcp host 10.1.1.1 host 10.2.2.2 eq 443"));
        assertThat(render(LATEST, "host 10.1.1.1 and tcp port 80"))
                .isEqualTo(exact("match", "tcp host 10.1.1.1 eq 80 any4", "tcp host 10.1.1.1 any4 eq 80"));
        assertThat(render(LATEST, "udp portrange 16384-32767 and net 10.1.0.0/16 and net 10.2.0.0/16"))
                .isEqualTo(exact(
                        "match",
                        "udp 10.1.0.0 255.255.0.0 range 16384 32767 10.2.0.0 255.255.0.0",
                        "udp 10.2.0.0 255.255.0.0 range 16384 32767 10.1.0.0 255.255.0.0"));
    }

    @Test
    void anExceptionIsDeniedBeforeThePermissions() throws FilterSyntaxException {
        assertThat(render(LATEST, "net 10.0.0.0/8 and tcp port (80 or 443) and not host 10.9.9.9"))
                .isEqualTo(exact(
                        "access-list",
                        "deny ip host 10.9.9.9 any4",
                        "deny ip any4 host 10.9.9.9",
                        "permit tcp 10.0.0.0 255.0.0.0 eq 80 any4",
                        "permit tcp 10.0.0.0 255.0.0.0 eq 443 any4",
                        "permit tcp 10.0.0.0 255.0.0.0 any4 eq 80",
                        "permit tcp 10.0.0.0 255.0.0.0 any4 eq 443",
                        "permit tcp any4 eq 80 10.0.0.0 255.0.0.0",
                        "permit tcp any4 eq 443 10.0.0.0 255.0.0.0",
                        "permit tcp any4 10.0.0.0 255.0.0.0 eq 80",
                        "permit tcp any4 10.0.0.0 255.0.0.0 eq 443"));
    }

    @Test
    void flagsAreLeftOutAndSaid() throws FilterSyntaxException {
        String text = "dst host 10.2.2.2 and tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn";
        Rendering rendering = render(LATEST, text);
        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs()).containsExactly(run("access-list", "permit tcp any4 host 10.2.2.2"));
        assertThat(rendering.gaps())
                .containsExactly(new Gap(
                        "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn",
                        "Neither an access list nor a match clause looks at TCP flags.",
                        FilterPrinter.print(FilterParser.parse(text))));
    }

    @Test
    void ipv6IsWrittenAsTheReleaseCan() throws FilterSyntaxException {
        String text = "host 2001:db8::1 and tcp dst port 443";
        assertThat(render(LATEST, "host 2001:db8::1 and tcp port 443"))
                .isEqualTo(exact("match", "tcp host 2001:db8::1 eq 443 any6", "tcp host 2001:db8::1 any6 eq 443"));
        assertThat(render("9.9", text))
                .isEqualTo(exact(
                        "access-list",
                        "permit tcp host 2001:db8::1 any6 eq 443",
                        "permit tcp any6 host 2001:db8::1 eq 443"));
        Rendering old = render("8.4", text);
        assertThat(old.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(old.runs()).containsExactly(run("ethernet-type", "ip6"));
    }

    @Test
    void aBarePortIsSctpTooWhereTheReleaseKnowsIt() throws FilterSyntaxException {
        assertThat(render(LATEST, "dst port 53"))
                .isEqualTo(exact(
                        "access-list",
                        "permit tcp any any eq 53",
                        "permit udp any any eq 53",
                        "permit sctp any any eq 53"));
        Rendering old = render("9.5(1)", "dst port 53");
        assertThat(old.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(old.runs())
                .containsExactly(run(
                        "access-list", "permit tcp any any eq 53", "permit udp any any eq 53", "permit 132 any any"));
        assertThat(render("9.5(2)", "dst port 53").coverage()).isEqualTo(Coverage.EXACT);
    }

    @Test
    void framesThatAreNotIpAreARunOfTheirOwnWhenTheyAreNamed() throws FilterSyntaxException {
        assertThat(render(LATEST, "arp")).isEqualTo(exact("ethernet-type", "arp"));
        assertThat(render(LATEST, "host 10.1.1.1 or rarp"))
                .isEqualTo(
                        Rendering.exact(List.of(run("match", "ip host 10.1.1.1 any4"), run("ethernet-type", "rarp"))));
        assertThat(render(LATEST, "not arp")).isEqualTo(exact("match", "ip any4 any4", "ip any6 any6"));
        assertThat(render(LATEST, "arp host 10.1.1.1").coverage()).isEqualTo(Coverage.WIDER);
    }

    @Test
    void everythingTakesNoFilterAndNothingIsRefused() throws FilterSyntaxException {
        assertThat(render(LATEST, "")).isEqualTo(exact("everything"));
        assertThat(render(LATEST, "tcp or not tcp")).isEqualTo(exact("everything"));
        assertThat(render(LATEST, "tcp and udp").coverage()).isEqualTo(Coverage.UNSUPPORTED);
        assertThat(render(LATEST, "not (ip or ip6)").coverage()).isEqualTo(Coverage.UNSUPPORTED);
    }

    @Test
    void protocolZeroWouldBeReadAsEveryProtocol() throws FilterSyntaxException {
        Rendering rendering = render(LATEST, "src host 10.1.1.1 and ip proto 0");
        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs()).containsExactly(run("access-list", "permit ip host 10.1.1.1 any4"));
    }

    @Test
    void neighboursAreJoinedWhenTheLinesRunOut() throws FilterSyntaxException {
        Rendering rendering = render(
                LATEST, 2, "src host (10.1.1.1 or 10.1.1.2 or 10.1.1.4 or 172.16.0.1) and tcp dst port (80 or 443)");
        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs())
                .containsExactly(run(
                        "access-list",
                        "permit tcp 10.1.1.0 255.255.255.248 any4 range 80 443",
                        "permit tcp host 172.16.0.1 any4 range 80 443"));
    }

    private static Rendering exact(String form, String... pieces) {
        return Rendering.exact(List.of(run(form, pieces)));
    }

    private static Run run(String form, String... pieces) {
        return new Run(form, List.of(pieces));
    }

    private static Rendering render(String version, String text) throws FilterSyntaxException {
        return render(version, 200, text);
    }

    private static Rendering render(String version, int lines, String text) throws FilterSyntaxException {
        return new AccessList()
                .render(
                        FilterParser.parse(text),
                        new DialectSettings(
                                version,
                                Set.of(Network.IPV4, Network.IPV6),
                                Map.of("match-clauses", 3, "access-list-lines", lines)));
    }
}
