package dev.wirewalk.capture.text.fortigate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class FlowParserTest {
    private static String message(int trace, String text) {
        return "id=65308 trace_id=" + trace + " func=some_function line=12 msg=\"" + text + "\"\n";
    }

    private static final String HEAD = "vd-root:0 received a packet(proto=6, 192.0.2.1:40000->198.51.100.9:443)"
            + " tun_id=0.0.0.0 from port3.100. flag [S.], seq 7, ack 8, win 9";

    @Test
    void theFirstMessageIsThePacketAndTheOthersSpeakOfIt() {
        ReadText read = ReadText.of("2026-05-01 10:00:01 " + message(3, HEAD)
                + "2026-05-01 10:00:01 " + message(3, "allocate a new session-0000a1b2, tun_id=0.0.0.0")
                + "2026-05-01 10:00:01 " + message(3, "Match policy routing id=2: to 198.51.100.9 via ifindex-4")
                + "2026-05-01 10:00:01 " + message(3, "find SNAT: IP-203.0.113.5(from IPPOOL), port-50000")
                + "2026-05-01 10:00:01 " + message(3, "Allowed by Policy-7: SNAT")
                + "2026-05-01 10:00:01 " + message(3, "send to ips")
                + "2026-05-01 10:00:01 " + message(3, "npu session installation succeeded")
                + "2026-05-01 10:00:01 " + message(3, "exceeded shaper limit, drop"));
        assertThat(read.frames())
                .containsExactly(
                        "port3.100:in 2026-05-01T10:00:01 192.0.2.1:40000 > 198.51.100.9:443 SA seq=7 ack=8 win=9");
        assertThat(read.remarks())
                .containsExactly(
                        "1 session allocate a new session-0000a1b2, tun_id=0.0.0.0",
                        "1 route Match policy routing id=2: to 198.51.100.9 via ifindex-4",
                        "1 nat find SNAT: IP-203.0.113.5(from IPPOOL), port-50000",
                        "1 policy Allowed by Policy-7: SNAT",
                        "1 inspect send to ips",
                        "1 offload npu session installation succeeded",
                        "1 drop exceeded shaper limit, drop");
        assertThat(read.reading().notUnderstood()).isZero();
    }

    @Test
    void everyWayToDropIsOneAndTheTablesOfThePolicyEngineAreNone() {
        for (String drop : new String[] {
            "Denied by forward policy check (policy 0)",
            "iprope_in_check() check failed on policy 0, drop",
            "reverse path check fail, drop",
            "no session matched",
            "No matching IPsec selector, drop",
            "replay packet, drop",
            "Denied by quota check",
            "blocked by application control",
            "run out of NAT ports"
        }) {
            assertThat(ReadText.of(message(1, drop)).remarks()).as(drop).containsExactly("0 drop " + drop);
        }
        for (String internal : new String[] {
            "after check: ret-no-match, act-drop, flag-00000000",
            "policy-4294967295 is matched, act-drop",
            "gnum-10000e check result: ret-matched, act-drop, flag-00000000",
            "state=00010204, state2=00000001, npu_state=04000000"
        }) {
            assertThat(ReadText.of(message(1, internal)).remarks()).as(internal).containsExactly("0 note " + internal);
        }
        assertThat(ReadText.of(message(1, "offloading-check failed, reason_code=2"))
                        .remarks())
                .containsExactly("0 offload offloading-check failed, reason_code=2");
    }

    @Test
    void tracesRunIntoEachOtherAndNumbersBeginAgain() {
        ReadText read = ReadText.of(message(8, HEAD)
                + message(9, HEAD.replace("40000", "40001"))
                + message(8, "Denied by forward policy check (policy 3)")
                + message(9, "Allowed by Policy-1:")
                + message(8, HEAD.replace("40000", "40002"))
                + message(8, "enter fast path"));
        assertThat(read.remarks())
                .containsExactly(
                        "1 drop Denied by forward policy check (policy 3)",
                        "2 policy Allowed by Policy-1:",
                        "3 session enter fast path");
    }

    @Test
    void recordsAreJoinedAndParted() {
        ReadText read = ReadText.of("FGT (root) # " + message(1, HEAD).strip() + " " + message(1, "no session matched")
                + "id=13 trace_id=2 msg=\"vd-root received a packet(proto=17, 192.0.2.1:500-\n"
                + ">198.51.100.9:500) from wan1. \"\n"
                + "id=13 trace_id=2 msg=\"Denied by forward policy\ncheck\"\n"
                + "id=13 trace_id=2 msg=\"cut off in the midd");
        assertThat(read.frames()).hasSize(2);
        assertThat(read.frames().get(1)).isEqualTo("wan1:in 192.0.2.1:500 > 198.51.100.9:500 proto=17");
        assertThat(read.events())
                .containsExactly(
                        "1/1 drop no session matched",
                        "4/2 drop Denied by forward policy check",
                        "6/2 note cut off in the midd");
        assertThat(read.reading().packetLines()).isEqualTo(3);
    }

    @Test
    void portsOfIcmpAreTypeAndIdentifier() {
        assertThat(ReadText.of(message(
                                1, "vd-root received a packet(proto=1, 192.0.2.1:77->198.51.100.9:2048) from local."))
                        .frames())
                .containsExactly("local 192.0.2.1 > 198.51.100.9 icmp 8/0");
        assertThat(ReadText.of(message(1, "vd-root received a packet(proto=1, 192.0.2.1:77->198.51.100.9:8) from a.")
                                + message(
                                        1,
                                        "vd-root received a packet(proto=1, 192.0.2.1:77->198.51.100.9:769) from a."))
                        .frames())
                .containsExactly("a:in 192.0.2.1 > 198.51.100.9 icmp 8/0", "a:in 192.0.2.1 > 198.51.100.9 icmp 3/1");
    }

    @Test
    void ipv6OtherProtocolsTunnelsAndMaskedAddresses() {
        ReadText read = ReadText.of(message(
                        1,
                        "vd-a:1 received a packet(proto=6, 2001:db8::1:50000->2001:db8::2:443) tun_id=198.51.100.1"
                                + " from vpn1. flag [.], seq 1, ack 2, win 3")
                + message(2, "vd-root received a packet(proto=50, 192.0.2.1:0->198.51.100.9:0) from wan1. ")
                + message(3, "vd-root received a packet(proto=17, 192.0.XX.XX:53->XX.1.2.3:4) from wan1. "));
        assertThat(read.frames())
                .containsExactly(
                        "vpn1:in 2001:db8::1:50000 > 2001:db8::2:443 A seq=1 ack=2 win=3",
                        "wan1:in 192.0.2.1 > 198.51.100.9 proto=50",
                        "wan1:in 0.0.0.1:53 > 0.0.0.2:4 proto=17");
        assertThat(read.reading().standIns()).containsEntry("0.0.0.1", "192.0.XX.XX");
        assertThat(read.remarks()).hasSize(1).first().asString().startsWith("1 vpn vd-a:1 received");
    }

    @Test
    void aTraceThatEndsSilentlyHasNoVerdict() {
        ReadText read =
                ReadText.of(message(1, HEAD) + message(1, "Find an existing session, id-0000a1b2, reply direction"));
        assertThat(read.remarks()).containsExactly("1 session Find an existing session, id-0000a1b2, reply direction");
    }
}
