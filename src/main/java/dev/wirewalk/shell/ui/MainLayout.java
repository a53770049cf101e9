package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The slim header and the place below it. Every route is laid into it; a page with {@code @Menu} is in its navigation. */
@Layout
@JsModule("context://wirewalk/copy.js")
@JsModule("context://wirewalk/keys.js")
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Main page = new Main();
    private final List<Anchor> links = new ArrayList<>();
    private Map<String, String> pageKeys = Map.of();

    public MainLayout() {
        setClassName("ww-shell");
        page.setClassName("ww-page");
        add(header(), page);
    }

    private Header header() {
        Span name = new Span(new SvgIcon("wirewalk/mark.svg"), new Span("Wirewalk"));
        name.setClassName("ww-name");
        Nav navigation = new Nav();
        navigation.setAriaLabel("Pages");
        MenuConfiguration.getMenuEntries().stream()
                .sorted(Comparator.comparing(MainLayout::order))
                .map(MainLayout::link)
                .forEach(link -> {
                    links.add(link);
                    navigation.add(link);
                });
        Div tools = new Div(copyLink(), keys(), theme());
        tools.setClassName("ww-tools");
        return new Header(name, navigation, tools);
    }

    private static double order(MenuEntry entry) {
        return entry.order() == null ? Double.MAX_VALUE : entry.order();
    }

    private static Anchor link(MenuEntry entry) {
        String path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        Anchor link = new Anchor(path, entry.title());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Button copyLink() {
        Button button = new Button("Copy link", VaadinIcon.LINK.create());
        button.setClassName("ww-copy-link");
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        Copy.address(button);
        return button;
    }

    private Button keys() {
        Button button = iconButton(VaadinIcon.KEYBOARD_O.create(), "Keys (?)");
        button.getElement().setAttribute("data-key", "?");
        button.addClickListener(click -> new KeysDialog(pageKeys).open());
        return button;
    }

    private static Button theme() {
        Button button = iconButton(new Span(VaadinIcon.MOON_O.create(), VaadinIcon.SUN_O.create()), "Light or dark");
        button.setClassName("ww-theme");
        button.getElement().setAttribute("data-theme-toggle", "");
        return button;
    }

    private static Button iconButton(Component icon, String name) {
        Button button = new Button(icon);
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.setAriaLabel(name);
        Tooltip.forComponent(button).setText(name);
        return button;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        page.removeAll();
        if (content != null) {
            page.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = event.getLocation().getPath();
        for (Anchor link : links) {
            Element element = link.getElement();
            if (link.getHref().equals(here)) {
                element.setAttribute("aria-current", "page");
            } else {
                element.removeAttribute("aria-current");
            }
        }
        pageKeys = event.getActiveChain().getFirst() instanceof HasKeys view ? view.keys() : Map.of();
    }
}
