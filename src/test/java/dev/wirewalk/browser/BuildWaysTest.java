package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ways to the commands of another tool: by rows and groups, by a pasted command, along a path, by keyboard alone. */
class BuildWaysTest extends InBrowser {
    @Test
    void rowsAreGroupedAndNegated() {
        open("/");
        page.getByLabel("Add a term").first().click();
        value(0).pressSequentially("10.20.30.40");
        page.getByLabel("Add a group").first().click();
        value(1).pressSequentially("10.9.9.9");
        page.getByLabel("Add a term").nth(0).click();
        value(2).pressSequentially("10.8.8.8");
        choose(page.locator(".ww-group .ww-group .ww-kind"), "none of");
        assertThat(filterText()).hasValue("host 10.20.30.40 and not (host 10.9.9.9 or host 10.8.8.8)");
        assertThat(page.locator(".ww-sentence")).containsText("10.20.30.40, except");
        assertThat(page.locator("#card-cisco-asa-capture")).containsText("deny ip host 10.9.9.9 any");
        assertThat(page.locator("#card-cisco-asa-capture .ww-badge")).hasText("✓ exact");
    }

    @Test
    void aPastedAsaCaptureBecomesTheFortiGateForm() {
        open("/");
        filterText().fill("""
                        ciscoasa# cap CAPIN interface dmz match tcp host 10.1.1.1 host 10.2.2.2 eq 443
                        ciscoasa# show capture
                        """);
        assertThat(page.locator(".ww-paste")).containsText("Read from Cisco ASA capture");
        assertThat(page.locator(".ww-paste")).containsText("Carries no filter (2)");
        assertThat(filterText()).hasValue(Pattern.compile(".*host 10\\.1\\.1\\.1.*port 443.*"));
        assertThat(page.locator("#card-fortigate-debug-flow")).containsText("diagnose debug flow filter");
        assertThat(page.locator("#card-fortigate-debug-flow")).containsText("10.2.2.2");
        assertThat(page.locator("#card-fortigate-debug-flow .ww-badge")).hasText("✓ exact");
        assertThat(page.locator("#card-cisco-asa-capture")).containsText("interface dmz");

        page.getByText("Undo").click();
        assertThat(filterText()).hasValue(Pattern.compile("ciscoasa# cap.*", Pattern.DOTALL));
    }

    @Test
    void aPastedCommandWithAWordThatIsNotUnderstoodIsPointedAt() {
        open("/?filter=port%2053");
        filterText().fill("tcpdump -ni eth0 host 10.1.1.1 adn port 80");
        assertThat(page.locator(".ww-paste")).containsText(Pattern.compile("tcpdump, line 1, column \\d+"));
        assertThat(page.locator("#card-tcpdump")).hasJSProperty("inert", true);
    }

    @Test
    void anotherReleaseWritesAnotherCommand() {
        open("/?filter=host%2010.1.1.1");
        Locator card = page.locator("#card-cisco-asa-capture");
        assertThat(card).containsText("any4");
        choose(card.locator(".ww-version"), "8.4");
        assertThat(card).not().containsText("any4");
        assertThat(page).hasURL(Pattern.compile(".*cisco-asa-capture\\.version=8\\.4"));
    }

    @Test
    void aToolIsFoundByItsVendorAndItsPartsAreTold() {
        open("/?filter=host%2010.1.1.1");
        page.keyboard().press("t");
        page.keyboard().type("f5");
        assertThat(page.locator(".ww-found li")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".ww-tool").first()).hasAttribute("id", "card-f5-tcpdump");
        Locator card = page.locator("#card-f5-tcpdump");
        card.getByText("What each part does").click();
        assertThat(card.locator("dl").last()).isVisible();
        assertThat(card.locator("vaadin-details").last()).containsText("10.1.1.1");
        assertThat(page).hasURL(Pattern.compile(".*tools=f5-tcpdump%2Ctcpdump.*"));
    }

    @Test
    void aPathOfFourPointsWithTranslationGivesARunBook() {
        open("/?filter=host%20192.0.2.80%20and%20tcp%20port%2080");
        page.getByText("Along a path").click();
        assertThat(page.locator(".ww-point-row vaadin-text-field")).hasCount(12);
        field("Client").fill("10.1.1.1");
        field("Server").fill("192.0.2.80");
        field("Port").fill("80");
        page.getByText("Add a destination NAT").click();
        field("NAT: at device").fill("fw");
        field("NAT: address that clients use").fill("192.0.2.80");
        field("NAT: port").first().fill("80");
        field("NAT: becomes address").fill("10.9.0.80");
        field("NAT: port").last().fill("8080");
        Locator server = page.locator("#point-server");
        assertThat(server).containsText("host 10.9.0.80");
        assertThat(server).containsText("port 8080");
        assertThat(page.locator("#point-client")).containsText("host 192.0.2.80 and tcp port 80");
        page.getByText("Copy run book").click();
        assertThat(page.locator("vaadin-notification-card")).containsText("copied");
        String book = clipboard();
        assertThat(book).contains("# Captures along the path", "wirewalk-fw-in", "wirewalk-server");
        assertThat(book.indexOf("-w /tmp/wirewalk-server"))
                .as("the server starts before the client")
                .isBetween(0, book.indexOf("-w /tmp/wirewalk-client"));
        page.reload();
        assertThat(page.locator("#point-server")).containsText("port 8080");
    }

    @Test
    void aFilterIsBuiltAndItsCommandCopiedByKeyboardAlone() {
        open("/");
        tabTo("Add a term");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ww-term")).hasCount(1);
        tabTo("Value");
        page.keyboard().type("10.20.30.40");
        assertThat(filterText()).hasValue("host 10.20.30.40");
        page.locator("#card-tcpdump").waitFor();
        tabTo("Copy the start command");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-notification-card")).containsText("copied");
        assertThat(clipboard()).startsWith("tcpdump ").endsWith("'host 10.20.30.40'");
    }

    /** Presses Tab until the focus is on something of that name. */
    private void tabTo(String name) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            String focused = (String) page.evaluate("""
                    () => {
                      const at = document.activeElement;
                      const labels = (at?.getAttribute('aria-labelledby') ?? '').split(' ')
                          .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
                      return (at?.getAttribute('aria-label') ?? '') + labels
                          + (at?.closest('vaadin-text-field')?.getAttribute('accessible-name') ?? '');
                    }
                    """);
            if (focused.contains(name)) {
                return;
            }
        }
        throw new AssertionError("Tab never reached " + name);
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator value(int row) {
        return page.locator(".ww-term").nth(row).locator("input");
    }

    private void choose(Locator select, String word) {
        select.click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(word).setExact(true))
                .click();
    }

    private Locator filterText() {
        return page.locator(".ww-filter-text textarea");
    }
}
