package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.HasElement;

/**
 * Makes a component copy to the clipboard when it is clicked. The browser does it alone ({@code copy.js}), because a browser
 * lets a page write to the clipboard only while it handles the click itself.
 */
public final class Copy {
    private Copy() {}

    /**
     * Copies {@code text}.
     *
     * @param shown the element whose text is selected for the user where a browser forbids copying
     */
    public static void text(HasElement button, String text, HasElement shown) {
        String id = shown.getElement().getAttribute("id");
        button.getElement().setAttribute("data-copy", text);
        if (id != null) {
            button.getElement().setAttribute("data-copy-shown", id);
        }
    }

    /** Copies {@code text}, which is not on the page as such. */
    public static void text(HasElement button, String text) {
        button.getElement().setAttribute("data-copy", text);
    }

    /** Copies the address of the page, which holds its whole state. */
    public static void address(HasElement button) {
        button.getElement().setAttribute("data-copy-address", "");
    }
}
