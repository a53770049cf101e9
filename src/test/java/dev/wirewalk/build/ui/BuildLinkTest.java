package dev.wirewalk.build.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildLinkTest {
    private final Desk desk = desk();
    private final ToolProfile tcpdump = desk.tool("tcpdump").orElseThrow();

    static Desk desk() {
        return new Desk(
                ToolCatalogue.standard(),
                List.of(
                        "tcpdump",
                        "cisco-asa-capture",
                        "checkpoint-fw-monitor",
                        "fortigate-debug-flow",
                        "checkpoint-fw-ctl-debug"));
    }

    @Test
    void theLinkBringsBackWhatWasShown() {
        BuildState state = BuildState.EMPTY
                .withFilter("host 10.20.30.40 and (tcp[tcpflags] & tcp-syn != 0 or port 80+1%)")
                .with(tcpdump, "interface", "eth7")
                .with(tcpdump, "count", "")
                .with(tcpdump, "version", tcpdump.versions().getLast());
        BuildLink read = read(BuildLink.query(state));
        assertThat(read.state()).isEqualTo(state);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whatIsAsUsualIsNotInTheLink() {
        BuildState state = BuildState.EMPTY.with(tcpdump, "interface", "eth7");
        assertThat(BuildLink.query(state)).isEqualTo("tcpdump.interface=eth7");
        String usual = tcpdump.option("interface").orElseThrow().defaultValue();
        assertThat(BuildLink.query(state.with(tcpdump, "interface", usual))).isEmpty();
    }

    @Test
    void eachParameterThatIsNotUnderstoodIsSaidAndLeftOut() {
        BuildLink read = read("filter=port%2053&colour=red&tcpdump.interface=e%3Bx&tcpdump.sped=1&nothere.count=1"
                + "&tcpdump.version=0.1");
        assertThat(read.state()).isEqualTo(BuildState.EMPTY.withFilter("port 53"));
        assertThat(read.problems()).hasSize(5);
        assertThat(String.join("\n", read.problems()))
                .contains("colour")
                .contains("interface")
                .contains("sped")
                .contains("nothere.count")
                .contains("0.1")
                .containsPattern("\"sped\".*It was left out")
                .containsPattern("interface.*The usual value is used");
    }

    @Test
    void aParameterGivenTwiceIsSaid() {
        assertThat(read("filter=port%2053&filter=port%2080").problems())
                .singleElement()
                .asString()
                .contains("2 times");
    }

    @Test
    void aNameFromTheAddressCannotFillThePage() {
        BuildLink read = BuildLink.read(Map.of("x".repeat(5_000) + "\u202e", List.of("")), desk);
        assertThat(read.problems())
                .singleElement()
                .asString()
                .hasSizeLessThan(120)
                .doesNotContain("\u202e");
    }

    private BuildLink read(String query) {
        return BuildLink.read(QueryParameters.fromString(query).getParameters(), desk);
    }
}
