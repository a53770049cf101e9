package dev.wirewalk.capture.text.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

/** The phases of packets that were captured with {@code trace}, and of those that {@code packet-tracer} makes up. */
class AsaTraceTextTest {
    @Test
    void aTracedPacketHasItsPhasesAsEvents() {
        ReadText text = ReadText.of("""
                        > show capture CAPI packet-number 1 trace

                        2 packets captured

                           1: 09:00:01.000001       10.1.1.5.40001 > 10.2.2.6.443: S 7:7(0) win 100
                        Phase: 1
                        Type: CAPTURE
                        Subtype:
                        Result: ALLOW
                        Config:
                        Additional Information:
                        MAC Access list

                        Phase: 2
                        Type: ACCESS-LIST
                        Subtype: log
                        Result: DROP
                        Elapsed time: 303 ns
                        Config:
                        access-group CSM_FW_ACL_ global
                        Additional Information:

                        Result:
                        input-interface: inside(vrfid:0)
                        input-status: up
                        Action: drop
                        Drop-reason: (acl-drop) Flow is denied by configured rule, Drop-location: frame 0x1 flow (NA)/NA

                        1 packet shown
                        """).whole();
        assertThat(text.frames())
                .containsExactly("CAPI 09:00:01.000001 10.1.1.5:40001 > 10.2.2.6:443 S seq=7 win=100 data=0");
        assertThat(text.events())
                .containsExactly(
                        "6/1 note trace: phase 1 CAPTURE: ALLOW; MAC Access list",
                        "14/1 drop trace: phase 2 ACCESS-LIST log: DROP; Elapsed time: 303 ns; access-group CSM_FW_ACL_ global",
                        "23/1 drop trace: input-interface: inside(vrfid:0); Action: drop; "
                                + "Drop-reason: (acl-drop) Flow is denied by configured rule, Drop-location: frame 0x1 flow (NA)/NA");
    }

    @Test
    void packetTracerIsASimulationAndNoPacket() {
        ReadText text = ReadText.of("""
                        fw-a# packet-tracer input inside tcp 10.1.1.5 40001 10.2.2.6 443
                        Phase: 1
                        Type: UN-NAT
                        Subtype: static
                        Result: ALLOW
                        Config:
                        nat (dmz,outside) source static srv srv-public
                        Additional Information:
                        NAT divert to egress interface dmz
                        Untranslate 10.2.2.6/443 to 10.9.9.6/8443
                        Phase: 2
                        Type: ROUTE-LOOKUP
                        Subtype: Resolve Egress Interface
                        Result: ALLOW
                        Config:
                        Additional Information:
                        found next-hop 10.9.9.6 using egress ifc  dmz
                        Result:
                        input-interface: inside
                        output-interface: dmz
                        Action: drop
                        Drop-reason: (no-adjacency) No valid adjacency
                        fw-a# show clock
                        """).whole();
        assertThat(text.frames()).isEmpty();
        assertThat(text.events())
                .containsExactly(
                        "1/0 note simulation: packet-tracer input inside tcp 10.1.1.5 40001 10.2.2.6 443",
                        "2/0 nat simulation: phase 1 UN-NAT static: ALLOW; nat (dmz,outside) source static srv srv-public; "
                                + "NAT divert to egress interface dmz; Untranslate 10.2.2.6/443 to 10.9.9.6/8443",
                        "11/0 route simulation: phase 2 ROUTE-LOOKUP Resolve Egress Interface: ALLOW; "
                                + "found next-hop 10.9.9.6 using egress ifc  dmz",
                        "18/0 drop simulation: input-interface: inside; output-interface: dmz; Action: drop; "
                                + "Drop-reason: (no-adjacency) No valid adjacency");
    }
}
