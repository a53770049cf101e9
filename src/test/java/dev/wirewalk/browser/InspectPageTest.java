package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.wirewalk.capture.FieldRow;
import dev.wirewalk.capture.Tshark;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"wirewalk.data=target/inspect-page", "wirewalk.store.keep-free=0B"})
class InspectPageTest extends InBrowser {
    private static final Path CAPTURE = Path.of("src/main/resources/dev/wirewalk/inspect/ui/sample.pcap");

    @TempDir
    Path folder;

    @Test
    void aCaptureIsSortedFilteredAndOpenedDownToOnePacket() {
        openCapture();
        assertThat(page.locator(".ww-findings")).containsText("shop.exampel");
        assertThat(page.locator(".ww-findings")).containsText("198.51.100.20:8443");

        assertThat(servers()).hasCount(5);
        assertThat(servers().first()).hasText("198.51.100.20:80");
        header("begins").click();
        assertThat(servers().first()).hasText("192.0.2.53:53");

        Locator filter = page.getByLabel("Only conversations with");
        page.keyboard().press("/");
        assertThat(filter).isFocused();
        page.keyboard().type("tcp port 8443");
        assertThat(servers()).hasCount(3);
        assertThat(page.locator(".ww-conversations")).containsText("3 of 5");
        filter.fill("tcp prot 8443");
        assertThat(page.locator("#conversation-filter-error")).containsText("column 5");

        page.locator(".ww-findings .ww-finding-frames button").first().click();
        assertThat(page.locator(".ww-packets")).isVisible();
        assertThat(page.locator(".ww-packet .ww-hex")).containsText("000000");
        assertThat(page.locator(".ww-packet")).containsText("IPv4 Header");
        assertThat(page).hasURL(Pattern.compile(".*/inspect\\?file=\\w+&frame=\\d+"));
        page.reload();
        assertThat(page.locator(".ww-packet .ww-hex")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".ww-packet")).not().isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/inspect\\?file=\\w+"));
    }

    @Test
    void aRowIsOpenedByTheKeyboardAndItsStreamFollowed() {
        openCapture();
        page.keyboard().press("/");
        for (int i = 0; i < 6 && !inRows(); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".ww-packets h2")).containsText("192.0.2.10:50312 → 198.51.100.20:80");
        assertThat(page.locator(".ww-packets")).containsText("retransmission");

        button("Follow stream").click();
        Locator dialog = page.locator(".ww-turns");
        assertThat(dialog.locator(".ww-turn")).hasCount(2);
        assertThat(dialog.locator(".ww-turn.client")).containsText("GET /basket HTTP/1.1");
        assertThat(dialog.locator(".ww-turn.server")).containsText("← server");
        page.getByText("hexadecimal").click();
        assertThat(dialog.locator(".ww-turn.client")).containsText("47 45 54 20 2f 62 61 73");
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    @Test
    void whatIsChosenIsExportedToItsOwnSessionOnly() {
        Tshark.assumeInstalled();
        openCapture();
        page.getByLabel("Only conversations with").fill("port 8443");
        assertThat(servers()).hasCount(3);
        Locator link = page.getByText("Export these as pcapng");
        Path saved = folder.resolve("exported.pcapng");
        Download download = page.waitForDownload(link::click);
        assertThat(download.suggestedFilename()).isEqualTo("sample-conversations.pcapng");
        download.saveAs(saved);
        List<FieldRow> frames = Tshark.fields(saved, List.of("tcp.dstport", "tcp.flags.reset"));
        assertThat(frames).hasSize(6);

        String address = address("/" + link.getAttribute("href"));
        APIResponse own = page.request().get(address);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.headers()).containsEntry("cache-control", "no-store");
        try (BrowserContext stranger = page.context().browser().newContext()) {
            assertThat(stranger.request().get(address).headers().getOrDefault("content-disposition", ""))
                    .doesNotContain("pcapng");
        }
    }

    @Test
    void theEmptyPageOpensASample() {
        open("/inspect");
        button("Open a sample").click();
        assertThat(page.locator(".ww-facts")).containsText("sample.pcap");
        assertThat(page.locator(".ww-findings .ww-finding").first()).isVisible();
    }

    private void openCapture() {
        open("/inspect");
        FileChooser chooser =
                page.waitForFileChooser(() -> button("Add captures").click());
        chooser.setFiles(CAPTURE);
        assertThat(page.locator(".ww-facts")).containsText("sample.pcap");
        assertThat(servers().first()).isVisible();
    }

    /** The third column of all rows that are shown. */
    private Locator servers() {
        return page.locator(".ww-conversations vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("^(198\\.51\\.100\\.20|192\\.0\\.2\\.53):\\d+$"))
                        .setVisible(true));
    }

    /** Whether the focus is on a row of a list. */
    private boolean inRows() {
        return Boolean.TRUE.equals(
                page.evaluate("() => Boolean(document.activeElement?.shadowRoot?.activeElement?.closest('tbody'))"));
    }

    private Locator header(String title) {
        return page.locator(".ww-conversations vaadin-grid-sorter")
                .filter(new Locator.FilterOptions().setHasText(title));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
