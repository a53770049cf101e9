package dev.wirewalk.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
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
import dev.wirewalk.filter.FilterSentence;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.shell.ui.Copy;
import dev.wirewalk.shell.ui.TextError;
import java.util.Map;

/** The filter in its two views, rows and text. Whichever was changed last rules; the other follows as soon as it can be read. */
public final class FilterPanel extends Section {
    /** Told after every change. */
    public interface Listener {
        /** @param text the text that brings this filter back */
        void filter(Filter filter, String text);

        /**
         * What is typed is no filter now.
         *
         * @param text what the link should hold: the text typed, or that of the last filter when a row is wrong
         */
        void noFilter(String problem, String text);

        /** A pasted command of a tool told these options beside the filter. */
        default void options(ToolProfile tool, Map<String, String> options) {}
    }

    /** As many letters at once are pasted, not typed. */
    private static final int PASTED = 6;

    private static final String LABEL = "As text, in the language of tcpdump; or paste a command of any tool";

    private final Desk desk;
    private final Listener listener;
    private final FormView formView = new FormView(this::formChanged);
    private final TextArea text = new TextArea(LABEL);
    private final TextError error = new TextError(text, "filter-error");
    private final Paragraph sentence = new Paragraph();
    private final Button copy = new Button("Copy");
    private FilterForm form = FilterForm.of(Filter.ANY);
    private final PasteNotice paste = new PasteNotice(new PasteNotice.Listener() {
        @Override
        public void readAs(ToolProfile tool) {
            take(desk.read(tool, pasted));
        }

        @Override
        public void undo() {
            load(pasted);
        }
    });
    private String pasted = "";
    private String before = "";
    private boolean following;

    public FilterPanel(Desk desk, Listener listener) {
        this.desk = desk;
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
        sentence.setClassName("ww-soft ww-sentence");
        add(head, formView, line, error, sentence, paste);
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
    public void load(String filter) {
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
            paste.clear();
            tell(filter);
            listener.filter(filter, typed);
        } catch (FilterSyntaxException wrong) {
            if (!readAsCommand(typed)) {
                error.show(typed, String.valueOf(wrong.getMessage()), wrong.column());
                formView.setStale(true);
                listener.noFilter("the filter text cannot be read at column " + wrong.column(), typed);
            }
        }
        before = typed;
    }

    /** Whether the text is a command of a tool, which then is the filter, or is told about. */
    private boolean readAsCommand(String typed) {
        return switch (desk.recognise(typed)) {
            case Pasted.Unknown _ -> {
                paste.clear();
                yield false;
            }
            case Pasted.Command command
            when typed.length() >= before.length() + PASTED -> {
                pasted = typed;
                take(command);
                yield true;
            }
            case Pasted.Command command -> {
                pasted = typed;
                paste.offer(command);
                yield false;
            }
            case Pasted.NotUnderstood problem -> {
                paste.showProblem(problem);
                error.clear();
                formView.setStale(true);
                listener.noFilter(
                        "the command cannot be read at line " + problem.line() + ", column " + problem.column(), typed);
                yield true;
            }
        };
    }

    private void take(Pasted read) {
        switch (read) {
            case Pasted.Command command -> {
                listener.options(command.tool(), command.read().options());
                load(FilterPrinter.print(command.read().filter()));
                paste.showRead(command);
            }
            case Pasted.NotUnderstood problem -> paste.showProblem(problem);
            case Pasted.Unknown _ -> paste.clear();
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
        paste.clear();
        tell(reading.filter());
        listener.filter(reading.filter(), written);
    }

    private void tell(Filter filter) {
        sentence.setText("Selects " + FilterSentence.of(filter) + ".");
    }

    /** Shows a text that nobody typed here. */
    private void follow(String shown) {
        following = true;
        text.setValue(shown);
        following = false;
    }
}
