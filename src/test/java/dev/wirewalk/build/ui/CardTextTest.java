package dev.wirewalk.build.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardTextTest {
    private final Desk desk = BuildLinkTest.desk();

    @Test
    void everyLineIsACommandOfThePlanOrAComment() throws FilterSyntaxException, InvalidOptionException {
        for (ToolProfile tool : desk.tools()) {
            CapturePlan plan = desk.plan(tool, FilterParser.parse("host 10.20.30.40 and not port 22"), Map.of());
            List<String> commands = plan.steps().stream()
                    .filter(step -> !step.mustBePressed())
                    .flatMap(step -> step.command().lines())
                    .toList();
            assertThat(new CardText(tool, plan)
                            .everything()
                            .lines()
                            .filter(line -> !line.isEmpty() && !isComment(line)))
                    .as(tool.id())
                    .containsExactlyElementsOf(
                            commands.stream().filter(line -> !isComment(line)).toList());
        }
    }

    @Test
    void aKeyThatIsPressedIsNotPastedAsACommand() throws FilterSyntaxException, InvalidOptionException {
        ToolProfile tool = desk.tool("tcpdump").orElseThrow();
        String text = new CardText(tool, desk.plan(tool, FilterParser.parse("port 53"), Map.of())).everything();
        assertThat(text).contains("# press Ctrl+C").doesNotContain("\nCtrl+C");
    }

    @Test
    void aSentenceOfSeveralLinesStaysAComment() {
        ToolProfile tool = desk.tool("tcpdump").orElseThrow();
        CapturePlan plan = new CapturePlan(
                tool.id(),
                "1",
                Coverage.UNSUPPORTED,
                0,
                List.of(),
                List.of(new Gap("a\nreboot", "b\r\nreboot", "")),
                Optional.empty(),
                List.of(new PlanWarning(Risk.DANGER, "c\u2028reboot")),
                List.of());
        assertThat(new CardText(tool, plan).everything().split("\\R")).allMatch(line -> line.startsWith("# "));
    }

    private static boolean isComment(String line) {
        return line.startsWith("# ") || line.startsWith("! ");
    }
}
