package dev.wirewalk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.TestPropertySource;

/** Whether everybody can use the pages: all texts can be read in both themes, and the keyboard reaches all controls and shows where it is. */
@TestPropertySource(properties = {"wirewalk.data=target/reachable", "wirewalk.store.keep-free=0B"})
class ReachableTest extends InBrowser {
    private static final Path SCRIPTS = Path.of("src/test/resources/browser");
    private static final int MOST_STOPS = 400;

    /** The pages with as much on them as there can be. */
    enum Place {
        BUILD("/?filter=host%2010.20.30.40%20and%20tcp%5Btcpflags%5D%20%26%20tcp-syn%20!%3D%200", ".ww-tool pre"),
        WALK("/walk", ".ww-empty"),
        RESULT("/walk?sample=lost", "svg.ww-ladder"),
        NEXT("/walk?sample=capture-missing", ".ww-next"),
        INSPECT("/inspect", ".ww-shell main > *");

        private final String address;
        private final String shown;

        Place(String address, String shown) {
            this.address = address;
            this.shown = shown;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadInBothThemes(Place place) throws IOException {
        show(place);
        assertThat(hardToRead()).as("in light").isEmpty();
        preferDark();
        assertThat(hardToRead()).as("in dark").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theKeyboardReachesEveryControlAndShowsWhereItIs(Place place) throws IOException {
        show(place);
        assertThat(followed()).isEmpty();
    }

    @Test
    void theChecksSeeWhatIsWrong() throws IOException {
        show(Place.WALK);
        page.addStyleTag(new Page.AddStyleTagOptions()
                .setContent("*, *::before, *::after {outline: none !important} .ww-empty p {color: #999 !important}"));
        page.locator("[data-sample=lost]").evaluate("button => button.tabIndex = 5");
        assertThat(hardToRead()).anyMatch(text -> text.contains("At each point a packet arrives"));
        assertThat(followed())
                .anyMatch(text -> text.startsWith("no ring around"))
                .anyMatch(text -> text.startsWith("never reached"));
    }

    private void show(Place place) {
        open(place.address);
        page.waitForSelector(place.shown);
        if (place == Place.RESULT) {
            page.locator(".ww-point").first().click();
            page.waitForSelector(".ww-panel pre");
        }
        if (place == Place.INSPECT) {
            page.getByText("sample").last().click();
            page.locator(".ww-finding").first().waitFor();
        }
        // What comes in or fades meanwhile is neither here nor there.
        page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
    }

    private List<String> hardToRead() throws IOException {
        return ((List<?>) page.evaluate(Files.readString(SCRIPTS.resolve("contrast.js"))))
                .stream().map(String::valueOf).toList();
    }

    /** What is wrong on the way of the Tab key from the top of the page to its end, and what lies beside the way. */
    private List<String> followed() throws IOException {
        String focus = Files.readString(SCRIPTS.resolve("focus.js"));
        List<String> wrong = new ArrayList<>();
        page.evaluate(focus, "begin");
        Object found = null;
        for (int stops = 0; stops < MOST_STOPS && !"end".equals(found); stops++) {
            page.keyboard().press("Tab");
            found = page.evaluate(focus, "step");
            if (found != null && !"end".equals(found)) {
                wrong.add(found.toString());
            }
        }
        assertThat(found).as("the end of the page is reached").isEqualTo("end");
        ((List<?>) page.evaluate(focus, "end")).forEach(missed -> wrong.add("never reached " + missed));
        return wrong;
    }
}
