package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BuildPageTest extends InBrowser {
    private static final List<String> TOOLS = List.of(
            "tcpdump", "cisco-asa-capture", "checkpoint-fw-monitor", "fortigate-debug-flow", "checkpoint-fw-ctl-debug");

    @Test
    void aFilterBuiltFromRowsIsOnAllFiveCardsOnTheClipboardAndInTheLink() {
        open("/");
        addTerm("host", "10.20.30.40");
        addTerm("port", "80");
        assertThat(filterText()).hasValue("host 10.20.30.40 and port 80");

        assertThat(page.locator(".ww-tool")).hasCount(TOOLS.size());
        for (int i = 0; i < TOOLS.size(); i++) {
            Locator card = page.locator(".ww-tool").nth(i);
            assertThat(card).hasAttribute("id", "card-" + TOOLS.get(i));
            assertThat(card).containsText("10.20.30.40");
            assertThat(card.locator(".ww-badge")).hasText(Pattern.compile("✓ exact|≈ wider"));
        }

        Locator step = page.locator("#card-tcpdump .ww-step").filter(new Locator.FilterOptions().setHasText("start"));
        Locator copy = step.getByRole(AriaRole.BUTTON);
        copy.click();
        assertThat(page.locator("vaadin-notification-card")).containsText("copied");
        assertThat(clipboard()).isEqualTo(step.locator("pre").textContent()).endsWith("'host 10.20.30.40 and port 80'");
        assertThat(copy).isFocused();

        assertThat(page).hasURL(Pattern.compile(".*filter=host%2010\\.20\\.30\\.40%20and%20port%2080"));
        String link = page.url();
        List<String> before = commands();
        page.navigate("about:blank");
        page.navigate(link);
        assertThat(filterText()).hasValue("host 10.20.30.40 and port 80");
        assertThat(page.locator(".ww-term")).hasCount(2);
        assertThat(commands()).isEqualTo(before);
        assertThat(page).hasURL(link);
    }

    @Test
    void typingSaysWhatIsWrongAndLetsNothingOldBeCopied() {
        open("/?filter=host%2010.20.30.40");
        filterText().fill("host 10.20.30.40 and prot 80");
        assertThat(page.locator("#filter-error")).containsText("column 22");
        assertThat(page.locator(".ww-status")).containsText("Not current");
        assertThat(page.locator("#card-tcpdump")).hasJSProperty("inert", true);
        assertThat(page).hasURL(Pattern.compile(".*prot%2080"));

        filterText().fill("host 10.20.30.40 and port 80");
        assertThat(page.locator("#filter-error")).isHidden();
        assertThat(page.locator("#card-tcpdump")).hasJSProperty("inert", false);
        assertThat(page.locator("#card-tcpdump")).containsText("port 80");
    }

    @Test
    void anOptionChangesItsToolAndTheLinkAndAWrongLinkIsSaid() {
        open("/?filter=port%2053");
        page.locator(".ww-options").getByLabel("interface").fill("eth7");
        assertThat(page.locator("#card-tcpdump")).containsText("-i eth7");
        assertThat(page).hasURL(Pattern.compile(".*tcpdump\\.interface=eth7"));

        open("/?filter=port%2053&tcpdump.interface=eth7%3Breboot&colour=red");
        assertThat(page.locator(".ww-notice")).containsText("interface");
        assertThat(page.locator(".ww-notice")).containsText("colour");
        assertThat(page.locator("#card-tcpdump")).not().containsText("reboot");
    }

    @Test
    void theKeysWork() {
        open("/?filter=port%2053");
        page.keyboard().press("/");
        assertThat(filterText()).isFocused();
        page.keyboard().type("c");
        assertThat(filterText()).hasValue("port 53c");
        assertThat(page.locator("#card-tcpdump")).hasJSProperty("inert", true);
        filterText().fill("port 53");
        assertThat(page.locator("#card-tcpdump")).hasJSProperty("inert", false);
        page.locator("#card-tcpdump pre").first().focus();
        page.keyboard().press("c");
        assertThat(page.locator("vaadin-notification-card")).containsText("copied");
        assertThat(clipboard()).contains("'port 53'");
        page.keyboard().press("?");
        assertThat(page.getByText("copy the command in focus")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("copy the command in focus")).isHidden();
    }

    @Test
    void theThemeFollowsTheSystemUntilOneIsChosen() {
        preferDark();
        open("/");
        Locator root = page.locator("html");
        assertThat(root).hasAttribute("data-scheme", "dark");
        page.getByLabel("Light or dark").click();
        assertThat(root).hasAttribute("data-scheme", "light");
        page.reload();
        assertThat(root).hasAttribute("data-scheme", "light");
        assertThat(root).hasCSS("color-scheme", "light");
    }

    @Test
    void theFilterIsStillThereAfterALookAtAnotherPage() {
        open("/?filter=port%2053");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Walk"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/walk.*"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Build"))
                .click();
        assertThat(filterText()).hasValue("port 53");
        assertThat(page).hasURL(Pattern.compile(".*/\\?filter=port%2053"));
    }

    @Test
    void withoutAClipboardTheCommandIsSelected() {
        page.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
        open("/?filter=port%2053");
        Locator step = page.locator("#card-tcpdump .ww-step").first();
        step.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("vaadin-notification-card")).isVisible();
        assertThat(page.evaluate("getSelection().toString()"))
                .isEqualTo(step.locator("pre").textContent());
    }

    private void addTerm(String kind, String value) {
        int before = page.locator(".ww-term").count();
        page.getByLabel("Add a term").first().click();
        Locator row = page.locator(".ww-term").nth(before);
        row.locator(".ww-term-kind").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(kind).setExact(true))
                .click();
        row.locator("input").pressSequentially(value);
    }

    private Locator filterText() {
        return page.locator(".ww-filter-text textarea");
    }

    private List<String> commands() {
        return page.locator(".ww-tool pre").allTextContents();
    }
}
