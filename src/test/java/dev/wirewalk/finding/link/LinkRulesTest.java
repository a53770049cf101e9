package dev.wirewalk.finding.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.packet.Bytes;
import org.junit.jupiter.api.Test;

class LinkRulesTest {
    private static final int REQUEST = 1;
    private static final int REPLY = 2;

    @Test
    void aQuestionThatIsAskedAgainAtOnceWasNotAnswered() {
        Script script = new Script();
        for (int i = 0; i < 3; i++) {
            script.at(i).arp(REQUEST, 1, "10.0.0.1", "10.0.0.254");
        }
        Finding found = script.found("arp-unanswered").getFirst();
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.summary()).contains("10.0.0.1 asks", "10.0.0.254, asked 3 times");
        assertThat(Script.evidence(found)).containsExactly(1L, 3L);

        assertThat(script.arp(REPLY, 9, "10.0.0.254", "10.0.0.1").found("arp-unanswered"))
                .isEmpty();
    }

    @Test
    void oneQuestionProvesNothingAsAnswersGoToTheAskerOnly() {
        Script listener = new Script();
        for (int i = 0; i < 3; i++) {
            listener.at(i * 60).arp(REQUEST, 1, "10.0.0.1", "10.0.0.254");
        }
        assertThat(listener.found("arp-unanswered")).isEmpty();
    }

    /** A neighbour solicitation or advertisement. */
    private static Script neighbour(Script script, int type, String source, String target) {
        Bytes message = new Bytes().u8(type).u8(0).u16(0).u32(0).bytes(address(target));
        return script.frame(Bytes.ethernet(0x86DD)
                .hex("60000000")
                .u16(24)
                .u8(58)
                .u8(255)
                .bytes(address(source))
                .bytes(address("ff02::1"))
                .bytes(message.toArray()));
    }

    private static byte[] address(String text) {
        IpAddress address = IpAddress.parse(text).orElseThrow();
        return new Bytes()
                .u32(address.high() >>> 32)
                .u32(address.high())
                .u32(address.low() >>> 32)
                .u32(address.low())
                .toArray();
    }

    @Test
    void neighbourDiscoveryIsHeldLikeArp() {
        Script script = new Script();
        Script duplicateCheck = new Script();
        for (int i = 0; i < 3; i++) {
            neighbour(script.at(i), 135, "fe80::1", "2001:db8::9");
            neighbour(duplicateCheck.at(i), 135, "::", "2001:db8::9");
        }
        assertThat(script.found("arp-unanswered").getFirst().summary()).contains("fe80::1 asks", "2001:db8::9");
        assertThat(duplicateCheck.found("arp-unanswered")).isEmpty();
        assertThat(neighbour(script, 136, "2001:db8::9", "2001:db8::9").found("arp-unanswered"))
                .isEmpty();
    }

    @Test
    void anAddressThatChangesHandsOnceMovedAndOneThatGoesBackIsContested() {
        Script moved = new Script().arp(REPLY, 1, "10.0.0.5", "10.0.0.1").arp(REPLY, 2, "10.0.0.5", "10.0.0.1");
        assertThat(moved.found("address-moved").getFirst().summary())
                .contains("10.0.0.5 moved from 02:00:00:00:00:01 to 02:00:00:00:00:02");
        assertThat(moved.found("address-conflict")).isEmpty();

        moved.arp(REPLY, 1, "10.0.0.5", "10.0.0.1");
        assertThat(moved.found("address-conflict").getFirst().severity()).isEqualTo(Severity.ERROR);
        Script probe = new Script().arp(REQUEST, 1, "0.0.0.0", "10.0.0.5").arp(REQUEST, 2, "0.0.0.0", "10.0.0.5");
        assertThat(probe.result().findings()).isEmpty();
    }

    @Test
    void anAnnouncementIsForTheOwnAddress() {
        Script script = new Script().arp(REQUEST, 3, "10.0.0.7", "10.0.0.7");
        assertThat(script.found("gratuitous-arp").getFirst().summary()).contains("10.0.0.7", "02:00:00:00:00:03");
        assertThat(new Script().arp(REQUEST, 3, "10.0.0.7", "10.0.0.8").found("gratuitous-arp"))
                .isEmpty();
    }
}
