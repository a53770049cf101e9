package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkReachTest {
    @Test
    void neverSaysNoToAPacketThatIsSelected() {
        List<? extends PacketHeaders> packets = RandomPackets.some(11, 400);
        for (Filter filter : RandomFilters.some(12, 400)) {
            for (PacketHeaders packet : packets) {
                if (FilterMeaning.matches(filter, packet)) {
                    assertThat(NetworkReach.canSelect(filter, packet.network()))
                            .as("%s selects %s", filter, packet)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "host 10.1.1.1,ARP,true",
        "host 10.1.1.1 and port 80,ARP,false",
        "ip host 10.1.1.1,ARP,false",
        "not ip,ARP,true",
        "tcp,IPV6,true",
        "host 10.1.1.1,IPV6,false",
        "arp or tcp,ARP,true",
        "not (ip or ip6),IPV4,false",
        "not (ip or ip6),OTHER,true",
        "arp[6:2] = 1,ARP,true"
    })
    void knowsWhatAFilterReaches(String text, Network network, boolean reached) throws Exception {
        assertThat(NetworkReach.canSelect(FilterParser.parse(text), network)).isEqualTo(reached);
    }
}
