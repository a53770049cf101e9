package dev.wirewalk.match.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "fw1_outside.pcap                 | fw1    | outside | fw1_outside",
                "client-eth0                      | client | eth0    | client-eth0",
                "vpn-gw.ens192.2026-11-21.pcapng  | vpn-gw | ens192  | vpn-gw.ens192.2026-11-21",
                "server_enp0s3.nn-v-e.txt         | server | enp0s3  | server_enp0s3.nn-v-e",
                "inside.pcap.gz                   | -      | inside  | inside",
                "alice.pcap                       | -      | -       | alice",
                "web2.pcap00                      | -      | -       | web2",
                ".pcap                            | -      | -       | .pcap",
            })
    void aNameTellsDeviceAndInterface(String name, String device, String interfaceName, String stem) {
        NameParts parts = NameParts.of(name);

        assertThat(parts.device().orElse(null)).isEqualTo(device);
        assertThat(parts.interfaceName().orElse(null)).isEqualTo(interfaceName);
        assertThat(parts.stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({"client_eth0.pcap,-1", "server1-eth0.pcap,1", "fw_in.pcap,0", "servant.pcap,0"})
    void aRoleIsAWholeWord(String name, int role) {
        assertThat(NameParts.of(name).role()).isEqualTo(role);
    }
}
