package dev.wirewalk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.Carried;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcap4j.core.PcapNativeException;

/** Commands as people type them mean what was written beside them by hand; libpcap decides whether two filters are the same. */
class TranslationCorpusTest {
    private static final int FRAMES = 800;
    private static final int ALTOGETHER = 230;
    private static final int OF_EACH = 3;
    private static final ToolCatalogue CATALOGUE = ToolCatalogue.standard();

    private static Libpcap libpcap;
    private final CommandReader reader = new CommandReader(Dialects.standard());

    @BeforeAll
    static void loadTheJudge() throws PcapNativeException {
        libpcap = Libpcap.load();
    }

    @AfterAll
    static void release() {
        if (libpcap != null) {
            libpcap.close();
        }
    }

    static Stream<Translation> understood() {
        return Translation.all().filter(translation -> !translation.isRefused());
    }

    static Stream<Translation> refused() {
        return Translation.all().filter(Translation::isRefused);
    }

    @ParameterizedTest
    @MethodSource("understood")
    void meansWhatIsWrittenBesideIt(Translation translation) throws Exception {
        ReadBack read = reader.read(profile(translation.tool()), translation.text());
        String filter = FilterPrinter.print(read.filter());
        List<byte[]> frames = seen(profile(translation.tool()), translation, filter);
        List<Boolean> expected = libpcap.decide(translation.meaning(), frames);
        assertThat(libpcap.decide(filter, frames).equals(expected))
                .as("%s%nread as %s%n   not as %s", translation.text(), filter, translation.meaning())
                .isTrue();
    }

    /** Frames of the kinds that the tool sees: what a filter says of others is of no account. */
    private static List<byte[]> seen(ToolProfile profile, Translation translation, String filter) {
        return FramesOfConstants.some(translation.line(), FRAMES, filter, translation.meaning()).stream()
                .filter(frame -> profile.sees().contains(carried(frame)))
                .toList();
    }

    private static Carried carried(byte[] frame) {
        int at = 12;
        while (type(frame, at) == 0x8100 || type(frame, at) == 0x88A8) {
            at += 4;
        }
        return switch (type(frame, at)) {
            case 0x0800 -> Carried.IPV4;
            case 0x86DD -> Carried.IPV6;
            case 0x0806 -> Carried.ARP;
            case 0x8035 -> Carried.RARP;
            default -> Carried.OTHER;
        };
    }

    private static int type(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void pointsAtWhatItDoesNotUnderstand(Translation translation) throws Exception {
        ToolProfile profile = profile(translation.tool());
        UnreadableCommandException problem =
                catchThrowableOfType(UnreadableCommandException.class, () -> reader.read(profile, translation.text()));
        assertThat(problem).as("it was let through: %s", translation.text()).isNotNull();
        String[] wanted = translation.refused().split(" ", 2);
        assertThat(problem.line() + ":" + problem.column())
                .as("%s%n%s", translation.text(), problem.getMessage())
                .isEqualTo(wanted[0]);
        assertThat(problem).hasMessageContaining(wanted.length > 1 ? wanted[1] : "");
    }

    @ParameterizedTest
    @MethodSource("understood")
    void isKnownForACommandOfItsTool(Translation translation) throws Exception {
        List<ToolProfile> found = reader.detect(CATALOGUE.profiles(), translation.text());
        assertThat(found).extracting(ToolProfile::id).contains(translation.tool());
    }

    @Test
    void everyToolHasTexts() {
        Map<String, Long> texts =
                Translation.all().collect(Collectors.groupingBy(Translation::tool, Collectors.counting()));
        assertThat(texts.values().stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(ALTOGETHER);
        assertThat(WayBackTest.tools().map(ToolProfile::id).filter(tool -> texts.getOrDefault(tool, 0L) < OF_EACH))
                .as("tools that have fewer than %d texts", OF_EACH)
                .isEmpty();
    }

    private static ToolProfile profile(String id) throws BadProfileException {
        return CATALOGUE.profile(id).orElseThrow(() -> new AssertionError("there is no tool " + id));
    }
}
