package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropReasonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(acl-drop) Flow is denied by configured rule | POLICY",
                "(rpf-violated) Reverse-path verify failed | SOURCE",
                "phase 7 NAT rpf-check: DROP | TRANSLATION",
                "(no-route) No route to host | ROUTE",
                "(no-adjacency) No valid adjacency | NEIGHBOUR",
                "(tcp-not-syn) First TCP packet not SYN | STATE",
                "dropped by fw_handle_first_packet Reason: First packet isn't SYN | STATE",
                "dropped by handle_spoofed_susp Reason: Address spoofing | SOURCE",
                "dropped by vpn_encrypt_chain Reason: No error | TUNNEL",
                "dropped by fwpslglue_chain Reason: PSL Drop: WS | INSPECTION",
                "Denied by forward policy check (policy 0) | POLICY",
                "no session matched | STATE",
                "exceeded shaper limit, drop | LOAD",
                "packet dropped, failed to find route | ROUTE",
                "State: DROP 8   (Ipv4Acl) | POLICY",
                "filter:FORWARD:rule:0x3:DROP -j DROP | POLICY",
                "gone | ",
            })
    void theWordsTellTheKindOfReason(String words, DropReason reason) {
        assertThat(DropReason.of(words).orElse(null)).isEqualTo(reason);
    }
}
