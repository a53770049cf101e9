package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.LineTools;
import dev.wirewalk.dialect.lines.LineDevices;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools that take one setting say both directions of a conversation in it, or what is nearest. */
class OneLineTest {
    private static final String TWO = "host 10.1.1.1 and host 10.2.2.2";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mikrotik-sniffer | 7 | ip and %s | EXACT | filter-mac-protocol=ip filter-ip-address=10.1.1.1/32,10.2.2.2/32
            mikrotik-sniffer | 7 | %s and tcp port 443 | EXACT | filter-mac-protocol=ip filter-ip-address=10.1.1.1/32,10.2.2.2/32 filter-ip-protocol=tcp filter-port=443
            mikrotik-sniffer | 7 | ip and net 10.1.0.0/16 and host 10.2.2.2 | EXACT | filter-mac-protocol=ip filter-ip-address=10.1.0.0/16,10.2.2.2/32
            mikrotik-sniffer | 7 | ip and net 10.0.0.0/8 and host 10.2.2.2 | EXACT | filter-mac-protocol=ip filter-ip-address=10.2.2.2/32
            mikrotik-sniffer | 7 | tcp and ((src host 10.1.1.1 and dst host 10.2.2.2 and dst port 443) or (src host 10.2.2.2 and dst host 10.1.1.1 and src port 443)) | WIDER | filter-mac-protocol=ip filter-ip-address=10.1.1.1/32,10.2.2.2/32 filter-ip-protocol=tcp filter-port=443
            mikrotik-sniffer | 7 | tcp and src host 10.1.1.1 and dst host 10.2.2.2 | EXACT | filter-mac-protocol=ip filter-src-ip-address=10.1.1.1/32 filter-dst-ip-address=10.2.2.2/32 filter-ip-protocol=tcp
            windows-netsh-trace | 10 | ip and %s and tcp | WIDER | Ethernet.Type=IPv4 IPv4.Address=10.2.2.2 Protocol=TCP
            """)
    void areSaidInOneSetting(String tool, String version, String filter, Coverage coverage, String setting)
            throws Exception {
        Filter asked = FilterParser.parse(filter.formatted(TWO));
        DialectSettings settings = LineTools.settings(tool, version);
        Rendering rendering = new FieldLines().render(asked, settings);

        assertThat(rendering.coverage()).isEqualTo(coverage);
        assertThat(rendering.runs()).extracting(Run::filter).containsExactly(List.of(setting));
        Predicate<dev.wirewalk.filter.PacketHeaders> device =
                LineDevices.of(tool).apply(rendering.runs().getFirst());
        for (TestPacket packet : RandomPackets.some(5, 3000)) {
            boolean wanted = FilterMeaning.matches(asked, packet);
            boolean given = device.test(packet);
            assertThat(given || !wanted).as("%s is left out", packet).isTrue();
            assertThat(given == wanted
                            || coverage == Coverage.WIDER
                            || !settings.sees().contains(packet.network()))
                    .as("%s", packet)
                    .isTrue();
        }
    }
}
