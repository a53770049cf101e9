package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionLinksTest {
    private static final String OPTIONS = """
            options:
              - {name: file, type: file, max-length: 20, default: x.cap, meaning: Where to.}
              - {name: flush, type: flag, writes: -U, default: true, needs: file, meaning: At once.}
              - {name: long, type: flag, writes: -v, default: false, excludes: brief, meaning: More.}
              - {name: brief, type: flag, writes: -q, default: true, meaning: Less.}
              - {name: size, type: integer, min: 1, max: 9, needs: file, meaning: New file at this size.}
              - {name: time, type: integer, min: 1, max: 9, needs: file, excludes: system=mac, meaning: New file at this time.}
              - {name: files, type: integer, min: 1, max: 9, needs: [size, time], meaning: So many files.}
              - {name: system, type: choice, values: [linux, mac], default: linux, required: true, meaning: Its system.}
            """;
    private static final String COMMAND =
            "probe[ {flush}][ {long}][ {brief}][ -w {file}][ -C {size}][ -G {time}][ -W {files}] {system}[ -e {filter}]*";

    @Test
    void whatNeedsAnotherIsRefusedWithoutIt() throws Exception {
        assertRefused(
                Map.of("files", "3"), "files: this option needs size or time, so set that too or leave files out");
        assertRefused(
                Map.of("file", "", "flush", "true"),
                "flush: this option needs file, so set that too or leave flush out");
        assertThat(command(Map.of("files", "3", "time", "2"))).isEqualTo("probe -U -q -w x.cap -G 2 -W 3 linux");
    }

    @Test
    void whatExcludesAnotherIsRefusedBesideIt() throws Exception {
        assertRefused(
                Map.of("long", "true", "brief", "true"),
                "long: this option does not go together with brief, so set one of the two only");
        assertRefused(
                Map.of("time", "2", "system", "mac"),
                "time: this option does not go together with system=mac, so set one of the two only");
        assertThat(command(Map.of("size", "2", "system", "mac"))).isEqualTo("probe -U -q -w x.cap -C 2 mac");
    }

    @Test
    void aDefaultGivesWayToWhatIsSet() throws Exception {
        assertThat(command(Map.of("long", "true"))).isEqualTo("probe -U -v -w x.cap linux");
        assertThat(command(Map.of("file", ""))).isEqualTo("probe -q linux");
    }

    private static String command(Map<String, String> settings) throws Exception {
        String profile = TestTool.PROFILE.substring(0, TestTool.PROFILE.indexOf("options:"))
                + OPTIONS
                + "steps: [{phase: start, command: \"" + COMMAND + "\", why: Starts.}]\n"
                + "warnings: [{level: caution, when: {selects: arp}, text: arp}]\nsources: [a manual]\n";
        TestTool tool = TestTool.of(profile, Rendering.exact(List.of(new Run("words", List.of()))));
        return tool.plan(Filter.ANY, settings).steps().getFirst().command();
    }

    private static void assertRefused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> command(settings))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(message);
    }
}
