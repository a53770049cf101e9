package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever is typed, it is a filter or a sentence about the place where it is none. */
class FilterFuzzTest {
    @Test
    void saladsOfKeywordsAreReadOrRefused() {
        RandomTexts texts = new RandomTexts(81);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            String text = i % 2 == 0 ? texts.salad() : texts.next();
            try {
                Filter filter = FilterParser.parse(text);
                read++;
                String printed = FilterPrinter.print(filter);
                assertThat(FilterPrinter.print(FilterParser.parse(printed)))
                        .as(text)
                        .isEqualTo(printed);
                assertThat(FilterSentence.of(filter)).as(text).isNotBlank();
            } catch (FilterSyntaxException refused) {
                assertThat(refused.column()).as(text).isBetween(1, text.length() + 1);
                assertThat(refused.getMessage()).as(text).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(15_000);
    }

    @Test
    void randomTreesComeBackFromTheirText() throws FilterSyntaxException {
        var packets = RandomPackets.whole(83, 60);
        for (Filter filter : RandomFilters.whole(82, 2000)) {
            Filter read = FilterParser.parse(FilterPrinter.print(filter));
            for (TestPacket packet : packets) {
                assertThat(FilterMeaning.matches(read, packet))
                        .as("%s%n%s", FilterPrinter.print(filter), packet)
                        .isEqualTo(FilterMeaning.matches(filter, packet));
            }
        }
    }
}
