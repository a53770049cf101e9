package dev.wirewalk.build.ui.form;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;

/** A term that no row can hold, such as a test of bytes: shown as its text, changed only in the text form. */
public final class FormText implements FormNode {
    private final Filter filter;

    public FormText(Filter filter) {
        this.filter = filter;
    }

    public Filter filter() {
        return filter;
    }

    public String text() {
        return filter instanceof Filter.Any ? "any packet" : FilterPrinter.print(filter);
    }
}
