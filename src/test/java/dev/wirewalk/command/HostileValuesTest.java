package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Quoting;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user's text never becomes a second command: all values for all places of all tools, and hostile filters. */
class HostileValuesTest {
    private static final List<String> HOSTILE = List.of(
            "10.0.0.1; reload",
            "$(reboot)",
            "`reboot`",
            "a\nreload",
            "a\r\nreload",
            "a\u2028reload",
            "'",
            "\"",
            "a'b",
            "a\"b",
            "?",
            "a?",
            "a|b",
            "| include x",
            "a&b",
            "a>b",
            "<a",
            "-w",
            "--help",
            "-",
            "a b",
            " a",
            "a ",
            "\t",
            "a\\",
            "a\u0000b",
            "\u0016?",
            "$HOME",
            "${x}",
            "~root",
            "*",
            "[a]",
            "{a,b}",
            "a#b",
            "!x",
            "%0a",
            "a;",
            "..",
            "../../etc/passwd",
            "/etc/../x",
            "\u00e9",
            "\u0430bc",
            "\u202eabc",
            "\uff11",
            "٣",
            "1;1",
            "true;",
            "fw + drop; id",
            "fw + drop\nid",
            "fw + $(id)");

    private static final List<String> HOSTILE_FILTERS = List.of(
            "host 10.0.0.1; reload",
            "host $(reboot)",
            "host `reboot`",
            "host 10.0.0.1\nreload",
            "port 80' ; id '",
            "port \"80\"",
            "host 10.0.0.1 | tee x",
            "port 80 ?",
            "host 10.0.0.1 && reboot",
            "host 10.0.0.1 > /tmp/x",
            "-w /tmp/x",
            "host -w",
            "host 10.0.0.1\u0000",
            "host 10.0.0.1\\",
            "net 10.0.0.0/8;id",
            "tcp[13] & 2 != 0; id",
            "port 80 # x",
            "host ::1%eth0",
            "host 10.0.0.1\u2028reload",
            "proto \\tcp");

    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @Test
    void everyPlaceOfEveryToolRefusesThem() throws Exception {
        for (ToolProfile profile : catalogue.profiles()) {
            for (ToolOption option : profile.options()) {
                for (String value : HOSTILE) {
                    refused(profile, option.name(), value);
                }
            }
            HOSTILE.forEach(value -> refused(profile, ToolProfile.VERSION, value));
            HOSTILE.forEach(
                    name -> assertThat(refusal(profile, name, "1")).doesNotContainPattern("[\\p{Cntrl}\u2028]"));
        }
    }

    private void refused(ToolProfile profile, String option, String value) {
        assertThat(refusal(profile, option, value))
                .as("%s %s=%s", profile.id(), option, value)
                .startsWith(option + ": ")
                .doesNotContainPattern("[\\p{Cntrl}\u2028\u202e]");
    }

    private String refusal(ToolProfile profile, String option, String value) {
        InvalidOptionException refused = catchThrowableOfType(
                InvalidOptionException.class, () -> catalogue.plan(profile, Filter.ANY, Map.of(option, value)));
        assertThat(refused)
                .as("%s %s=%s was let through", profile.id(), option, value)
                .isNotNull();
        return String.valueOf(refused.getMessage());
    }

    @Test
    void everyToolHasPlacesToTry() throws Exception {
        assertThat(catalogue.profiles())
                .isNotEmpty()
                .allMatch(profile -> !profile.options().isEmpty());
    }

    @Test
    void hostileFiltersAreRefusedOrStayOneWord() throws Exception {
        for (String text : HOSTILE_FILTERS) {
            try {
                Filter filter = FilterParser.parse(text);
                for (ToolProfile profile : catalogue.profiles()) {
                    checkCommands(profile, catalogue.plan(profile, filter, Map.of()));
                }
            } catch (FilterSyntaxException e) {
                assertThat(e.column()).isPositive();
            }
        }
    }

