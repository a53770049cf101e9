package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.Investigation;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The path: its strip, the point that is open, the flow to follow, and what can be done with the path as a whole. */
final class PathCard extends Section {
    private final transient Investigation investigation;
    private final transient PointPlans plans;
    private final transient List<ToolProfile> tools;
    private final PointUploads uploads;
    private final String promise;
    private final transient ToInspect inspect;
    private final PathStrip strip;
    private final H2 title = new H2();
    private final Details flowDetails = new Details();
    private final FlowFields flow;
    private final Button deleteFiles = new Button("Delete files now", VaadinIcon.TRASH.create());
    private final Div panelPlace = new Div();
    private Optional<PointPanel> panel = Optional.empty();

    PathCard(
            Investigation investigation,
            PointUploads uploads,
            ToolCatalogue catalogue,
            String promise,
            ToInspect inspect) {
        this.investigation = investigation;
        this.uploads = uploads;
        this.promise = promise;
        this.inspect = inspect;
        plans = new PointPlans(catalogue);
        tools = catalogue.usable().profiles();
        strip = new PathStrip(uploads, this::toggle);
        flow = new FlowFields(draft -> investigation.change(path -> path.withFlow(draft)));
        addClassNames("ww-card", "ww-path");
        getElement().setAttribute("aria-label", "Path");
        flowDetails.addClassName("ww-flow-details");
        flowDetails.add(flow);
        flowDetails.setOpened(investigation.state().found().isEmpty());
        Div scrolling = new Div(strip);
        scrolling.addClassNames("ww-scrolling", "ww-strip-place");
        add(head(), scrolling, panelPlace, flowDetails);
    }

    private Div head() {
        Button addPoint = new Button("Point", VaadinIcon.PLUS.create(), click -> addPoint());
        addPoint.setAriaLabel("Add a point at the end of the path");
        Button load = new Button("Load path", VaadinIcon.FILE_TEXT_O.create(), click -> loadPath());
        Button anew = new Button("Start anew", VaadinIcon.REFRESH.create(), click -> startAnew());
        deleteFiles.addClickListener(click -> confirm(
                "Delete all files now?",
                "All captures of this session are removed from the server. The path stays.",
                "Delete files",
                investigation::deleteFiles));
        Div buttons = new Div(addPoint, load, deleteFiles, anew);
        buttons.addClassNames("ww-row", "ww-path-tools");
        List.of(addPoint, load, deleteFiles, anew)
                .forEach(button -> button.addThemeVariants(ButtonVariant.AURA_TERTIARY));
        Div head = new Div(title, buttons);
        head.setClassName("ww-panel-head");
        return head;
    }

    void show(InvestigationState state) {
        title.setText("Path" + summary(state));
        deleteFiles.setVisible(state.hasFiles());
        flowDetails.setSummaryText(
                "Flow to follow" + (state.draft().flow().picked() ? ": the one that fails most" : ""));
        flow.show(state.draft().flow(), state.checked());
        panel.filter(open -> state.draft().point(open.point()).isEmpty()).ifPresent(gone -> close());
        strip.show(state, panel.map(PointPanel::point).orElse(""));
        panel.ifPresent(open -> open.show(state));
    }

    private static String summary(InvestigationState state) {
        return state.checked()
                .path()
                .flatMap(path -> path.flow())
                .map(flow -> " · " + flow.protocol().word().toUpperCase(Locale.ROOT) + " " + flow.client() + " → "
                        + flow.server()
                        + (flow.port().isPresent() ? " port " + flow.port().getAsInt() : ""))
                .orElse("");
    }

    /** Begins with a path and opens its first point. */
    void begin(PathDraft draft) {
        investigation.change(before -> draft);
        open(draft.points().getFirst().id());
    }

    void loadPath() {
        new LoadPathDialog(this::load).open();
    }

    /** Takes another path; asks first when files would be lost. */
    void load(PathDraft draft) {
        Set<String> names = draft.points().stream().map(PointDraft::name).collect(Collectors.toSet());
        InvestigationState state = investigation.state();
        long lost = state.draft().points().stream()
                .filter(point -> !names.contains(point.name()))
                .mapToLong(point -> state.filesAt(point.id()).size())
                .sum();
        if (lost == 0) {
            take(draft);
        } else {
            confirm(
                    "Replace the path?",
                    "The new path lacks points that have files: " + Numbers.count(lost, "file") + " will be deleted.",
                    "Replace",
                    () -> take(draft));
        }
    }

    private void take(PathDraft draft) {
        investigation.load(draft);
        flowDetails.setOpened(draft.flow().picked());
    }

    private void addPoint() {
        investigation.change(PathDraft::withNewPoint);
        open(investigation.state().draft().points().getLast().id());
    }

    void startAnew() {
        confirm("Start anew?", "The path and all its files are removed.", "Remove all", () -> {
            investigation.startAnew();
            flowDetails.setOpened(true);
        });
    }

    private void toggle(String point) {
        if (panel.filter(open -> open.point().equals(point)).isPresent()) {
            close();
            strip.show(investigation.state(), "");
        } else {
            open(point);
        }
    }

    private void open(String point) {
        panelPlace.removeAll();
        PointPanel opened = new PointPanel(point, tools, plans, uploads.at(point), promise, inspect, actions(point));
        Shortcuts.addShortcutListener(opened, event -> move(point, -1), Key.ARROW_LEFT, KeyModifier.ALT)
                .listenOn(this);
        Shortcuts.addShortcutListener(opened, event -> move(point, 1), Key.ARROW_RIGHT, KeyModifier.ALT)
                .listenOn(this);
        Shortcuts.addShortcutListener(opened, event -> closeAndReturn(point), Key.ESCAPE)
                .listenOn(this);
        panel = Optional.of(opened);
        panelPlace.add(opened);
        show(investigation.state());
    }

    /** Closes the open point; the keyboard goes back to its box. */
    private void closeAndReturn(String point) {
        toggle(point);
        strip.focus(point);
    }

    private void close() {
        panel = Optional.empty();
        panelPlace.removeAll();
    }

    private PointPanel.Actions actions(String point) {
        return new PointPanel.Actions() {
            @Override
            public void change(String name, String device, String interfaceName, String tool) {
                investigation.change(
                        path -> path.changed(point, draft -> draft.with(name, device, interfaceName, tool)));
            }

            @Override
            public void move(int places) {
                PathCard.this.move(point, places);
            }

            @Override
            public void removePoint() {
                Runnable remove = () -> investigation.change(path -> path.without(point));
                int files = investigation.state().filesAt(point).size();
                if (files == 0) {
                    remove.run();
                } else {
                    confirm(
                            "Remove the point?",
                            Numbers.count(files, "file") + " of this point will be deleted with it.",
                            "Remove",
                            remove);
                }
            }

            @Override
            public void removeFile(String file) {
                investigation.remove(point, file);
            }

            @Override
            public void close() {
                closeAndReturn(point);
            }
        };
    }

    private void move(String point, int places) {
        investigation.change(path -> path.moved(point, places));
        show(investigation.state());
        strip.keepFocus(point);
    }

    private static void confirm(String question, String consequence, String verb, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(question, consequence, verb, confirmed -> action.run());
        dialog.setCancelable(true);
        dialog.setConfirmButtonTheme("primary error");
        dialog.open();
    }
}
