/** The pages in a real browser: {@link dev.wirewalk.browser.InBrowser} starts both, the tests do what a person does. */
@NullMarked
package dev.wirewalk.browser;

import org.jspecify.annotations.NullMarked;
