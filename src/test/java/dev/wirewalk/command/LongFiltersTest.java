package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.ToolProfile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody types, and every keystroke makes every plan: no filter may take long, however many terms it has. */
class LongFiltersTest {
    /**
     * Of processor time, so that a busy machine does not count. No measure of speed but of growth: work that is not capped takes
     * minutes for some of these filters.
     */
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Random random = new Random(11);
    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @ParameterizedTest
    @ValueSource(ints = {50, 300})
    void areAnsweredSoon(int terms) throws Exception {
        Map<String, String> filters = Map.ofEntries(
                Map.entry("hosts", many(terms, " or ", this::host)),
                Map.entry("ports", many(terms, " or ", this::port)),
                Map.entry("no hosts", many(terms, " and ", () -> "not " + host())),
                Map.entry("no ports", many(terms, " and ", () -> "not " + port())),
                Map.entry("none of the hosts", "not (" + many(terms, " or ", this::host) + ")"),
                Map.entry("pairs", many(terms, " or ", () -> "(" + host() + " and " + port() + ")")),
                Map.entry("no pairs", many(terms, " and ", () -> "not (" + host() + " and " + port() + ")")),
                Map.entry("one of each pair", many(terms, " and ", () -> "(" + host() + " or " + port() + ")")),
                Map.entry(
                        "hosts but not ports",
                        "(" + many(terms, " or ", this::host) + ") and not (" + many(terms, " or ", this::port) + ")"),
                Map.entry("no IPv6 hosts", many(terms, " and ", () -> "not host 2001:db8::" + number(9999))),
                Map.entry("no protocols", many(terms, " and ", () -> "not ip proto " + number(256))),
                Map.entry("flags", many(terms, " and ", () -> "not tcp[tcpflags] & 18 = " + number(256))));
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            Filter read = FilterParser.parse(filter.getValue());
            for (ToolProfile tool : catalogue.profiles()) {
                long before = processorNanos();
                catalogue.plan(tool, read, Map.of());
                assertThat(Duration.ofNanos(processorNanos() - before))
                        .as("%d %s for %s", terms, filter.getKey(), tool.id())
                        .isLessThan(MOST);
            }
        }
    }

    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadCpuTime();
    }

    private String host() {
        return "host 10." + number(256) + "." + number(256) + "." + number(256);
    }

    private String port() {
        return "port " + (1 + number(9999));
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    private static String many(int count, String between, Supplier<String> term) {
        return Stream.generate(term).limit(count).collect(Collectors.joining(between));
    }
}
