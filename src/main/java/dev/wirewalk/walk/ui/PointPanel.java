package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.topology.draft.CheckedPath.Field;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.List;

/** The point that is open: what it is, the command for it, and its files. */
final class PointPanel extends Section {
    /** What the person may do with the point. */
    interface Actions {
        void change(String name, String device, String interfaceName, String tool);

        void move(int places);

        void removePoint();

        void removeFile(String file);

        void close();
    }

    private final String point;
    private final Actions actions;
    private final TextField name = new TextField("Name");
    private final TextField device = new TextField("Device");
    private final TextField interfaceName = new TextField("Interface");
    private final ComboBox<String> tool = new ComboBox<>("Tool");
    private final Button left = icon(VaadinIcon.ARROW_LEFT, "Move towards the client (Alt+Left)");
    private final Button right = icon(VaadinIcon.ARROW_RIGHT, "Move towards the server (Alt+Right)");
    private final Span expected = new Span();
    private final PointCommand command;
    private final PointFiles files;

    PointPanel(
            String point,
            List<ToolProfile> tools,
            PointPlans plans,
            UploadManager uploads,
            String promise,
            ToInspect inspect,
            Actions actions) {
        this.point = point;
        this.actions = actions;
        command = new PointCommand(plans);
        files = new PointFiles(actions::removeFile, inspect);
        setClassName("ww-panel");
        getElement().setAttribute("aria-label", "The open point");
        add(what(tools), commandPart(), filePart(uploads, promise));
    }

    String point() {
        return point;
    }

    void show(InvestigationState state) {
        state.draft().point(point).ifPresent(draft -> show(draft, state));
    }

    private void show(PointDraft draft, InvestigationState state) {
        if (!typed().equals(List.of(draft.name(), draft.device(), draft.interfaceName(), draft.tool()))) {
            name.setValue(draft.name());
            device.setValue(draft.device());
            interfaceName.setValue(draft.interfaceName());
            tool.setValue(draft.tool().isEmpty() ? null : draft.tool());
        }
        FlowFields.problem(name, state.checked().problem(point, Field.NAME));
        FlowFields.problem(device, state.checked().problem(point, Field.DEVICE));
        FlowFields.problem(interfaceName, state.checked().problem(point, Field.INTERFACE));
        left.setEnabled(!state.draft().points().getFirst().id().equals(point));
        right.setEnabled(!state.draft().points().getLast().id().equals(point));
        expected.setText(
                draft.expected().isEmpty() || !state.filesAt(point).isEmpty()
                        ? ""
                        : "The path file names " + String.join(", ", draft.expected()) + " here.");
        command.show(draft, state.checked());
        files.show(state.filesAt(point));
    }

    private List<String> typed() {
        String chosen = tool.getValue() == null ? "" : tool.getValue();
        return List.of(name.getValue(), device.getValue(), interfaceName.getValue(), chosen);
    }

    private Div what(List<ToolProfile> tools) {
        tool.setItems(tools.stream().map(ToolProfile::id).toList());
        tool.setItemLabelGenerator(id -> tools.stream()
                .filter(profile -> profile.id().equals(id))
                .map(ToolProfile::name)
                .findFirst()
                .orElse(id));
        tool.setClearButtonVisible(true);
        for (TextField field : List.of(name, device, interfaceName)) {
            field.addValueChangeListener(change -> told(change.isFromClient()));
        }
        tool.addValueChangeListener(change -> told(change.isFromClient()));
        left.addClickListener(click -> actions.move(-1));
        right.addClickListener(click -> actions.move(1));
        Button remove = icon(VaadinIcon.TRASH, "Remove this point and its files");
        remove.addClickListener(click -> actions.removePoint());
        Div buttons = new Div(left, right, remove);
        buttons.setClassName("ww-panel-tools");
        Div head = new Div(new H3("Point"), buttons);
        head.setClassName("ww-panel-head");
        Div fields = new Div(name, device, interfaceName, tool);
        fields.setClassName("ww-panel-fields");
        Paragraph hint = new Paragraph("Neighbouring points with the same device are its sides.");
        hint.addClassNames("ww-soft", "ww-note");
        return new Div(head, fields, hint);
    }

    private void told(boolean byThePerson) {
        if (byThePerson) {
            List<String> typed = typed();
            actions.change(typed.get(0), typed.get(1), typed.get(2), typed.get(3));
        }
    }

    private Div commandPart() {
        return new Div(new H3("Capture here"), command);
    }

    private Div filePart(UploadManager uploads, String promise) {
        Button close = icon(VaadinIcon.CLOSE_SMALL, "Close this point (Esc)");
        close.addClickListener(click -> actions.close());
        Div head = new Div(new H3("Files from here"), close);
        head.setClassName("ww-panel-head");
        UploadButton button = new UploadButton("Add captures", uploads);
        button.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Span hint = new Span("or drop them here");
        hint.setClassName("ww-soft");
        Div row = new Div(button, hint);
        row.setClassName("ww-row");
        UploadDropZone zone = new UploadDropZone(row, uploads);
        zone.getElement().getClassList().add("ww-drop");
        Paragraph limits = new Paragraph(
                "Captures in pcap, pcapng or snoop, also compressed, and what tools print as text. " + promise);
        limits.addClassNames("ww-soft", "ww-note");
        expected.addClassNames("ww-soft", "ww-note");
        return new Div(head, zone, limits, expected, files);
    }

    private static Button icon(VaadinIcon icon, String name) {
        Button button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }
}
