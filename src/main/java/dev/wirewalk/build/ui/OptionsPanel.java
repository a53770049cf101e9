package dev.wirewalk.build.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The options of the tool in focus, as its profile lists them. */
class OptionsPanel extends Section {
    /** Told after every change. */
    interface Listener {
        void focus(ToolProfile tool);

        void option(ToolProfile tool, String name, String value);
    }

    private final Listener listener;
    private final Select<ToolProfile> choice = new Select<>();
    private final Paragraph summary = new Paragraph();
    private final Div fields = new Div();
    private final Div flags = new Div();
    private boolean following;

    OptionsPanel(List<ToolProfile> tools, Listener listener) {
        this.listener = listener;
        setClassName("ww-card");
        choice.setItems(tools);
        choice.setItemLabelGenerator(ToolProfile::name);
        choice.setAriaLabel("Tool whose options are shown");
        choice.addValueChangeListener(change -> {
            if (!following) {
                listener.focus(change.getValue());
            }
        });
        Div head = new Div(new H2("Options of"), choice);
        head.setClassName("ww-head");
        summary.setClassName("ww-soft ww-summary");
        fields.setClassName("ww-options");
        flags.setClassName("ww-flags");
        add(head, summary, fields, flags);
    }

    void show(ToolProfile tool, BuildState state) {
        following = true;
        choice.setValue(tool);
        following = false;
        summary.setText(tool.summary());
        fields.removeAll();
        flags.removeAll();
        String version = state.value(tool, ToolProfile.VERSION);
        for (ToolOption option : tool.options()) {
            Component field = withPresets(option, field(tool, option, state.value(tool, option.name())));
            boolean there =
                    option.since().map(since -> tool.atLeast(version, since)).orElse(true);
            field.getElement().setEnabled(there);
            (option.type() instanceof OptionType.Flag ? flags : fields).add(field);
        }
        fields.setVisible(fields.getComponentCount() > 0);
        flags.setVisible(flags.getComponentCount() > 0);
    }

    private Component field(ToolProfile tool, ToolOption option, String value) {
        return switch (option.type()) {
            case OptionType.Flag flag -> flag(tool, option, flag, value);
            case OptionType.Choice choices -> choice(tool, option, choices, value);
            case OptionType.WholeNumber _ -> number(text(tool, option, value));
            case OptionType.Identifier _, OptionType.InterfaceName _, OptionType.FileName _, OptionType.Word _ ->
                text(tool, option, value);
            case OptionType.ServerAddress _, OptionType.Address _, OptionType.Letters _ -> text(tool, option, value);
            case OptionType.Modules(var tree) -> {
                ModuleField modules = new ModuleField(text(tool, option, value), tree);
                modules.addClassName("ww-wide");
                yield modules;
            }
        };
    }

    /** Offers the values that are worth offering under the field. */
    private static Component withPresets(ToolOption option, Component field) {
        Optional<TextField> text = field instanceof TextField plain
                ? Optional.of(plain)
                : field.getChildren()
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .findFirst();
        if (option.presets().isEmpty() || text.isEmpty()) {
            return field;
        }
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.AURA_TERTIARY, MenuBarVariant.SMALL);
        MenuItem item = menu.addItem("Presets of " + option.name().replace('-', ' '));
        option.presets()
                .forEach(preset -> item.getSubMenu()
                        .addItem(preset.name(), click -> text.get().setValue(preset.value())));
        Div both = new Div(field, menu);
        both.setClassName("ww-preset ww-wide");
        return both;
    }

    private Checkbox flag(ToolProfile tool, ToolOption option, OptionType.Flag flag, String value) {
        Checkbox box = new Checkbox(value.equals(OptionType.Flag.ON));
        Span label = new Span(label(option) + " ");
        if (!flag.writes().isBlank()) {
            label.add(new Code(flag.writes()));
        }
        box.setLabelComponent(label);
        box.setTooltipText(help(option));
        box.addValueChangeListener(change ->
                listener.option(tool, option.name(), change.getValue() ? OptionType.Flag.ON : OptionType.Flag.OFF));
        return box;
    }

    private Select<String> choice(ToolProfile tool, ToolOption option, OptionType.Choice choices, String value) {
        Select<String> select = new Select<>();
        select.setLabel(label(option));
        select.setItems(choices.values());
        if (!option.required()) {
            select.setEmptySelectionAllowed(true);
            select.setEmptySelectionCaption("left out");
        }
        if (choices.values().contains(value)) {
            select.setValue(value);
        }
        select.setTooltipText(help(option));
        select.addValueChangeListener(
                change -> listener.option(tool, option.name(), change.getValue() == null ? "" : change.getValue()));
        return select;
    }

    private TextField text(ToolProfile tool, ToolOption option, String value) {
        TextField field = MachineText.in(new TextField(label(option)));
        field.setValue(value);
        field.setTooltipText(help(option));
        field.setPlaceholder(option.required() ? "" : "left out");
        field.setRequiredIndicatorVisible(option.required());
        check(field, option);
        field.addValueChangeListener(change -> {
            check(field, option);
            listener.option(tool, option.name(), change.getValue());
        });
        return field;
    }

    private static TextField number(TextField field) {
        field.setAllowedCharPattern("[0-9]");
        field.getElement().setAttribute("inputmode", "numeric");
        field.addClassName("ww-number");
        return field;
    }

    private static void check(TextField field, ToolOption option) {
        String value = field.getValue();
        boolean wrong = value.isEmpty() ? option.required() : !option.type().admits(value);
        field.setInvalid(wrong);
        field.setErrorMessage(wrong ? "takes " + option.type().rule() : "");
    }

    private static String label(ToolOption option) {
        String name = option.name().replace('-', ' ');
        String doubt = option.unverified().isEmpty() ? "" : " ?";
        return (option.unit().isEmpty() ? name : name + " (" + option.unit() + ")") + doubt;
    }

    private static String help(ToolOption option) {
        String rule = option.type() instanceof OptionType.Flag
                ? ""
                : " Takes " + option.type().rule() + ".";
        String since = option.since().map(version -> " Since " + version + ".").orElse("");
        String doubts = option.unverified().stream()
                .map(sentence -> " Not verified: " + sentence)
                .collect(Collectors.joining());
        return option.meaning() + rule + since + doubts;
    }
}
