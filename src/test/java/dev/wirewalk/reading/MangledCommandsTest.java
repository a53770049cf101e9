package dev.wirewalk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.ToolProfile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is pasted, it is read or refused with a place within it, and soon. */
class MangledCommandsTest {
    private static final int ROUNDS = 40;
    private static final String SIGNS = "'\"\\`$;|&<>()[]{}!#%^*?=,.:/- \n\r\t\u00a0\u2019\u2014\ufeff\ud800az09";

    private final ToolCatalogue catalogue = ToolCatalogue.standard();
    private final CommandReader reader = new CommandReader(Dialects.standard());

    @Test
    void mangledCommandsAreReadOrRefused() throws Exception {
        Random random = new Random(1);
        List<Translation> translations = Translation.all().toList();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Translation translation : translations) {
                ToolProfile profile = catalogue.profile(translation.tool()).orElseThrow();
                refused += refused(profile, mangled(translation.text(), random)) ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(translations.size(), ROUNDS * translations.size() - translations.size());
    }

    private boolean refused(ToolProfile profile, String text) {
        try {
            assertThat(reader.read(profile, text).tool()).isEqualTo(profile.id());
            return false;
        } catch (UnreadableCommandException problem) {
            List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
            assertThat(problem.line()).as(text).isBetween(1, lines.size());
            assertThat(problem.column())
                    .as("%s%n%s", text, problem.getMessage())
                    .isBetween(1, lines.get(problem.line() - 1).length() + 1);
            assertThat(problem.getMessage()).isNotBlank();
            return true;
        }
    }

    private static String mangled(String text, Random random) {
        StringBuilder mangled = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(mangled.length() + 1);
            int to = Math.min(mangled.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> mangled.delete(at, to);
                case 1 -> mangled.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> mangled.insert(random.nextInt(mangled.length() + 1), mangled.substring(at, to));
                default -> mangled.setLength(at);
            }
        }
        return mangled.toString();
    }

    @Test
    void endlessTextsEndSoon() throws Exception {
        int most = CommandReader.LONGEST_TEXT / 16;
        List<String> patterns = List.of(
                "tcpdump \\\n",
                "sudo \\\n",
                "sudo \"\n",
                "tcpdump -i eth0 'x\n",
                "> ",
                "# ",
                "a|b;",
                "access-list A extended permit ip any any\n",
                "capture A match ",
                "x\n\n",
                "-",
                "tcpdump port 80 or ");
        List<ToolProfile> profiles = catalogue.profiles();
        for (String pattern : patterns) {
            String text = pattern.repeat(most / pattern.length());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThat(reader.detect(profiles, text)).isNotNull(),
                    pattern);
        }
    }

    @Test
    void aTextThatIsTooLongIsRefusedInOneSentence() {
        ToolProfile profile =
                Assertions.assertDoesNotThrow(() -> catalogue.profile("tcpdump").orElseThrow());
        assertThatThrownBy(() -> reader.read(profile, "x".repeat(CommandReader.LONGEST_TEXT + 1)))
                .isInstanceOf(UnreadableCommandException.class)
                .hasMessage("the text has 1048577 characters, and at most 1048576 are read;"
                        + " paste the commands without their output");
        assertThatThrownBy(() -> reader.read(profile, " \n ")).hasMessage("the text is empty");
    }
}
