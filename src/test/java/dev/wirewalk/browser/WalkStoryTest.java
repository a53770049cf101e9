package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A person who has never seen the page: opens a sample, follows the answers to their packets, and adds the capture that decides. */
@TestPropertySource(properties = {"wirewalk.data=target/walk-story", "wirewalk.store.keep-free=0B"})
class WalkStoryTest extends InBrowser {
    private static final Path CASE = Path.of("src/test/resources/cases/T1-link_lost-01");
    private static final Path DECIDING = CASE.resolve("server_eno1.pcap");

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

    @Test
    void capturesInAnyOrderBecomeAPathAndAFurtherOneChangesNothingOfIt() {
        open("/walk");
        choose(DECIDING, CASE.resolve("fw_igb0.pcap"), CASE.resolve("client_eth0.pcap"));
        assertThat(page.locator(".ww-verdict")).isVisible();
        assertThat(page.locator(".ww-point-name")).hasText(new String[] {"client:eth0", "fw:igb0", "server:eno1"});

        page.locator(".ww-point").first().click();
        Locator name = page.locator(".ww-panel").getByLabel("Name");
        name.fill("laptop");
        name.press("Enter");
        assertThat(page.locator(".ww-point-name").first()).hasText("laptop");
        choose(CASE.resolve("fw_igb1.pcap"));
        assertThat(page.locator(".ww-point-name"))
                .hasText(new String[] {"laptop", "fw:igb0", "fw:igb1", "server:eno1"});
        assertThat(page.locator(".ww-notice")).containsText("fw:igb1 is a new point.");
        assertThat(page.locator(".ww-verdict")).containsText("fw:igb1 → server:eno1");
    }

    @Test
    void theNextCaptureIsDroppedWhereItIsAskedForAndThePacketOpensFromTheLadder() throws IOException {
        open("/walk?sample=capture-missing");
        dropOn(page.locator(".ww-next .ww-drop").first(), DECIDING);
        assertThat(page.locator(".ww-verdict")).containsText("Fails.");

        Locator ladder = page.locator("ww-ladder");
        ladder.focus();
        for (String key : new String[] {"Home", "ArrowDown", "ArrowDown", "ArrowRight", "Enter"}) {
            page.keyboard().press(key);
        }
        assertThat(page).hasURL(Pattern.compile(".*/inspect\\?.*frame=3.*"));
        assertThat(page.locator("main")).containsText("fw-in.pcap");
        assertThat(page.locator("main")).containsText("[SYN]");
    }

    private void choose(Path... captures) {
        FileChooser chooser = page.waitForFileChooser(() -> page.locator(
                        "vaadin-upload-button:visible", new Page.LocatorOptions().setHasText("Choose captures"))
                .click());
        chooser.setFiles(captures);
    }

    /** What a person does with the mouse and a folder window. */
    private void dropOn(Locator place, Path capture) throws IOException {
        JSHandle dragged = page.evaluateHandle(
                """
                ([name, bytes]) => {
                  const dragged = new DataTransfer();
                  dragged.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
                  return dragged;
                }""",
                List.of(
                        capture.getFileName().toString(),
                        Base64.getEncoder().encodeToString(Files.readAllBytes(capture))));
        place.dispatchEvent("drop", Map.of("dataTransfer", dragged));
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
