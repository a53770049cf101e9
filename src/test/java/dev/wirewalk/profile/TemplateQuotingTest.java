package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a template may write beside its placeholders, so that each value stays one word. */
class TemplateQuotingTest {
    @Test
    void takesBracesInTheQuotesOfAShellOnly() {
        Template chain = Template.parse("nft add chain x '{ type filter ; }' {count}");
        assertThat(chain.names()).containsExactly("count");
        assertThat(TemplateQuoting.problem(chain, Quoting.SHELL)).isEmpty();
        assertThat(TemplateQuoting.problem(Template.parse("x { reboot ; }"), Quoting.SHELL))
                .contains("a { that is no part of a placeholder stands in quotes of a shell only");
        assertThat(TemplateQuoting.problem(Template.parse("x { y }"), Quoting.DEVICE))
                .contains("a { that is no part of a placeholder stands in quotes of a shell only");
        assertThat(TemplateQuoting.problem(Template.parse("x '{ {count} }'"), Quoting.SHELL))
                .contains("{count} stands inside of ' quotes; values are quoted when they are filled in");
    }

    @Test
    void takesEmptyValuesOnADevice() {
        Template reset = Template.parse("set a=\"\" b=\"\" c={count} d=\"\"");
        assertThat(TemplateQuoting.problem(reset, Quoting.DEVICE)).isEmpty();
        for (String text :
                List.of("set a=\"\"{count}", "set a=\"{count}\"", "set \"\"", "set a=\"x\"", "set[ a=\"\"{count}]")) {
            assertThat(TemplateQuoting.problem(Template.parse(text), Quoting.DEVICE))
                    .as(text)
                    .contains("a template must not hold the character \"");
        }
    }
}
