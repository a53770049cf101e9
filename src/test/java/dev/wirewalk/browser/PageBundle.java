package dev.wirewalk.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The browser's side of Vaadin, which the build step {@code build-frontend} lays into the classes. */
public final class PageBundle {
    private PageBundle() {}

    /** Skips the test where that step was left out ({@code -Dvaadin.skip}). */
    public static void assume() {
        assumeTrue(
                PageBundle.class.getResource("/META-INF/VAADIN/webapp/index.html") != null,
                "the pages were not bundled: run without -Dvaadin.skip");
    }
}