    @Test
    void whateverTheFilterTheShapeOfTheCommandsStays() throws Exception {
        for (ToolProfile profile : catalogue.profiles()) {
            for (Filter filter : RandomFilters.some(5, 60)) {
                checkCommands(profile, catalogue.plan(profile, filter, Map.of()));
            }
        }
    }

    /** On a device no sign but those that templates write; in a shell as many simple commands as the templates have. */
    private static void checkCommands(ToolProfile profile, CapturePlan plan) throws Exception {
        List<String> filters = new ArrayList<>();
        plan.filters().forEach(filter -> filters.addAll(filter.lines().toList()));
        for (Step step : plan.steps()) {
            assertThat(step.command()).doesNotContain("\r", "\u0000", "`", "$(");
            assertThat(withoutFilter(step, plan)).doesNotContainPattern("\\{[^ ]|[^ ]\\}");
            assertThat(outsideOfTheFilter(profile.quoting(), step.command(), filters))
                    .matches("[A-Za-z0-9 ._:/@+,\\n-]*");
        }
        if (profile.quoting() == Quoting.SHELL) {
            assertThat(shellWords(plan)).containsAll(filters);
        }
    }

    /** Braces are left of a template that is not filled, and right in the sets of a filter. */
    private static String withoutFilter(Step step, CapturePlan plan) {
        String command = step.command();
        for (String filter : plan.filters()) {
            for (String piece : filter.lines().toList()) {
                command = command.replace(piece, "");
            }
        }
        return command;
    }

    /** What is left of a device's line without the one token of the filter, which has no sign that ends it; a shell judges itself. */
    private static String outsideOfTheFilter(Quoting quoting, String command, List<String> filters) {
        return switch (quoting) {
            case SHELL, SHELL_WORDS -> "";
            // In quotes stand the flags that a line asks for.
            case DEVICE ->
                command.replaceAll("(?m)=\"\"(?= |$)", "")
                        .replaceAll("\"[a-z&!]+\"", "")
                        .replaceAll("[*=]", "");
            case SINGLE_QUOTES -> withoutTokens(command, '\'', filters);
            case DOUBLE_QUOTES -> withoutTokens(command, '"', filters);
            case UNQUOTED -> {
                String rest = command;
                for (String filter : filters) {
                    assertThat(filter).doesNotContainPattern("[;|&<>$*!?'\"\\\\]");
                    rest = rest.replace(filter, "");
                }
                yield rest;
            }
        };
    }

    private static String withoutTokens(String command, char quote, List<String> filters) {
        StringBuilder rest = new StringBuilder();
        String[] parts = command.split(String.valueOf(quote), -1);
        assertThat(parts.length % 2).as("quotes of %s", command).isOne();
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                rest.append(parts[i]);
            } else {
                assertThat(filters).contains(parts[i]);
                assertThat(parts[i]).doesNotContainPattern("[;$?'\"\\\\]");
            }
        }
        return rest.toString();
    }

    /** The words that a real shell makes of the lines that carry the filter. */
    private static List<String> shellWords(CapturePlan plan) throws Exception {
        StringBuilder script = new StringBuilder();
        // Without a path no command is found, and the shell asks this instead of running one.
        script.append("PATH=/nowhere; command_not_found_handle() { for word; do printf '%s\\n' \"$word\"; done; }\n");
        plan.steps().stream()
                .filter(step -> step.command().contains("'"))
                .forEach(step -> step.command()
                        .lines()
                        .filter(line -> line.contains("'"))
                        .forEach(line -> script.append(line).append('\n')));
        Process shell = new ProcessBuilder("bash", "-c", script.toString())
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void whatIsAdmittedHoldsNoSignOfAShellOrDevice() throws Exception {
        for (ToolProfile profile : catalogue.profiles()) {
            for (ToolOption option : profile.options()) {
                if (!option.defaultValue().isEmpty() && !(option.type() instanceof OptionType.Modules)) {
                    assertThat(option.type().written(option.defaultValue())).matches("[A-Za-z0-9 ._:/@-]*");
                }
            }
        }
    }
}
