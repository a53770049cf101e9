package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that only the text of the sources shows. */
class SourceTextTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TEST = Path.of("src", "test", "java");
    private static final int LONGEST_FILE = 300;

    /** Names of makers and their systems; what differs between them belongs into data, a dialect or a reader. */
    private static final Pattern VENDOR = Pattern.compile(
            "cisco|fortigate|fortinet|fortios|check[- _]?point|gaia|juniper|junos|palo[- _]?alto|pan[- _]?os|mikrotik|huawei"
                    + "|arista|(?<![a-z])asa(?![a-z])");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//[^\\n]*$", Pattern.DOTALL);

    @Test
    void noFileIsTooLongToReadAtOnce() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path root : List.of(MAIN, TEST)) {
            for (Path file : javaFiles(root)) {
                int lines = Files.readAllLines(file).size();
                if (lines > LONGEST_FILE) {
                    tooLong.add(lines + " lines: " + file);
                }
            }
        }
        assertThat(tooLong)
                .as("files over %d lines; which second idea lives inside?", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void vendorWordsStayInProfilesDialectsAndReaders() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles(MAIN)) {
            String inside = MAIN.relativize(file).toString().replace('\\', '/');
            if (!inside.matches("dev/wirewalk/(dialect|capture/text)/.*")) {
                vendorWords(Files.readString(file)).forEach(word -> found.add(inside + ": " + word));
            }
        }
        assertThat(found).as("vendor words in the code").isEmpty();
    }

    @Test
    void vendorWordsAreFoundInNamesAndTextsButNotInComments() {
        assertThat(vendorWords("class CiscoAsaReader { String s = \"asa\"; }")).containsExactly("cisco", "asa", "asa");
        assertThat(vendorWords("/** As the Cisco manual says. */\nint basal; // x\n  // fortigate\nCheckPoint p;"))
                .containsExactly("check point");
    }

    private static List<String> vendorWords(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        String words = code.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return VENDOR.matcher(words).results().map(hit -> hit.group()).toList();
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (var found = Files.walk(root)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(files).as("sources below %s", root).isNotEmpty();
            return files;
        }
    }
}
