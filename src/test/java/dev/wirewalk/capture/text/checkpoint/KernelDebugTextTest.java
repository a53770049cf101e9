package dev.wirewalk.capture.text.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class KernelDebugTextTest {
    @Test
    void eachDropIsAPacketWithItsReason() {
        ReadText text = ReadText.of("""
                        [Expert@gw-a:0]# fw ctl zdebug + drop
                        Defaulting all kernel debugging options
                        Debug state was reset to default.
                        Initialized kernel debugging buffer to size 1024K
                        Updated kernel's debug variable for module fw
                        ;fw_log_drop: Packet proto=6 10.1.1.5:40001 -> 10.2.2.6:80 dropped by fw_handle_first_packet Reason: Rulebase drop - rule 12;
                        ;[cpu_1];[fw4_0];fw_log_drop_ex: Packet proto=17 10.1.1.5:40001 -> 10.2.2.53:53 dropped by fw_send_log_drop Reason: Rulebase drop - on layer "Net; work" rule 7;;
                        @;12345678;[vs_0];[tid_2];[fw4_2];fw_log_drop_ex: Packet proto=1 10.1.1.5:8 -> 10.2.2.6:0 dropped by fw_icmp_stateless_checks Reason: ICMP error
                        @;12345678.91;[kern];[tid_2];[fw6_2];fw_log_drop_ex: Packet proto=6 2001:db8::5:40001 -> 2001:db8::6:443 dropped by asm_stateless_verifier Reason: ;
                        @;12345679;[vs_0];[tid_2];[fw4_2];fw_log_drop_ex: Packet proto=50 192.0.2.1:0 -> 192.0.2.2:0 dropped by vpn_ipsec_decrypt Reason: failed to find SA;
                        ;
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "-:drop 10.1.1.5:40001 > 10.2.2.6:80 tcp",
                        "-:drop 10.1.1.5:40001 > 10.2.2.53:53 proto=17",
                        "-:drop 10.1.1.5 > 10.2.2.6 icmp 8/0",
                        "-:drop 2001:db8::5:40001 > 2001:db8::6:443 tcp",
                        "-:drop 192.0.2.1 > 192.0.2.2 proto=50");
        assertThat(text.events())
                .containsExactly(
                        "6/1 drop dropped by fw_handle_first_packet Reason: Rulebase drop - rule 12",
                        "7/2 drop dropped by fw_send_log_drop Reason: Rulebase drop - on layer \"Net; work\" rule 7;",
                        "8/3 drop dropped by fw_icmp_stateless_checks Reason: ICMP error",
                        "9/4 drop dropped by asm_stateless_verifier Reason:",
                        "10/5 drop dropped by vpn_ipsec_decrypt Reason: failed to find SA");
        assertThat(text.report().format().label()).isEqualTo("fw-ctl-text");
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void otherFormsOfIcmpAndOfTheAccelerationLayer() {
        ReadText text = ReadText.of("""
                        [Expert@gw-a:0]# fw ctl zdebug drop | grep fw_log_drop
                        ;[cpu_1];[fw4_0];fw_log_drop_ex: Packet proto=1 10.1.1.5:2048 -> 10.2.2.6:19797 dropped by m Reason: r;
                        ;[cpu_1];[fw4_0];fw_log_drop_ex: Packet proto=1 10.2.2.6:0 -> 10.1.1.5:19797 dropped by m Reason: r;
                        @;7;[cpu_1];[SIM-2073];simpkt_in_drop: vsid=0, reason: r, conn: <10.1.1.5,1,10.2.2.6,80,6>;
                        @;8;[cpu_1];[SIM-2073];do_packet_finish: SIMPKT_IN_DROP vsid=0, conn:<10.1.1.5,2,10.2.2.6,80,17>;
                        @;9;[vs_0];[tid_1];[fw4_1];cmik_loader_fw_context_match_cb: match_cb for CMI APP 20 - x failed, rejecting
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "-:drop 10.1.1.5 > 10.2.2.6 icmp 8/0",
                        "-:drop 10.2.2.6 > 10.1.1.5 icmp 0/0",
                        "-:drop 10.1.1.5:1 > 10.2.2.6:80 tcp",
                        "-:drop 10.1.1.5:2 > 10.2.2.6:80 proto=17");
        assertThat(text.events()).last().asString().startsWith("6/0 drop cmik_loader_fw_context_match_cb: match_cb");
    }

    @Test
    void timesAndSystemLogPrefixes() {
        ReadText text = ReadText.of("""
                        18Mar2021 10:11:12.123456;[cpu_1];[fw4_0];fw_log_drop_ex: Packet proto=6 10.1.1.5:1 -> 10.2.2.6:80 dropped by m Reason: one;
                        @;18Mar2021 10:11:13.000001;[cpu_1];[fw4_0];fw_log_drop_ex: Packet proto=6 10.1.1.5:2 -> 10.2.2.6:80 dropped by m Reason: two;
                        Mar 18 10:11:14 2021 gw-a kernel: [fw4_1];fw_log_drop_ex: Packet proto=6 10.1.1.5:3 -> 10.2.2.6:80 dropped by m Reason: three;
                        Mar 18 10:11:15.5;[cpu_1];[fw4_0];fw_log_drop_ex: Packet <dir 0, 10.1.1.5:4 -> 10.2.2.6:80 IPP 6> dropped by m Reason: four;
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "-:drop 2021-03-18T10:11:12.123456 10.1.1.5:1 > 10.2.2.6:80 tcp",
                        "-:drop 2021-03-18T10:11:13.000001 10.1.1.5:2 > 10.2.2.6:80 tcp",
                        "-:drop 1970-03-18T10:11:14 10.1.1.5:3 > 10.2.2.6:80 tcp",
                        "-:drop 1970-03-18T10:11:15.500 10.1.1.5:4 > 10.2.2.6:80 tcp");
        assertThat(text.events()).last().asString().isEqualTo("4/4 drop dropped by m Reason: four");
    }

    @Test
    void aNotificationOfALoggedDropIsTheSamePacket() {
        String log =
                "@;1;[vs_0];[fw4_1];fw_log_drop_ex: Packet proto=6 10.1.1.5:1 -> 10.2.2.6:80 dropped by m Reason: r;\n";
        String notification = "@;1;[vs_0];[SIM4];sim_pkt_send_drop_notification: (0,1) received drop, reason: r, "
                + "conn: <10.1.1.5,1,10.2.2.6,80,6>;\n";
        ReadText text = ReadText.of(log + notification + log + notification + notification)
                .whole();
        assertThat(text.frames()).hasSize(3).allMatch("-:drop 10.1.1.5:1 > 10.2.2.6:80 tcp"::equals);
        assertThat(text.events())
                .hasSize(5)
                .filteredOn(event -> event.contains(" drop "))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly("1/1", "3/2", "5/3");
        assertThat(text.events().get(1)).startsWith("2/1 note sim_pkt_send_drop_notification: (0,1) received drop");
    }

    @Test
    void maskedAddressesAreKeptAsRemarks() {
        ReadText text = ReadText.of(
                        ";[cpu_3];fw_log_drop_ex: Packet proto=6 x.x.3.26:1 -> 10.2.2.6:80 dropped by m Reason: r;\n")
                .whole();
        assertThat(text.frames()).isEmpty();
        assertThat(text.events()).singleElement().asString().startsWith("1/0 drop fw_log_drop_ex: Packet proto=6 x.x");
        assertThat(text.warnings()).singleElement().asString().contains("masked");
    }

    @Test
    void lostMessagesMakeAbsenceWorthless() {
        ReadText text = ReadText.of("""
                        ;[cpu_3];[fw4_0];fw_conn_inspect: some inner working;
                        ;[cpu_3];buffer full. 17 messages lost
                        ;[cpu_3];[fw4_0];fw_log_dr
                        """).whole();
        assertThat(text.frames()).isEmpty();
        assertThat(text.warnings()).singleElement().asString().contains("does not prove anything");
        assertThat(text.events())
                .contains(
                        "1/0 note fw_conn_inspect: some inner working",
                        "2/0 note ;[cpu_3];buffer full. 17 messages lost");
    }

    @Test
    void aDropThatWasWrappedIsPutTogether() {
        ReadText text = ReadText.of("""
                        @;1;[vs_0];[tid_1];[fw4_1];fw_log_drop_ex: Packet proto=6 10.1.1.5:58898 ->
                        10.2.2.6:8403 dropped by fw_handle_first_packet Reason: Rulebase drop - rule 3;
                        @;2;[vs_0];[tid_1];[fw4_1];fw_log_drop_ex: Packet proto=6 10.1.1.5:58899 -> 10.2.2.6:8403 dropped by m
                        [Expert@gw:0]# exit
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "-:drop 10.1.1.5:58898 > 10.2.2.6:8403 tcp", "-:drop 10.1.1.5:58899 > 10.2.2.6:8403 tcp");
        assertThat(text.events())
                .containsExactly(
                        "1/1 drop dropped by fw_handle_first_packet Reason: Rulebase drop - rule 3",
                        "3/2 drop dropped by m");
    }

    @Test
    void publicSamples() {
        ReadText vpn = ReadText.of(
                        SharedFolder.path("samples", "checkpoint-kdebug", "r77_vpn_encrypt_chain_no_error.txt"))
                .whole();
        assertThat(vpn.frames()).hasSize(2).allMatch("-:drop 19.14.14.12:36700 > 4.14.89.4:80 tcp"::equals);
        assertThat(vpn.events())
                .containsExactly(
                        "3/1 drop dropped by vpn_encrypt_chain Reason: No error",
                        "4/2 drop dropped by vpn_encrypt_chain Reason: No error");
        ReadText masked = ReadText.of(
                        SharedFolder.path("samples", "checkpoint-kdebug", "r8120_psl_drop_ws_sanitised.txt"))
                .whole();
        assertThat(masked.frames()).isEmpty();
        assertThat(masked.events()).hasSize(2).allMatch(event -> event.endsWith("Reason: PSL Drop: WS"));
        ReadText typed = ReadText.of(SharedFolder.path("samples", "checkpoint-kdebug", "tutorial_three_reasons.txt"))
                .whole();
        assertThat(typed.frames())
                .containsExactly(
                        "-:drop 10.1.1.50:54321 > 203.0.113.10:443 tcp",
                        "-:drop 10.1.1.50:54321 > 10.2.1.100:443 tcp",
                        "-:drop 10.1.1.100:54321 > 10.2.1.200:443 tcp");
        assertThat(typed.events()).last().asString().endsWith("Reason: Access denied by rule 23");
    }
}
