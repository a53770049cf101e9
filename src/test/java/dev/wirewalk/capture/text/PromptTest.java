package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "edge/pri/act# show capture | edge",
                "edge(config)# capture A interface inside | edge",
                "[Expert@gw-a:0]# fw monitor | gw-a",
                "[root@web01 ~]# tcpdump -i eth0 | web01",
                "[admin@lb1:Active:In Sync] ~ # tcpdump -ni 0.0 | lb1",
                "FGT-60 (root) # diagnose sniffer packet any | FGT-60",
                "admin@srx1> monitor traffic | srx1",
                "admin@pa-1(active)> show session all | pa-1",
                "user@host.example:~$ tcpdump | host.example",
                "r1#show monitor capture | r1",
                "bash-4.2# tcpdump | ''",
                "C:\\\\Users\\\\me> pktmon start | ''",
                "PS C:\\\\> pktmon start | ''",
                "# tcpdump | ''",
                "> show capture | ''",
                "10.0.0.1.80 > 10.0.0.2.90: Flags [S] | ''",
                "no prompt at all | ''"
            })
    void namesTheDevice(String line, String host) {
        assertThat(Prompt.host(line).orElse("")).isEqualTo(host.equals("''") ? "" : host);
    }
}
