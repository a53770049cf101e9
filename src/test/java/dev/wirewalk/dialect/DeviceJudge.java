package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Holds the renderings of a dialect against the meaning of the filters: exact ones select the same of what the tool sees, wider
 * ones select it all and come down to it with the gaps' filter, and unsupported ones had nothing to select.
 */
record DeviceJudge(
        Dialect dialect,
        DialectSettings settings,
        Function<Run, Predicate<PacketHeaders>> device,
        Predicate<TestPacket> seen) {

    /** How often each coverage came up, so that a test can see that it judged something. */
    Map<Coverage, Integer> judge(long seed, int filters, int packets) {
        List<TestPacket> traffic =
                RandomPackets.some(seed + 1, packets).stream().filter(seen).toList();
        Map<Coverage, Integer> count = new EnumMap<>(Coverage.class);
        for (Filter filter : RandomFilters.some(seed, filters)) {
            Rendering rendering = dialect.render(filter, settings);
            count.merge(rendering.coverage(), 1, Integer::sum);
            judge(filter, rendering, traffic);
        }
        judgeWholeLanguage(seed, filters / 3, packets / 2);
        return count;
    }

    private void judgeWholeLanguage(long seed, int filters, int packets) {
        List<TestPacket> traffic =
                RandomPackets.whole(seed + 1, packets).stream().filter(seen).toList();
        for (Filter filter : RandomFilters.whole(seed, filters)) {
            judge(filter, dialect.render(filter, settings), traffic);
        }
    }

    private void judge(Filter filter, Rendering rendering, List<TestPacket> traffic) {
        List<Predicate<PacketHeaders>> runs = new ArrayList<>();
        rendering.runs().forEach(run -> runs.add(device.apply(run)));
        List<Filter> narrow = rendering.gaps().stream().map(DeviceJudge::narrow).toList();
        for (TestPacket packet : traffic) {
            boolean asked = FilterMeaning.matches(filter, packet);
            boolean given = runs.stream().anyMatch(run -> run.test(packet));
            boolean narrowed = given && narrow.stream().allMatch(one -> FilterMeaning.matches(one, packet));
            assertThat(rendering.coverage() == Coverage.EXACT ? given : narrowed)
                    .as("%s%nas %s%nfor %s", FilterPrinter.print(filter), rendering, packet)
                    .isEqualTo(asked);
        }
    }

    private static Filter narrow(Gap gap) {
        assertThat(gap.term()).isNotBlank();
        assertThat(gap.reason()).endsWith(".");
        try {
            return FilterParser.parse(gap.narrow());
        } catch (FilterSyntaxException problem) {
            throw new AssertionError(gap.narrow(), problem);
        }
    }
}
