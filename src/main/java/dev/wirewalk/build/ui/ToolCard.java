package dev.wirewalk.build.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.ExplainedPlan;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.shell.ui.Copy;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands of one tool. */
class ToolCard extends Article {
    /** Told what a person does with the card. */
    interface Listener {
        void version(ToolProfile tool, String version);

        void focus(ToolProfile tool);
    }

    /** Told where a person wants the card. */
    interface Placing {
        /** @param steps down the page; negative is up */
        void move(int steps);

        void remove();
    }

    private final ToolProfile tool;
    private final Span badge = new Span();
    private final Button copyAll = new Button("Copy all");
    private final Select<String> version = new Select<>();
    private final Div body = new Div();
    private final MenuBar place = new MenuBar();
    private final MenuItem placing = place.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    private final PartsView parts = new PartsView();
    private Optional<CapturePlan> shown = Optional.empty();
    private boolean following;

    ToolCard(ToolProfile tool, Listener listener, Placing placing) {
        this.tool = tool;
        setId("card-" + tool.id());
        setClassName("ww-card ww-tool");
        H3 name = new H3(tool.name());
        name.setId("name-" + tool.id());
        getElement().setAttribute("aria-labelledby", "name-" + tool.id());
        badge.setClassName("ww-badge");
        copyAll.getElement().setAttribute("data-copy-what", "All steps of " + tool.name());
        copyAll.setAriaLabel("Copy all steps of " + tool.name());
        copyAll.addThemeVariants(ButtonVariant.SMALL);
        Button options = new Button(VaadinIcon.SLIDERS.create(), click -> listener.focus(tool));
        options.addThemeVariants(ButtonVariant.AURA_TERTIARY, ButtonVariant.SMALL);
        options.setAriaLabel("Options of " + tool.name());
        options.setTooltipText("Options of " + tool.name());
        Div head = new Div(name, versions(listener), badge, options, placing(placing), copyAll);
        head.setClassName("ww-tool-head");
        body.setClassName("ww-tool-body");
        add(head, body);
    }

    private Component versions(Listener listener) {
        if (tool.versions().size() == 1) {
            Span only = new Span(tool.versions().getFirst());
            only.setClassName("ww-soft");
            return only;
        }
        version.setItems(tool.versions());
        version.setAriaLabel("Version of " + tool.name());
        version.setClassName("ww-version");
        version.addValueChangeListener(change -> {
            if (!following) {
                listener.version(tool, change.getValue());
            }
        });
        return version;
    }

    private MenuBar placing(Placing told) {
        place.addThemeVariants(MenuBarVariant.AURA_TERTIARY, MenuBarVariant.SMALL);
        placing.setAriaLabel("Place of the card of " + tool.name());
        placing.getSubMenu().addItem("Move to the top", _ -> told.move(Integer.MIN_VALUE / 2));
        placing.getSubMenu().addItem("Move up", _ -> told.move(-1));
        placing.getSubMenu().addItem("Move down", _ -> told.move(1));
        placing.getSubMenu().addItem("Take off the page", _ -> told.remove());
        return place;
    }

    /** The menu that moves the card. */
    MenuItem placing() {
        return placing;
    }

    /** Brings the card into sight and the keyboard to it. */
    void reveal() {
        getElement().setAttribute("tabindex", "-1");
        getElement().executeJs("this.scrollIntoView({block: 'nearest'}); this.focus({preventScroll: true})");
    }

    ToolProfile tool() {
        return tool;
    }

    void setFocused(boolean focused) {
        setClassName("ww-focused", focused);
    }

    /** Shows a plan; what is shown already stays untouched, and with it a selection or focus in it. */
    void show(CapturePlan plan, Supplier<ExplainedPlan> explained) {
        if (shown.equals(Optional.of(plan))) {
            return;
        }
        shown = Optional.of(plan);
        parts.follow(explained);
        follow(plan.version());
        PlanBody.badge(badge, plan.coverage());
        body.removeAll();
        CardText text = new CardText(tool, plan);
        PlanBody.fill(body, tool.id(), plan);
        if (!plan.steps().isEmpty()) {
            body.add(parts);
        }
        copyAll.setVisible(!plan.steps().isEmpty());
        Copy.text(copyAll, text.everything());
    }

    /** Instead of commands: a setting of this tool is wrong. */
    void refuse(String sentence, String chosenVersion) {
        shown = Optional.empty();
        follow(chosenVersion);
        badge.setClassName("ww-badge no");
        badge.setText("✕ option");
        body.removeAll();
        Paragraph reason = new Paragraph("No commands: " + sentence + ".");
        reason.setClassName("ww-note no");
        body.add(reason);
        copyAll.setVisible(false);
    }

    /** Commands that are not for what is typed now can be seen but not copied. */
    void setStale(boolean stale) {
        setClassName("ww-stale", stale);
        getElement().setProperty("inert", stale);
    }

    private void follow(String chosenVersion) {
        following = true;
        if (tool.versions().size() > 1) {
            version.setValue(chosenVersion);
        }
        following = false;
    }
}
