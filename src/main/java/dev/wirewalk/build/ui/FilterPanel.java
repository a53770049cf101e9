package dev.wirewalk.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wirewalk.build.ui.form.FilterForm;
import dev.wirewalk.build.ui.form.Preset;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.shell.ui.Copy;

/** The filter in its two views, rows and text. Whichever was changed last rules; the other follows as soon as it can be read. */
class FilterPanel extends Section {
    /** Told after every change. */
    interface Listener {
        /** @param text the text that brings this filter back */
        void filter(Filter filter, String text);

        /**
         * What is typed is no filter now.
         *
         * @param text what the link should hold: the text typed, or that of the last filter when a row is wrong
         */
        void noFilter(String problem, String text);
    }

    private static final String LABEL = "As text, in the language of tcpdump";

    private final Listener listener;
    private final FormView formView = new FormView(this::formChanged);
    private final TextArea text = new TextArea(LABEL);
    private final TextError error = new TextError(text);
    private final Button copy = new Button("Copy");
    private FilterForm form = FilterForm.of(Filter.ANY);
    private boolean following;

    FilterPanel(Listener listener) {
        this.listener = listener;
        setClassName("ww-card");
        Div head = new Div(new H2("What to catch"), presets());
        head.setClassName("ww-head");
        text.setClassName("ww-filter-text");
        text.setWidthFull();
        text.setMinRows(1);
        text.setMaxRows(5);
        text.setManualValidation(true);
        text.setPlaceholder("every packet");
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(FormView.TYPING_MILLISECONDS);
        text.getElement().setAttribute("data-key", "/");
        text.getElement().setAttribute("spellcheck", "false");
        text.getElement().setAttribute("autocapitalize", "off");
        text.addValueChangeListener(change -> {
            if (!following) {
                textChanged();
            }
        });
        copy.getElement().setAttribute("data-copy-what", "Filter");
        copy.setAriaLabel("Copy the filter text");
        Div line = new Div(text, copy);
        line.setClassName("ww-filter-line");
        add(head, formView, line, error);
        formView.show(form);
    }

    private MenuBar presets() {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
        MenuItem item = menu.addItem("Presets");
        Preset.DAILY.forEach(preset -> item.getSubMenu().addItem(preset.name(), click -> load(preset.filter())));
        return menu;
    }

    /** Replaces the filter by this text, right or wrong, and tells the listener. */
    final void load(String filter) {
        follow(filter);
        textChanged();
    }

    private void textChanged() {
        String typed = text.getValue();
        copy.getElement().setAttribute("data-copy", typed);
        text.setLabel(LABEL);
        try {
            Filter filter = FilterParser.parse(typed);
            error.clear();
            form = FilterForm.of(filter);
            formView.show(form);
            formView.setStale(false);
            listener.filter(filter, typed);
        } catch (FilterSyntaxException wrong) {
            error.show(typed, wrong);
            formView.setStale(true);
            listener.noFilter("the filter text cannot be read at column " + wrong.column(), typed);
        }
    }

    private void formChanged() {
        FilterForm.Reading reading = form.read();
        formView.setStale(false);
        formView.mark(reading.problems());
        formView.teach(form);
        error.clear();
        if (!reading.complete()) {
            text.setLabel("As text, before the row that is incomplete");
            listener.noFilter(
                    String.join(
                            "; ",
                            reading.problems().values().stream().distinct().toList()),
                    text.getValue());
            return;
        }
        String written = FilterPrinter.print(reading.filter());
        text.setLabel(LABEL);
        follow(written);
        Copy.text(copy, written);
        listener.filter(reading.filter(), written);
    }

    /** Shows a text that nobody typed here. */
    private void follow(String shown) {
        following = true;
        text.setValue(shown);
        following = false;
    }
}
