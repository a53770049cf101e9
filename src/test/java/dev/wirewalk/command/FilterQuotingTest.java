package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The filter is one token of the device's line, whatever its signs; what could end the token is not written at all. */
class FilterQuotingTest {
    private static final String SIGNS = "not (tcp[13:1] & 18 = 2 or (ip[6:2] | 1) != 0 and port < 80 or port > 1)";
    private static final List<String> BREAKING = List.of(
            "a'b", "a\"b", "a\\b", "a?b", "a$b", "a`b", "a;b", "a\nb", "a\u0000b", "a{b", "a~b", "a#b", "a\u00e9");

    @Test
    void aDeviceTakesTheFilterInItsQuotes() throws Exception {
        assertThat(command("single-quotes", SIGNS)).endsWith(" -e '" + SIGNS + "'");
        assertThat(command("double-quotes", SIGNS)).endsWith(" -e \"" + SIGNS + "\"");
        assertThat(command("unquoted", "not (tcp[13] = 2)")).endsWith(" -e not (tcp[13] = 2)");
    }

    @Test
    void whatEndsAQuoteIsNeverWritten() {
        List<String> quotings = List.of("device", "single-quotes", "double-quotes", "unquoted");
        for (String quoting : quotings) {
            for (String piece : BREAKING) {
                assertNeverWritten(quoting, piece);
            }
        }
        for (String piece : List.of("a|b", "a&b", "a<b", "a>b", "a*b")) {
            assertNeverWritten("unquoted", piece);
            assertNeverWritten("device", piece);
        }
        assertNeverWritten("unquoted", "a!=b");
    }

    private static void assertNeverWritten(String quoting, String piece) {
        assertThatThrownBy(() -> command(quoting, piece))
                .as("%s: %s", quoting, piece)
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFilterThroughTwoShellsIsStillOneWord() throws Exception {
        List<String> pieces = new ArrayList<>(BREAKING);
        pieces.add(SIGNS);
        pieces.add("host 10.0.0.1 and port 80");
        for (String piece : pieces) {
            if (piece.chars().noneMatch(Character::isISOControl)) {
                String remote = command("shell", piece).replaceAll("(?s)^.* -e ", "");
                assertThat(shell("printf '%s' " + remote))
                        .as(piece)
                        .satisfies(inner ->
                                assertThat(shell("printf '<%s>' " + inner)).isEqualTo("<" + piece + ">"));
            }
        }
        assertThat(command("shell", "host 10.0.0.1")).endsWith(" -e \"'host 10.0.0.1'\"");
    }

    private static String shell(String script) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String command(String quoting, String piece) throws Exception {
        String profile = TestTool.PROFILE
                .replace("quoting: shell", "quoting: " + quoting)
                .replace("-e {filter}", quoting.equals("shell") ? "-e {remote-filter}" : "-e {filter}");
        TestTool tool = TestTool.of(profile, Rendering.exact(List.of(new Run("words", List.of(piece)))));
        return tool.plan(Filter.ANY, Map.of()).steps().stream()
                .map(Step::command)
                .filter(line -> line.contains(" -e "))
                .findFirst()
                .orElseThrow();
    }
}
