package dev.wirewalk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.wirewalk.server.WirewalkServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The running application and a Chromium on it. Each test has a browser profile of its own, may use the clipboard, and fails
 * when the browser reports an error, such as a broken policy or a script that did not load. Skipped where there is no Chromium.
 */
@SpringBootTest(classes = WirewalkServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InBrowser {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final int PATIENCE = 30_000;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext profile;
    private final List<String> browserErrors = new CopyOnWriteArrayList<>();
    private final List<String> foreignRequests = new CopyOnWriteArrayList<>();

    /** The tab of the test. */
    protected Page page;

    @BeforeAll
    void openBrowser() {
        PageBundle.assume();
        // Several builds may share the machine: a slow answer is no wrong answer.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        List<Path> found = CHROMIUM.stream().filter(Files::isExecutable).toList();
        assumeTrue(!found.isEmpty(), "there is no Chromium at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.getFirst())
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openTab() {
        browserErrors.clear();
        foreignRequests.clear();
        profile = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1380, 900).setPermissions(List.of("clipboard-write")));
        page = profile.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                browserErrors.add(message.text());
            }
        });
        page.onPageError(browserErrors::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address("/")) && !request.url().startsWith("data:")) {
                foreignRequests.add(request.url());
            }
        });
    }

    @AfterEach
    void closeTab() {
        profile.close();
        assertThat(browserErrors).as("errors in the browser").isEmpty();
        assertThat(foreignRequests).as("requests that leave this machine").isEmpty();
    }

    /** The full address of a path such as {@code /walk}. */
    protected final String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Makes the browser ask for a dark page, as a system in dark mode does. */
    protected final void preferDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    /** Opens a path and waits until the page stands. */
    protected final void open(String path) {
        page.navigate(address(path));
        page.waitForSelector(".ww-shell main > *");
    }

    /** What is on the clipboard. */
    protected final String clipboard() {
        // The pages may not read it, so it is pasted as a person would do.
        Page other = profile.newPage();
        other.setContent("<textarea></textarea>");
        other.locator("textarea").focus();
        other.keyboard().press("Control+V");
        String pasted = other.locator("textarea").inputValue();
        other.close();
        page.bringToFront();
        return pasted;
    }
}
