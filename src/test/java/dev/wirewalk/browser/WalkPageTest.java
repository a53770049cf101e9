package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"wirewalk.data=target/walk-page", "wirewalk.store.maximum-file=1MB", "wirewalk.store.keep-free=0B"
        })
class WalkPageTest extends InBrowser {
    private static final Path CASE = Path.of("src/test/resources/cases/T1-link_lost-01");

    @TempDir
    Path folder;

    @Test
    void fourCapturesNameTheFailingSegmentAndABadFileDisturbsNothing() throws IOException {
        drawThePathOfTheCase();
        uploadAll();

        assertThat(verdict()).containsText("Fails.");
        assertThat(verdict()).containsText("fw:igb1 → server:eno1");
        assertThat(verdict()).containsText("link_loss");
        assertThat(page.locator(".ww-stretch.failing"))
                .hasAttribute("aria-label", Pattern.compile("fw:igb1 to server:eno1: ✕ lost here.*"));
        assertThat(page.locator(".ww-stretch.fine")).hasCount(2);
        assertThat(page.locator(".ww-questions li[data-answer=yes]").first()).containsText("client_eth0.pcap #");

        Path text = Files.writeString(folder.resolve("x.pcap"), "these are words and no packets\n");
        openPoint("fw:igb0");
        give(text);
        Locator refused = page.locator(".ww-file").filter(new Locator.FilterOptions().setHasText("x.pcap"));
        assertThat(refused).containsText("It is not used.");
        assertThat(page.locator(".ww-file").filter(new Locator.FilterOptions().setHasText("fw_igb0.pcap")))
                .containsText("5 packets");
        assertThat(box("fw:igb0")).containsText("5 packets · ! 1 not used");
        assertThat(verdict()).containsText("fw:igb1 → server:eno1");
    }

