package dev.wirewalk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"wirewalk.data=target/inspect-page", "wirewalk.store.keep-free=0B"})
class InspectPageTest extends InBrowser {
    @Test
    void theEmptyPageOpensASample() {
        open("/inspect");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Open a sample").setExact(true))
                .click();
        assertThat(page.locator(".ww-facts")).containsText("sample.pcap");
        assertThat(page.locator(".ww-findings .ww-finding").first()).isVisible();
    }
}
