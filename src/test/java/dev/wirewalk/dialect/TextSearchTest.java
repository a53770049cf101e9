package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSearchTest {
    private static final Set<Network> IP = Set.of(Network.IPV4, Network.IPV6);

    private final TextSearch dialect = new TextSearch();

    @Test
    void neverClaimsToFilter() {
        DeviceJudge judge = new DeviceJudge(
                dialect,
                new DialectSettings("R81.20", IP, Map.of()),
                _ -> packet -> IP.contains(packet.network()),
                packet -> IP.contains(packet.network()));

        Map<Coverage, Integer> count = judge.judge(44, 400, 400);

        assertThat(count.getOrDefault(Coverage.WIDER, 0)).isGreaterThan(200);
        assertThat(count.getOrDefault(Coverage.UNSUPPORTED, 0)).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host 10.1.1.1 | 10.1.1.1
            host 10.1.1.1 and tcp port 443 | 10.1.1.1
            (src 10.1.1.1 and dst 10.2.2.2) or (src 10.3.3.3 and dst 10.1.1.1) | 10.1.1.1
            host 10.1.1.1 and not port 22 | 10.1.1.1
            """)
    void searchesForTheAddressThatAllPacketsHave(String filter, String address) throws FilterSyntaxException {
        assertThat(render(filter).runs()).containsExactly(new Run("word", List.of(address)));
        assertThat(render(filter).coverage()).isEqualTo(Coverage.WIDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host 10.1.1.1 or host 10.2.2.2",
                "net 10.0.0.0/8",
                "host 2001:db8::1",
                "not host 10.1.1.1",
                "tcp port 80"
            })
    void searchesForNothingThatSomePacketsMayNotHave(String filter) throws FilterSyntaxException {
        assertThat(render(filter).runs()).containsExactly(new Run("everything", List.of()));
        assertThat(render(filter).coverage()).isEqualTo(Coverage.WIDER);
    }

    @Test
    void isExactOnlyForEverything() throws FilterSyntaxException {
        assertThat(render("").coverage()).isEqualTo(Coverage.EXACT);
        assertThat(render("ip").coverage()).isEqualTo(Coverage.WIDER);
        assertThat(render("arp").coverage()).isEqualTo(Coverage.UNSUPPORTED);
    }

    private Rendering render(String filter) throws FilterSyntaxException {
        return dialect.render(FilterParser.parse(filter), new DialectSettings("R81.20", IP, Map.of()));
    }
}
