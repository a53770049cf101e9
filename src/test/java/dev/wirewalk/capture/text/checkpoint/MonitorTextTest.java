package dev.wirewalk.capture.text.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class MonitorTextTest {
    @Test
    void onePacketAtTheFourPointsIsFourFrames() {
        ReadText text = ReadText.of("""
                        [Expert@gw-a:0]# fw monitor -e 'accept host(198.51.100.7);'
                         monitor: getting filter (from command line)
                         monitor: compiling
                        monitorfilter:
                        Compiled OK.
                         monitor: loading
                         monitor: monitoring (control-C to stop)
                        eth0:i[60]: 198.51.100.7 -> 203.0.113.9 (TCP) len=60 id=4711
                        TCP: 40001 -> 8443 .S.... seq=0a1b2c3d ack=00000000
                        eth0:I[60]: 198.51.100.7 -> 10.9.8.7 (TCP) len=60 id=4711
                        TCP: 40001 -> 443 .S.... seq=0a1b2c3d ack=00000000
                        bond1.200:o[60]: 198.51.100.7 -> 10.9.8.7 (TCP) len=60 id=4711
                        TCP: 40001 -> 443 .S.... seq=0a1b2c3d ack=00000000

                        bond1.200:O[60]: 198.51.100.7 -> 10.9.8.7 (TCP) len=60 id=4711
                        TCP: 40001 -> 443 .S.... seq=0a1b2c3d ack=00000000
                        bond1.200:i[52]: 10.9.8.7 -> 198.51.100.7 (TCP) len=52 id=0
                        TCP: 443 -> 40001 .S..A. seq=80000000 ack=0a1b2c3e
                        bond1.200:I[41]: 10.9.8.7 -> 198.51.100.7 (TCP) len=41 id=1
                        TCP: 443 -> 40001 F..PA. seq=80000001 ack=0a1b2c3e
                         monitor: caught sig 2
                         monitor: unloading
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth0:i 198.51.100.7:40001 > 203.0.113.9:8443 S seq=169552957 id=4711",
                        "eth0:I 198.51.100.7:40001 > 10.9.8.7:443 S seq=169552957 id=4711",
                        "bond1.200:o 198.51.100.7:40001 > 10.9.8.7:443 S seq=169552957 id=4711",
                        "bond1.200:O 198.51.100.7:40001 > 10.9.8.7:443 S seq=169552957 id=4711",
                        "bond1.200:i 10.9.8.7:443 > 198.51.100.7:40001 SA seq=2147483648 ack=169552958 id=0",
                        "bond1.200:I 10.9.8.7:443 > 198.51.100.7:40001 FPA seq=2147483649 ack=169552958 id=1");
        assertThat(text.report().format().label()).isEqualTo("fw-monitor-text");
        assertThat(text.reading().regions())
                .singleElement()
                .satisfies(region -> assertThat(region.reason()).startsWith("line 1 reads as fw monitor"));
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void udpIcmpAndOtherProtocols() {
        ReadText text = ReadText.of("""
                        [vs_0][fw_2] eth1:i[71]: 10.1.1.5 -> 10.2.2.53 (UDP) len=71 id=9
                        UDP: 53211 -> 53
                        [vs_0][ppak_0] eth1:o[84]: 10.1.1.5 -> 10.2.2.6 (ICMP) len=84 id=10
                        ICMP: type=8 code=0 echo request id=7412 seq=3
                        [vs_0][fw_0] eth2:E[136]: 192.0.2.1 -> 192.0.2.2 (50) len=136 id=11
                        [vs_0][fw_0] eth2:iD[136]: 192.0.2.1 -> 192.0.2.2 (ESP) len=136 id=12
                        eth1-01:i[56]: 10.2.2.1 -> 10.1.1.5 (ICMP) len=56 id=13
                        ICMP: type=3 code=1 host unreachable
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth1:i 10.1.1.5:53211 > 10.2.2.53:53 proto=17 id=9 data=43",
                        "eth1:o 10.1.1.5 > 10.2.2.6 icmp 8/0 echo=7412 seq=3 id=10 data=56",
                        "eth2:E 192.0.2.1 > 192.0.2.2 proto=50 id=11 data=116",
                        "eth2:iD 192.0.2.1 > 192.0.2.2 proto=50 id=12 data=116",
                        "eth1-01:i 10.2.2.1 > 10.1.1.5 icmp 3/1 id=13 data=28");
    }

    @Test
    void ipv6WithEitherLength() {
        ReadText text = ReadText.of("""
                        eth0:i[80]: 2001:db8::1 -> 2001:db8::2 (TCP) len=80 id=0
                        TCP: 40002 -> 22 .S.... seq=00000001 ack=00000000
                        eth0:I[72]: 2001:db8::1 -> 2001:db8::2 (UDP) len=32 id=0
                        UDP: 40002 -> 123
                        eth0:I[104]: 2001:db8::1 -> 2001:db8::2 (58) len=104 id=0
                        ICMPv6: type=128 code=0 echo request id=5 seq=1
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth0:i 2001:db8::1:40002 > 2001:db8::2:22 S seq=1",
                        "eth0:I 2001:db8::1:40002 > 2001:db8::2:123 proto=17 data=24",
                        "eth0:I 2001:db8::1 > 2001:db8::2 icmp 128/0 echo=5 seq=1 data=56");
    }

    @Test
    void chainModulesMayHoldParentheses() {
        ReadText text = ReadText.of("""
                        [vs_0][fw_1] eth0:i0 (Some check (in))[60]: 10.1.1.5 -> 10.2.2.6 (TCP) len=60 id=5
                        TCP: 40001 -> 80 .S.... seq=00000001 ack=00000000
                        [vs_0][fw_1] eth0:i-1fffff (another one )[60]: 10.1.1.5 -> 10.2.2.6 (TCP) len=60 id=5
                        TCP: 40001 -> 80 .S.... seq=00000001 ack=00000000
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth0:i0 10.1.1.5:40001 > 10.2.2.6:80 S seq=1 id=5",
                        "eth0:i-1fffff 10.1.1.5:40001 > 10.2.2.6:80 S seq=1 id=5");
        assertThat(text.events())
                .containsExactly(
                        "1/1 inspect at eth0:i0 chain module Some check (in)",
                        "3/2 inspect at eth0:i-1fffff chain module another one");
    }

    @Test
    void timesAndConnectionIdsBeforeTheInterface() {
        ReadText text = ReadText.of("""
                        18Mar2021 10:11:12.123456 [vs_0][fw_1] eth0:i[40]: 10.1.1.5 -> 10.2.2.6 (TCP) len=40 id=5
                        TCP: 40001 -> 80 ..R... seq=00000001 ack=00000000
                        [vs_0][fw_1] 10:11:12.5 eth0:I[40]: 10.1.1.5 -> 10.2.2.6 (TCP) len=40 id=5
                        TCP: 40001 -> 80 ..R... seq=00000001 ack=00000000
                        Mar 18 10:11:13 eth0:o[40]: 10.1.1.5 -> 10.2.2.6 (TCP) len=40 id=5
                        TCP: 40001 -> 80 ..R... seq=00000001 ack=00000000
                        [00000000 - 00000000 00000000 00000000 00000000]:eth0:O[40]: 10.1.1.5 -> 10.2.2.6 (TCP) len=40 id=5
                        TCP: 40001 -> 80 ..R... seq=00000001 ack=00000000
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth0:i 2021-03-18T10:11:12.123456 10.1.1.5:40001 > 10.2.2.6:80 R seq=1 id=5",
                        "eth0:I 10:11:12.500 10.1.1.5:40001 > 10.2.2.6:80 R seq=1 id=5",
                        "eth0:o 1970-03-18T10:11:13 10.1.1.5:40001 > 10.2.2.6:80 R seq=1 id=5",
                        "eth0:O 10.1.1.5:40001 > 10.2.2.6:80 R seq=1 id=5");
    }

    @Test
    void whatPeopleTypeIsAccepted() {
        ReadText text = ReadText.of("""
                        eth0:i[60]: 10.1.1.5:40001 -> 10.2.2.6:80 (TCP) len=60 id=5
                        eth0:I[60]: 10.1.1.5 -> 10.2.2.6 (TCP) len=60 id=5
                          TCP: 40001 -> 80 .S..A. seq=4000000000 ack=7 win=512
                        eth0:o[60]: 10.1.1.5 -> 10.2.2.6
                          (TCP) len=60 id=5
                          TCP: 40001 -> 80
                        eth0:O[60]: 10.1.1.5 -> 10.2.2.6 (TCP) len=60 id=5 TCP: 40001 -> 80 .S.... seq=00000010 ack=00000000
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth0:i 10.1.1.5:40001 > 10.2.2.6:80 tcp id=5",
                        "eth0:I 10.1.1.5:40001 > 10.2.2.6:80 SA seq=4000000000 ack=7 win=512 id=5",
                        "eth0:o 10.1.1.5:40001 > 10.2.2.6:80 tcp id=5",
                        "eth0:O 10.1.1.5:40001 > 10.2.2.6:80 S seq=16 id=5");
    }

    @Test
    void maskedAddressesLeaveAWarning() {
        ReadText text = ReadText.of("""
                        eth0:i[60]: 10.x.x.5 -> 10.2.2.6 (TCP) len=60 id=5
                        TCP: 40001 -> 80 .S.... seq=00000001 ack=00000000
                        eth0:i[60]: 10.1.1.5 -> 10.2.2.6 (TCP) len=60 id=6
                        TCP: 40001 -> 80 .S.... seq=00000001 ack=00000000
                        """).whole();
        assertThat(text.frames()).hasSize(1);
        assertThat(text.warnings())
                .singleElement()
                .asString()
                .contains("line 1:")
                .contains("left out");
    }

    @Test
    void swappedEchoNumbersAreTurnedBack() {
        ReadText text = ReadText.of("""
                        eth0:i[84]: 10.1.1.5 -> 10.2.2.6 (ICMP) len=84 id=10
                        ICMP: type=8 code=0 echo request id=7412 seq=256
                        eth0:i[84]: 10.1.1.5 -> 10.2.2.6 (ICMP) len=84 id=11
                        ICMP: type=8 code=0 echo request id=7412 seq=8193
                        """).whole();
        assertThat(text.frames())
                .containsExactly(
                        "eth0:i 10.1.1.5 > 10.2.2.6 icmp 8/0 echo=7412 seq=1 id=10 data=56",
                        "eth0:i 10.1.1.5 > 10.2.2.6 icmp 8/0 echo=7412 seq=288 id=11 data=56");
        assertThat(text.warnings()).singleElement().asString().contains("bytes swapped");
    }

    @Test
    void aCommandThatPrintedNoPacketIsAnEmptyCapture() {
        ReadText text = ReadText.of("[Expert@gw:0]# fw monitor -F \"10.1.1.5,0,10.2.2.6,80,6\"\n"
                + "PPAK 0: Get before set operation succeeded of fwmonitor_kiss_enable\n"
                + " FW monitor will record only ip & transport layers in a packet\n"
                + " For capturing the whole packet please do -w\n^C monitor: caught sig 2\n monitor: unloading\n");
        assertThat(text.whole().frames()).isEmpty();
        assertThat(text.report().format().label()).isEqualTo("fw-monitor-text");
    }

    @Test
    void publicSamples() {
        ReadText chain = ReadText.of(
                        SharedFolder.path("samples", "checkpoint-fwmonitor", "r80_chain_positions_syn.txt"))
                .whole();
        assertThat(chain.frames())
                .containsExactly(
                        "eth0:i0 192.168.1.14:54816 > 5.5.5.123:80 S seq=77964244 id=25348",
                        "eth0:i1 192.168.1.14:54816 > 5.5.5.123:80 S seq=77964244 id=25348",
                        "eth0:i2 192.168.1.14:54816 > 5.5.5.123:80 S seq=77964244 id=25348");
        assertThat(chain.events()).last().asString().isEqualTo("5/3 inspect at eth0:i2 chain module fw VM inbound");
        ReadText typed = ReadText.of(SharedFolder.path("samples", "checkpoint-fwmonitor", "tutorial_syn_iIo.txt"))
                .whole();
        assertThat(typed.frames())
                .containsExactly(
                        "eth0:i 10.1.1.100:54321 > 10.2.1.200:443 S seq=1234567890 win=65535 id=12345",
                        "eth1:I 10.1.1.100:54321 > 10.2.1.200:443 S seq=1234567890 win=65535 id=12345",
                        "eth1:o 10.1.1.100:54321 > 10.2.1.200:443 S seq=1234567890 win=65535 id=12345");
    }
}
