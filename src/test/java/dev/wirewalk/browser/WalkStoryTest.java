package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A person who has never seen the page: opens a sample, follows the answers to their packets, and adds the capture that decides. */
@TestPropertySource(properties = {"wirewalk.data=target/walk-story", "wirewalk.store.keep-free=0B"})
class WalkStoryTest extends InBrowser {
    private static final Path DECIDING = Path.of("src/test/resources/cases/T1-link_lost-01/server_eno1.pcap");

    @Test
    void fromASampleOverItsFlowchartToTheCaptureThatDecides() throws IOException {
        open("/walk");
        page.locator("[data-sample=capture-missing]").click();
        assertThat(page.locator(".ww-sample-banner")).containsText("A capture is missing");
        assertThat(page.locator(".ww-verdict")).containsText("Undecided.");
        assertThat(page).hasURL(Pattern.compile(".*/walk\\?sample=capture-missing"));

        followTheWayByKeyboard();
        assertThat(page.locator(".ww-branch.unknown").first()).containsText("a capture at server would tell");

        Locator arrives = page.locator(".ww-node[data-question=syn-arrives]").last();
        arrives.getByText("I see it").click();
        assertThat(arrives.locator(".ww-by-hand")).containsText("counts: no capture tells");
        assertThat(arrives.locator(".ww-node-button")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/walk\\?path=.+"));

        page.locator(".ww-point").last().click();
        FileChooser chooser =
                page.waitForFileChooser(() -> page.getByText("Add captures").click());
        chooser.setFiles(DECIDING);
        assertThat(page.locator(".ww-verdict")).containsText("Fails.");
        assertThat(page.locator(".ww-verdict")).containsText("fw-out → server");
        assertThat(page.locator(".ww-node.no .ww-branch")).containsText("the way ends between fw-out and server");

        assertThat(arrives.locator(".ww-by-hand")).containsText("contradicted by the captures");

        ladderIsSaved();
        reportAndPacketsAreTakenAlong();

        page.locator(".ww-node.no .ww-packets .ww-evidence-frame").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/inspect\\?.*frame=\\d+.*"));
        assertThat(page.locator("main")).containsText("[SYN]");
    }

    @Test
    void theLinkOfASampleOpensItForOthers() {
        open("/walk?sample=lost");
        assertThat(page.locator(".ww-verdict")).containsText("fw-out → server");
        page.getByText("Leave the sample").click();
        assertThat(page.locator(".ww-empty")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/walk"));
    }

    private void followTheWayByKeyboard() {
        Locator syn = page.locator(".ww-node[data-question=syn-leaves] .ww-node-button")
                .first();
        syn.focus();
        page.keyboard().press("ArrowDown");
        Locator next = page.locator(".ww-node[data-question=syn-arrives] .ww-node-button")
                .first();
        assertThat(next).isFocused();
        page.keyboard().press("Enter");
        assertThat(next).hasAttribute("aria-expanded", "true");
        assertThat(page.locator(".ww-node[data-question=syn-arrives] .ww-packets")
                        .first())
                .containsText("10.46.152.147:59364 → 10.102.35.86:80");
        page.keyboard().press("ArrowUp");
        assertThat(syn).isFocused();
    }

    private void reportAndPacketsAreTakenAlong() throws IOException {
        Locator links = page.locator(".ww-report");
        Download report =
                page.waitForDownload(() -> links.getByText("HTML", new Locator.GetByTextOptions().setExact(true))
                        .click());
        assertThat(Files.readString(report.path())).contains("fw-out", "client.pcap", "10.46.152.147");
        Download hidden = page.waitForDownload(
                () -> links.getByText("HTML, addresses replaced").click());
        assertThat(Files.readString(hidden.path())).contains("fw-out").doesNotContain("10.46.152.147");
        Download packets =
                page.waitForDownload(() -> links.getByText("headers only").click());
        assertThat(packets.suggestedFilename()).isEqualTo("wirewalk-evidence.pcapng");
        assertThat(Files.readAllBytes(packets.path())).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
    }

    private void ladderIsSaved() throws IOException {
        assertThat(page.locator("svg.ww-ladder")).isVisible();
        Download ladder =
                page.waitForDownload(() -> page.getByText("Save as SVG").click());
        assertThat(ladder.suggestedFilename()).isEqualTo("ladder.svg");
        assertThat(Files.readString(ladder.path())).startsWith("<?xml").contains("fw-out");
    }
}