    @Test
    void leavingAndReloadingLosesNothingAndAnotherBrowserSeesNothing() throws IOException {
        drawThePathOfTheCase();
        openPoint("client:eth0");
        give(CASE.resolve("client_eth0.pcap"));
        assertThat(verdict()).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Build"))
                .click();
        assertThat(page.locator(".ww-walk")).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Walk"))
                .click();
        assertThat(box("client:eth0")).containsText("5 packets");
        assertThat(verdict()).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/walk\\?path=.+"));
        String link = page.url();
        page.reload();
        assertThat(box("client:eth0")).containsText("5 packets");

        try (BrowserContext stranger = page.context().browser().newContext()) {
            Page other = stranger.newPage();
            other.navigate(address("/walk"));
            assertThat(other.locator(".ww-empty")).isVisible(patient());
            other.navigate(link);
            assertThat(other.locator(".ww-point")).hasCount(4);
            assertThat(other.locator(".ww-point").first()).containsText("no capture yet");
            assertThat(other.locator(".ww-verdict")).hasCount(0);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtItsPlaceBeforeItIsSent() throws IOException {
        open("/walk");
        page.getByText("Start with client").click();
        assertThat(page.getByText("Up to 1 MiB a file")).isVisible();
        Path large = Files.write(folder.resolve("large.pcap"), new byte[(1 << 20) + 1]);
        give(large);

        assertThat(page.locator(".ww-file")).containsText("large.pcap");
        assertThat(page.locator(".ww-refusal")).containsText("larger than 1 MiB");
    }

    @Test
    void filesDroppedOnAPointOfTheStripAreItsFilesAndCanBeDeleted() throws IOException {
        drawThePathOfTheCase();
        byte[] bytes = Files.readAllBytes(CASE.resolve("fw_igb0.pcap"));
        StringBuilder list = new StringBuilder();
        for (byte each : bytes) {
            list.append(each & 0xff).append(',');
        }
        Object transfer = page.evaluateHandle("() => { const t = new DataTransfer();"
                + " t.items.add(new File([new Uint8Array([" + list + "])], 'dropped.pcap')); return t; }");
        box("fw:igb0").dispatchEvent("drop", Map.of("dataTransfer", transfer));
        assertThat(box("fw:igb0")).containsText("5 packets");

        page.getByText("Delete files now").click();
        page.locator("vaadin-confirm-dialog")
                .getByText("Delete files", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(box("fw:igb0")).containsText("no capture yet");
        assertThat(page.locator(".ww-notice")).containsText("All files were deleted.");
    }

    @Test
    void aPathIsDrawnAndMovedByTheKeyboardAlone() {
        open("/walk");
        Locator start = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Start with client.*")));
        start.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ww-point")).hasCount(4);

        box("client").focus();
        page.keyboard().press("Alt+ArrowRight");
        assertThat(page.locator(".ww-point").first()).containsText("fw-in");
        assertThat(box("client")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".ww-panel")).hasCount(0);
        page.keyboard().press("Enter");
        assertThat(page.locator(".ww-panel")).isVisible();
    }

    @Test
    void aWrongPathFileIsSaidWithItsLineAndADamagedLinkToo() {
        open("/walk");
        page.getByText("Load a path file").click();
        page.locator("vaadin-text-area textarea").fill("points:\n  - {name: a, devise: b, files: []}\n");
        page.getByText("Use this path").click();
        assertThat(page.locator("vaadin-text-area")).containsText("Line 2");
        page.keyboard().press("Escape");

        open("/walk?path=broken");
        assertThat(page.locator(".ww-notice")).containsText("cannot be read");
    }

    @Test
    void aLinkToAnotherPathNeverThrowsFilesAwayByItself() throws IOException {
        open("/walk");
        page.getByText("Start with client").click();
        assertThat(page).hasURL(Pattern.compile(".*walk\\?path=.+"));
        String other = page.url();
        drawThePathOfTheCase();
        openPoint("client:eth0");
        give(CASE.resolve("client_eth0.pcap"));
        assertThat(verdict()).isVisible();

        page.navigate(other);
        assertThat(page.locator(".ww-notice")).containsText("another path than the one you have files for");
        assertThat(box("client:eth0")).containsText("5 packets");

        page.getByText("Open the path of the link").click();
        page.locator("vaadin-confirm-dialog")
                .getByText("Replace", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(box("fw-in")).containsText("no capture yet");
        assertThat(box("client:eth0")).hasCount(0);
    }

    @Test
    void theCommandOfAPointIsCopiedAsItIsShown() throws IOException {
        drawThePathOfTheCase();
        openPoint("fw:igb1");
        Locator step = page.locator(".ww-panel .ww-steps li").first();
        step.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("vaadin-notification-card")).containsText("copied");
        assertThat(clipboard())
                .isEqualTo(step.locator("pre").textContent())
                .contains("-i igb1", "host 10.46.152.147 and host 10.102.35.86 and tcp port 80");
    }

    private void drawThePathOfTheCase() throws IOException {
        open("/walk");
        page.getByText(Pattern.compile("Load (a )?path.*"))
                .locator("visible=true")
                .click();
        page.locator("vaadin-text-area textarea").fill(Files.readString(CASE.resolve("path.yaml")));
        page.getByText("Use this path").click();
        assertThat(page.locator(".ww-point")).hasCount(4);
    }

    private void uploadAll() {
        for (String name : new String[] {"client:eth0", "fw:igb0", "fw:igb1", "server:eno1"}) {
            openPoint(name);
            give(CASE.resolve(name.replace(':', '_') + ".pcap"));
            assertThat(box(name)).containsText(Pattern.compile("\\d+ packets"));
        }
    }

    private void openPoint(String name) {
        if (!"true".equals(box(name).getAttribute("aria-expanded"))) {
            box(name).click();
        }
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(name);
    }

    private void give(Path file) {
        FileChooser chooser =
                page.waitForFileChooser(() -> page.getByText("Add captures").click());
        chooser.setFiles(file);
    }

    private Locator box(String name) {
        return page.locator(".ww-point")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".ww-point-name")
                                .getByText(name, new Locator.GetByTextOptions().setExact(true))));
    }

    private Locator verdict() {
        return page.locator(".ww-verdict");
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
