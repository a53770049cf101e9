package dev.wirewalk.build.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every tool without a card, by vendor, behind a search; choosing one gives it a card. */
class ToolFinder extends Div {
    private final Consumer<ToolProfile> chosen;
    private final TextField search = new TextField();
    private final Div results = new Div();
    private final Details list = new Details("", results);
    private List<ToolProfile> offered = List.of();

    ToolFinder(Consumer<ToolProfile> chosen) {
        this.chosen = chosen;
        setClassName("ww-finder");
        search.setAriaLabel("Search a tool by name or vendor");
        search.setClearButtonVisible(true);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.getElement().setAttribute("data-key", "t");
        search.setValueChangeMode(ValueChangeMode.TIMEOUT);
        search.setValueChangeTimeout(FormView.TYPING_MILLISECONDS);
        search.addValueChangeListener(change -> {
            list.setOpened(!change.getValue().isBlank() || list.isOpened());
            showResults();
        });
        search.addKeyPressListener(Key.ENTER, _ -> found().limit(1).toList().forEach(this::choose));
        list.setClassName("ww-why");
        results.setClassName("ww-found");
        add(search, list);
    }

    /** @param tools those that can be chosen */
    void offer(List<ToolProfile> tools) {
        offered = tools;
        search.setPlaceholder("Search " + tools.size() + " more tools by name or vendor");
        list.setSummaryText("More tools (" + tools.size() + ")");
        setVisible(!tools.isEmpty());
        showResults();
    }

    private Stream<ToolProfile> found() {
        List<String> words =
                List.of(search.getValue().toLowerCase(Locale.ROOT).trim().split("\\s+"));
        return offered.stream().filter(tool -> {
            String text = (tool.name() + " " + tool.vendor() + " " + tool.id() + " " + tool.summary())
                    .toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        });
    }

    private void showResults() {
        results.removeAll();
        Map<String, List<ToolProfile>> byVendor =
                found().collect(Collectors.groupingBy(ToolProfile::vendor, TreeMap::new, Collectors.toList()));
        byVendor.forEach((vendor, tools) -> {
            UnorderedList entries = new UnorderedList();
            tools.forEach(tool -> entries.add(entry(tool)));
            results.add(new Div(new H3(vendor), entries));
        });
        if (byVendor.isEmpty()) {
            results.add(new Paragraph("No tool is called so. Search a vendor, or a word of what the tool shows."));
        }
    }

    private ListItem entry(ToolProfile tool) {
        Button add = new Button(tool.name(), VaadinIcon.PLUS.create(), click -> choose(tool));
        add.addThemeVariants(ButtonVariant.AURA_TERTIARY, ButtonVariant.SMALL);
        add.setAriaLabel("Add a card for " + tool.name());
        Span summary = new Span(tool.summary());
        summary.setClassName("ww-soft");
        return new ListItem(add, summary);
    }

    private void choose(ToolProfile tool) {
        search.clear();
        chosen.accept(tool);
    }
}
