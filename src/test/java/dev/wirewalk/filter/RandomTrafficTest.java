package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The property tests are worth something only when filters and packets meet. */
class RandomTrafficTest {
    @Test
    void randomTermsOftenSelectSomePacketsAndNotAll() {
        List<TestPacket> packets = RandomPackets.some(7, 500);
        long telling = RandomFilters.some(11, 400).stream()
                .map(filter -> packets.stream()
                        .filter(packet -> FilterMeaning.matches(filter, packet))
                        .count())
                .filter(count -> count > 0 && count < packets.size())
                .count();
        assertThat(telling).isGreaterThan(250);
    }

    @Test
    void everyTermAndEveryNetworkOccurs() {
        RandomFilters filters = new RandomFilters(3, true);
        // Written has no random form: what it means is only known to libpcap.
        int kinds = Filter.Term.class.getPermittedSubclasses().length
                + Filter.Opaque.class.getPermittedSubclasses().length
                - 2;
        assertThat(Stream.generate(filters::term)
                        .limit(2000)
                        .map(Object::getClass)
                        .collect(Collectors.toSet()))
                .hasSize(kinds);
        assertThat(RandomPackets.some(5, 300).stream().map(TestPacket::network).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Network.values());
    }

    @Test
    void theSameSeedGivesTheSameTreesAndFrames() {
        assertThat(RandomFilters.some(1, 50)).isEqualTo(RandomFilters.some(1, 50));
        assertThat(RandomPackets.some(1, 50).toString())
                .isEqualTo(RandomPackets.some(1, 50).toString());
    }
}
