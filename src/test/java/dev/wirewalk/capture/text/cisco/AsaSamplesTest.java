package dev.wirewalk.capture.text.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.text.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Public samples of what ASA and FTD print, with what was read out of them by hand. */
class AsaSamplesTest {
    private static ReadText sample(String name) {
        return ReadText.of(SharedFolder.path("samples", "cisco-asa", name)).whole();
    }

    @Test
    void publicSampleOfOneFlowInThreeCaptures() {
        ReadText text = sample("challenge_ack_three_captures.txt");
        assertThat(text.frames()).hasSize(18);
        assertThat(text.frames().subList(0, 9)).allMatch(frame -> frame.startsWith("inside 15:36:"));
        assertThat(text.frames().subList(9, 17)).allMatch(frame -> frame.startsWith("dmz 15:36:"));
        assertThat(text.frames().get(0))
                .isEqualTo("inside 15:36:43.513340 10.117.142.19:42098 > 192.168.198.28:443 S seq=2514567835 win=29200 "
                        + "mss=1460 ts=3896645 data=0");
        assertThat(text.frames().get(10))
                .isEqualTo("dmz 15:36:43.524173 192.168.198.28:443 > 10.117.142.19:42098 A ack=2338118548 win=366 "
                        + "ts=3507892714 data=0");
        assertThat(text.frames().get(17))
                .isEqualTo(
                        "-:drop 15:36:43.524234 10.117.142.19:42098 > 192.168.198.28:443 R seq=2338118548 win=0 data=0");
        assertThat(text.events())
                .last()
                .isEqualTo("44/18 drop (tcp-rstfin-ooo) TCP RST/FIN out of order, "
                        + "Drop-location: frame 0x000055870affc2df flow (NA)/NA");
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void publicSamplesOfPackets() {
        assertThat(sample("aspdrop_acl_wrapped.txt").frames())
                .containsExactly(
                        "-:drop 04:12:10.428093 192.168.10.10:34327 > 10.94.0.51:15868 S seq=2669456341 win=4128 mss=536 data=0",
                        "-:drop 04:12:12.427330 192.168.10.10:34327 > 10.94.0.51:15868 S seq=2669456341 win=4128 mss=536 data=0");
        assertThat(sample("aspdrop_acl_wrapped.txt").events())
                .containsExactly(
                        "3/1 drop (acl-drop) Flow is denied by configured rule",
                        "6/2 drop (acl-drop) Flow is denied by configured rule");
        assertThat(sample("detail_udp_and_fragments.txt").frames())
                .containsExactly(
                        "- 23:24:22.526431 10.0.3.4:10000 > 10.0.3.6:2123 proto=17 id=0 ttl=64 data=97",
                        "capture 2 1970-01-02T11:05:29.907301 192.168.1.38:1027 > 4.2.2.2:8000 proto=17 frag 0+ id=218 ttl=64 data=1472",
                        "capture 2 1970-01-02T11:05:29.907316 192.168.1.38 > 4.2.2.2 frag 1480+ id=218 ttl=64 data=1480");
        ReadText http = sample("plain_tcp_http.txt");
        assertThat(http.frames()).hasSize(7);
        assertThat(http.frames().get(3))
                .isEqualTo(
                        "- 15:01:45.054852 1.1.1.1:12869 > 2.2.2.2:80 PA seq=3624439038 ack=285283041 win=260 data=290");
        ReadText vlan = sample("vlan_icmp_inside.txt");
        assertThat(vlan.frames())
                .hasSize(8)
                .allMatch(frame -> frame.startsWith("inside 09:41:") && frame.contains("vlan=2"));
        assertThat(vlan.frames().get(7)).endsWith("192.168.200.1 > 192.168.100.1 icmp 0/0");
    }

    @Test
    void publicSamplesWithoutPackets() {
        List<String> tail = sample("packet_tracer_allow_tail_and_deny.txt").events();
        assertThat(tail)
                .hasSize(7)
                .contains(
                        "7/0 session trace: phase 8 FLOW-CREATION: ALLOW; New flow created with id 94755, "
                                + "packet dispatched to next module",
                        "22/0 note simulation: packet-tracer input inside tcp 192.168.3.20 9876 8.8.8.8 81",
                        "30/0 drop simulation: phase 2 ACCESS-LIST: DROP; Implicit Rule")
                .last()
                .asString()
                .startsWith("37/0 drop simulation: ")
                .endsWith("Drop-reason: (acl-drop) Flow is denied by configured rule");
        List<String> more = sample("packet_tracer_more_prompts.txt").events();
        assertThat(more).hasSize(4);
        assertThat(more.get(0)).isEqualTo("1/0 nat trace: Untranslate 66.66.66.2/0 to 172.16.8.2/0");
        assertThat(more.get(1)).startsWith("3/0 nat trace: phase 3 NAT per-session: ALLOW; ICMP echo reply, locate");
        assertThat(more.get(2)).isEqualTo("14/0 drop trace: phase 4 ACCESS-LIST: DROP; Implicit Rule");
        ReadText counters = sample("show_asp_drop_counters.txt");
        assertThat(counters.frames()).isEmpty();
        assertThat(counters.events())
                .hasSize(8)
                .contains("4/0 note Frame drop counter: Flow is denied by configured rule (acl-drop): 29");
    }
}
