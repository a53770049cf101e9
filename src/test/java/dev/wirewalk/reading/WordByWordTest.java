package dev.wirewalk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A word of a filter that is mistyped is never passed over: the text is refused, or reads as another filter, or the word is told. */
class WordByWordTest {
    /** What filters are made of, in the languages of all tools: no name, number of a line or option is among these. */
    private static final Set<String> FILTER_WORDS = Set.of(
            "host",
            "net",
            "port",
            "portrange",
            "src",
            "dst",
            "tcp",
            "udp",
            "icmp",
            "not",
            "and",
            "or",
            "proto",
            "protocol",
            "match",
            "source",
            "destination",
            "destination-port",
            "source-port",
            "source-prefix",
            "destination-prefix",
            "eq",
            "range",
            "permit",
            "deny",
            "addr",
            "saddr",
            "daddr",
            "sport",
            "dport",
            "-f",
            "--protocol",
            "--source-cidr-block",
            "accept");

    private static final Pattern WORD = Pattern.compile("[^\\s'\"()\\[\\];,#>=]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}(/[0-9]+)?|2001:[0-9a-f:]+");

    private final ToolCatalogue catalogue = ToolCatalogue.standard();
    private final CommandReader reader = new CommandReader(Dialects.standard());

    @ParameterizedTest
    @MethodSource("dev.wirewalk.reading.TranslationCorpusTest#understood")
    void noMistypedWordIsPassedOver(Translation translation) throws Exception {
        ToolProfile profile = catalogue.profile(translation.tool()).orElseThrow();
        ReadBack whole = reader.read(profile, translation.text());
        List<String> passedOver = new ArrayList<>();
        Matcher word = WORD.matcher(translation.text());
        while (word.find()) {
            boolean filters = FILTER_WORDS.contains(word.group().toLowerCase(Locale.ROOT))
                    || ADDRESS.matcher(word.group()).matches();
            if (filters
                    && !isTakenBack(profile, translation.text(), word, whole)
                    && !told(whole, word.group())
                    && isPassedOver(profile, translation.text(), word, whole)) {
                passedOver.add(word.group() + " at " + word.start());
            }
        }
        assertThat(passedOver).as(translation.text()).isEmpty();
    }

    /** A line that a later one takes back, or whose list no capture uses, is nothing to the filter. */
    private boolean isTakenBack(ToolProfile profile, String text, Matcher word, ReadBack whole) {
        int begin = text.lastIndexOf('\n', word.start()) + 1;
        int end = text.indexOf('\n', word.end());
        try {
            String without = text.substring(0, begin) + (end < 0 ? "" : text.substring(end + 1));
            return reader.read(profile, without).filter().equals(whole.filter());
        } catch (UnreadableCommandException refused) {
            return false;
        }
    }

    private boolean isPassedOver(ToolProfile profile, String text, Matcher word, ReadBack whole) {
        String typed = word.group() + "qz";
        String mistyped = text.substring(0, word.start()) + typed + text.substring(word.end());
        try {
            ReadBack read = reader.read(profile, mistyped);
            return read.filter().equals(whole.filter()) && !told(read, typed);
        } catch (UnreadableCommandException refused) {
            return false;
        }
    }

    private static boolean told(ReadBack read, String word) {
        return read.ignored().stream().anyMatch(ignored -> ignored.contains(word))
                || read.options().values().stream().anyMatch(value -> value.contains(word));
    }
}
