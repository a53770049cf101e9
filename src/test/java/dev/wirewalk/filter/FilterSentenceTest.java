package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterSentenceTest {
    private static final Path SENTENCES = Path.of("src/test/resources/filter/sentences.txt");

    /** Every second line is the sentence of the filter above it, three columns in. */
    @Test
    void sayWhatTheFilterSelects() throws IOException, FilterSyntaxException {
        List<String> stored = Files.readAllLines(SENTENCES);
        List<String> now = new ArrayList<>();
        for (String line : stored) {
            if (!line.isBlank() && !line.startsWith("   ")) {
                now.add(line);
                now.add("   " + FilterSentence.of(FilterParser.parse(line)));
            }
        }
        if ("update".equals(System.getProperty("wirewalk.golden"))) {
            Files.write(SENTENCES, now);
        }
        assertThat(now).isEqualTo(Files.readAllLines(SENTENCES));
    }

    /** Two filters that select different packets are never told alike. */
    @Test
    void tellDifferentFiltersApart() {
        List<TestPacket> packets = RandomPackets.whole(91, 300);
        Map<String, Filter> told = new HashMap<>();
        for (Filter filter : RandomFilters.whole(92, 4000)) {
            Filter before = told.putIfAbsent(FilterSentence.of(filter), filter);
            for (TestPacket packet : before == null ? List.<TestPacket>of() : packets) {
                assertThat(FilterMeaning.matches(filter, packet))
                        .as("%s%n%s%n%s", FilterSentence.of(filter), before, filter)
                        .isEqualTo(FilterMeaning.matches(before, packet));
            }
        }
    }
}
