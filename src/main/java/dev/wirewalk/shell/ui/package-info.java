/**
 * What all pages share: the header with its navigation, copying to the clipboard, the keys, the pages shown for a wrong
 * address or a failure.
 *
 * <p>Flows in: the pages, which name themselves for the navigation with {@code @Menu}. Flows out: nothing; the pages of the
 * other {@code ui} packages are laid into {@link dev.wirewalk.shell.ui.MainLayout} by the router.
 */
@NullMarked
package dev.wirewalk.shell.ui;

import org.jspecify.annotations.NullMarked;
