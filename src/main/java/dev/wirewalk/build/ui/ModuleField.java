package dev.wirewalk.build.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wirewalk.build.ui.form.ModuleSelection;
import dev.wirewalk.profile.ModuleTree;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.shell.ui.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Debug modules and their flags: as text, and as a tree that says what each flag prints and how dangerous it is. */
class ModuleField extends Div {
    /** More boxes than this at once are slow to draw and not read. */
    private static final int MOST_FOUND = 60;

    private final TextField text;
    private final ModuleTree tree;
    private final TextField search = new TextField();
    private final Div place = new Div();
    /** Bring what is drawn back into agreement with the text. */
    private final List<Runnable> followers = new ArrayList<>();

    /** @param text the field of the option, whose value is the selection */
    ModuleField(TextField text, ModuleTree tree) {
        this.text = text;
        this.tree = tree;
        setClassName("ww-modules");
        search.setPlaceholder("Search a flag, a module, or what it prints");
        search.setAriaLabel("Search the modules of " + text.getLabel());
        search.setClearButtonVisible(true);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.TIMEOUT);
        search.setValueChangeTimeout(FormView.TYPING_MILLISECONDS);
        search.addValueChangeListener(change -> draw());
        place.setClassName("ww-module-list");
        long flags = tree.modules().stream()
                .mapToLong(module -> module.flags().size())
                .sum();
        Details details = new Details(
                "Choose from " + tree.modules().size() + " modules with " + flags + " flags", search, place);
        details.setClassName("ww-why");
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && place.getComponentCount() == 0) {
                draw();
            }
        });
        text.addValueChangeListener(change -> followers.forEach(Runnable::run));
        add(text, details);
    }

    private void draw() {
        place.removeAll();
        followers.clear();
        String sought = search.getValue().strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty()) {
            tree.modules().forEach(module -> place.add(closed(module)));
            return;
        }
        List<Div> found = tree.modules().stream()
                .flatMap(module -> flags(module)
                        .filter(flag -> matches(module, flag, sought))
                        .map(flag -> line(module, flag, true)))
                .limit(MOST_FOUND + 1L)
                .toList();
        found.stream().limit(MOST_FOUND).forEach(place::add);
        if (found.isEmpty()) {
            place.add(new Paragraph("No module or flag is called so here; the device itself may have more."));
        } else if (found.size() > MOST_FOUND) {
            place.add(new Paragraph("There are more; search for more letters."));
        }
    }

    private Stream<ModuleTree.Flag> flags(ModuleTree.Module module) {
        return Stream.concat(Stream.of(tree.all()), module.flags().stream());
    }

    private static boolean matches(ModuleTree.Module module, ModuleTree.Flag flag, String sought) {
        boolean ofModule = !flag.name().equals(ModuleTree.ALL)
                && module.name().toLowerCase(Locale.ROOT).equals(sought);
        return ofModule
                || flag.name().contains(sought)
                || flag.meaning().toLowerCase(Locale.ROOT).contains(sought);
    }

    private Details closed(ModuleTree.Module module) {
        Span summary = new Span(new Code(module.name()), new Span(" " + module.meaning()));
        Span chosen = mark("", "ww-level yes");
        follow(() -> {
            int count = selection().count(module.name());
            chosen.setText(count == 0 ? "" : " ✓ " + count + " chosen");
        });
        summary.add(chosen);
        if (module.unverified()) {
            summary.add(mark("? not verified", "ww-level unknown"));
        }
        addRisk(summary, module.risk());
        Details details = new Details(summary);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                flags(module).forEach(flag -> details.add(line(module, flag, false)));
                tree.ask(module).ifPresent(command -> details.add(ask(command)));
            }
        });
        return details;
    }

    private Div line(ModuleTree.Module module, ModuleTree.Flag flag, boolean withModule) {
        Checkbox box = new Checkbox();
        follow(() -> box.setValue(selection().has(module.name(), flag.name())));
        Span label = new Span(new Code(withModule ? module.name() + " + " + flag.name() : flag.name()));
        addRisk(label, flag.risk());
        box.setLabelComponent(label);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                text.setValue(selection()
                        .with(module.name(), flag.name(), change.getValue())
                        .text());
            }
        });
        Div line = new Div(box);
        line.setClassName("ww-flag");
        if (!flag.meaning().isEmpty()) {
            Span meaning = new Span(flag.meaning());
            meaning.setClassName("ww-soft");
            line.add(meaning);
        }
        return line;
    }

    private Paragraph ask(String command) {
        Button copy = new Button(command);
        copy.addThemeVariants(ButtonVariant.AURA_TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel("Copy the command that lists the flags: " + command);
        Copy.text(copy, command);
        return new Paragraph(new Span("The device has the last word: "), copy);
    }

    private static void addRisk(Span line, Risk risk) {
        if (risk != Risk.NONE) {
            line.add(mark(CardNotes.glyph(risk) + " " + risk.word(), "ww-level " + CardNotes.colour(risk)));
        }
    }

    private static Span mark(String words, String style) {
        Span mark = new Span(" " + words);
        mark.setClassName(style);
        return mark;
    }

    private void follow(Runnable follower) {
        follower.run();
        followers.add(follower);
    }

    private ModuleSelection selection() {
        return ModuleSelection.of(text.getValue());
    }
}
