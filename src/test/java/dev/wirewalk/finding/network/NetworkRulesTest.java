package dev.wirewalk.finding.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.packet.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRulesTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:443";
    private static final String ROUTER = "10.0.0.254";

    private static byte[] quotedSyn(Script script) {
        return script.ipBytes(CLIENT, SERVER, 6, script.tcpBytes(CLIENT, SERVER, Script.SYN, 77, 0, new byte[0]), 0);
    }

    private static byte[] quotedUdp(Script script, String to) {
        return script.ipBytes(CLIENT, to, 17, script.udpBytes(CLIENT, to, new byte[4]), 0);
    }

    private static Script error(int type, int code, int last) {
        Script script = new Script();
        return script.icmpError(ROUTER, "10.0.0.1", type, code, last, quotedSyn(script));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, icmp-unreachable, network unreachable",
        "3, 1, icmp-unreachable, host unreachable",
        "3, 13, icmp-prohibited, administratively prohibited",
        "3, 9, icmp-prohibited, code 9",
        "3, 3, port-unreachable, 10.0.0.254 refuses TCP to 10.0.9.9:443",
        "11, 0, ttl-exceeded, At 10.0.0.254 the TTL"
    })
    void eachErrorIsOneFindingWithTheFlowThatItQuotes(int type, int code, String id, String words) {
        List<Finding> all = error(type, code, 0).result().findings();

        assertThat(all).extracting(Finding::id).containsExactly(id);
        assertThat(all.getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(all.getFirst().summary()).contains(words, "TCP to 10.0.9.9:443", "from 10.0.0.1:40000");
    }

    @Test
    void reassemblyThatTookTooLongIsNoTtl() {
        assertThat(error(11, 1, 0).result().findings()).isEmpty();
    }

    @Test
    void fragmentationNeededNamesTheSize() {
        Finding found = error(3, 4, 1400).found("fragmentation-needed").getFirst();
        assertThat(found.summary()).contains("at most 1400 bytes");
        assertThat(found.severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void aClosedUdpPortIsItsOwnersWordAndNoneOfATraceroute() {
        Script script = new Script();
        script.icmpError("10.0.9.9", "10.0.0.1", 3, 3, 0, quotedUdp(script, "10.0.9.9:514"));
        assertThat(script.found("port-unreachable").getFirst().summary())
                .startsWith("Nobody listens at 10.0.9.9:514 (UDP");

        Script traced = new Script();
        traced.icmpError("10.0.9.9", "10.0.0.1", 3, 3, 0, quotedUdp(traced, "10.0.9.9:33440"));
        assertThat(traced.found("port-unreachable")).isEmpty();
    }

    /** Probes with TTL 1 to {@code hops}; hop n answers after 10n ms, from {@code slowFrom} on 400 ms later, {@code silent} never. */
    private static Script traceroute(int hops, int answering, int slowFrom, int silent, boolean reached) {
        Script script = new Script();
        for (int ttl = 1; ttl <= hops; ttl++) {
            byte[] echo =
                    new Bytes().u8(8).u8(0).u16(0).u16(9).u16(ttl).zeros(8).toArray();
            script.at(ttl).ttl(ttl).identification(500 + ttl);
            script.ip("10.0.0.1", "10.0.9.9", 1, echo);
            double delay = ttl * 0.01 + (slowFrom > 0 && ttl >= slowFrom ? 0.4 : 0);
            script.at(ttl + delay).ttl(60).identification(500 + ttl);
            if (ttl == hops && reached) {
                script.echo("10.0.9.9", "10.0.0.1", false, 9, ttl);
            } else if (ttl <= answering && ttl != silent) {
                byte[] quoted = script.ipBytes("10.0.0.1", "10.0.9.9", 1, echo, 0x4000);
                script.icmpError("10.1.0." + ttl, "10.0.0.1", 11, 0, 0, quoted);
            }
        }
        return script;
    }

    @Test
    void aTracedRouteIsNoFaultAndNamesTheHopFromWhichItIsSlow() {
        Script script = traceroute(6, 5, 3, 2, true);

        Finding found = script.found("traceroute").getFirst();
        assertThat(found.severity()).isEqualTo(Severity.NOTE);
        assertThat(found.summary())
                .contains(
                        "from 10.0.0.1 to 10.0.9.9", "reaches it", "From hop 3 (10.1.0.3) on", "Hop 2 does not answer");
        assertThat(script.found("ttl-exceeded")).isEmpty();
        assertThat(script.found("ping-unanswered")).isEmpty();
        assertThat(traceroute(6, 5, 0, 0, true).found("traceroute").getFirst().summary())
                .doesNotContain("longer", "does not answer");
    }

    @Test
    void aTrailThatEndsNamesTheLastHopThatAnswered() {
        Finding found = traceroute(12, 4, 0, 0, false).found("traceroute-ends").getFirst();
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.summary()).contains("behind hop 4 (10.1.0.4) nobody answers");
    }

    @Test
    void pingsWithoutReplyAreCountedUnlessTheCaptureEndsAtOnce() {
        Script script = new Script();
        for (int i = 0; i < 4; i++) {
            script.at(i).echo("10.0.0.1", "10.0.9.9", true, 7, i);
            if (i < 2) {
                script.echo("10.0.9.9", "10.0.0.1", false, 7, i);
            }
        }
        Finding found = script.found("ping-unanswered").getFirst();
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.summary()).contains("from 10.0.0.1 to 10.0.9.9", "2 others were answered");
        assertThat(Script.evidence(found)).containsExactly(5L);
    }

    @Test
    void aLoopIsThePacketThatComesByAgainAndAgain() {
        Script loop = new Script();
        Script transit = new Script();
        for (int round = 0; round < 8; round++) {
            loop.ttl(40 - 2 * round).identification(77).udp(CLIENT, "10.0.9.9:53", new byte[20]);
        }
        for (int round = 0; round < 2; round++) {
            transit.ttl(40 - round).identification(77).udp(CLIENT, "10.0.9.9:53", new byte[20]);
        }
        assertThat(loop.found("routing-loop").getFirst().summary()).contains("10.0.0.1:40000", "10.0.9.9:53");
        assertThat(transit.found("routing-loop")).isEmpty();
    }

    @Test
    void fragmentsThatLackTheirRestAreFoundOnceItMustHaveCome() {
        Script script = new Script()
                .fragment("10.0.0.1", "10.0.9.9", 17, 900, 0, true, new byte[1480])
                .fragment("10.0.0.1", "10.0.9.9", 17, 901, 0, true, new byte[1480])
                .fragment("10.0.0.1", "10.0.9.9", 17, 901, 1480, false, new byte[100]);
        assertThat(script.found("fragments-missing")).isEmpty();
        script.at(3).echo("10.0.0.1", "10.0.9.9", false, 1, 1);
        Finding found = script.found("fragments-missing").getFirst();
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.summary()).contains("later ones are missing");
    }
}
