package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.LineTools;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.ToolProfile;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody types, and every keystroke writes the filter for every tool. */
class FieldLinesSpeedTest {
    private static final List<String> FILTERS = List.of(
            "host 10.1.1.1",
            "host 10.1.1.1 and host 10.2.2.2 and tcp port 443",
            "net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9",
            "dst host 10.2.2.2 and tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn",
            "not port 22",
            "icmp or arp");

    /** Of processor time, so that a busy machine does not count. */
    @Test
    void oneFilterForOneToolTakesFewMilliseconds() throws Exception {
        FieldLines dialect = new FieldLines();
        for (ToolProfile profile : ToolCatalogue.standard().profiles()) {
            if (profile.family().equals(dialect.family())) {
                DialectSettings settings = LineTools.settings(profile, profile.defaultVersion());
                render(dialect, settings, 60);
                long before = nanos();
                render(dialect, settings, 20);
                double each = (nanos() - before) / 1e6 / 20 / FILTERS.size();
                assertThat(each).as("milliseconds of %s", profile.id()).isLessThan(30);
            }
        }
    }

    private static void render(FieldLines dialect, DialectSettings settings, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            for (String text : FILTERS) {
                Filter filter = FilterParser.parse(text);
                assertThat(dialect.render(filter, settings)).isNotNull();
            }
        }
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
