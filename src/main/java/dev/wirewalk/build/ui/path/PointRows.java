package dev.wirewalk.build.ui.path;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.wirewalk.build.ui.MachineText;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.CheckedPath.Field;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The points of the path, one a row, from the client to the server. */
final class PointRows extends Div {
    private final List<ToolProfile> tools;
    private final Listener listener;
    private final List<Row> rows = new ArrayList<>();
    private final Div place = new Div();

    /** Told after every change. */
    interface Listener {
        void path(UnaryOperator<PathDraft> change);
    }

    PointRows(List<ToolProfile> tools, Listener listener) {
        this.tools = tools;
        this.listener = listener;
        place.setClassName("ww-parts");
        Button more = new Button("Add a point", VaadinIcon.PLUS.create(), _ -> listener.path(PathDraft::withNewPoint));
        more.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        Div heads = new Div(new Span("Point"), new Span("Device"), new Span("Tool"), new Span("Interface"), new Span());
        heads.setClassName("ww-point-row ww-point-heads");
        heads.getElement().setAttribute("aria-hidden", "true");
        add(heads, place, more);
    }

    /** Shows the draft; rows that stay are not made anew, so that the one who types keeps the cursor. */
    void show(PathDraft draft, CheckedPath checked) {
        List<String> wanted = draft.points().stream().map(PointDraft::id).toList();
        if (!wanted.equals(rows.stream().map(Row::id).toList())) {
            rows.clear();
            place.removeAll();
            draft.points().forEach(point -> {
                Row row = new Row(point.id());
                rows.add(row);
                place.add(row);
            });
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(draft.points().get(i), checked);
        }
    }

    private final class Row extends Div {
        private final String id;
        private final TextField name = field("Point");
        private final TextField device = field("Device");
        private final TextField interfaceName = field("Interface");
        private final ComboBox<String> tool = new ComboBox<>();

        Row(String id) {
            this.id = id;
            setClassName("ww-point-row");
            tool.setItems(tools.stream().map(ToolProfile::id).toList());
            tool.setItemLabelGenerator(chosen -> tools.stream()
                    .filter(profile -> profile.id().equals(chosen))
                    .map(ToolProfile::name)
                    .findFirst()
                    .orElse(chosen));
            tool.setPlaceholder("Tool");
            tool.setAriaLabel("Tool");
            tool.addValueChangeListener(change -> told(change.isFromClient()));
            Button up = button(VaadinIcon.ARROW_UP, "Move towards the client", path -> path.moved(id, -1));
            Button down = button(VaadinIcon.ARROW_DOWN, "Move towards the server", path -> path.moved(id, 1));
            Button remove = button(VaadinIcon.CLOSE_SMALL, "Remove this point", path -> path.without(id));
            Div buttons = new Div(up, down, remove);
            buttons.setClassName("ww-point-tools");
            add(name, device, tool, interfaceName, buttons);
        }

        String id() {
            return id;
        }

        private TextField field(String label) {
            TextField field = MachineText.in(new TextField());
            field.setPlaceholder(label);
            field.setAriaLabel(label);
            field.addValueChangeListener(change -> told(change.isFromClient()));
            return field;
        }

        private Button button(VaadinIcon icon, String label, UnaryOperator<PathDraft> change) {
            Button button = new Button(icon.create(), _ -> listener.path(change));
            button.addThemeVariants(ButtonVariant.AURA_TERTIARY, ButtonVariant.SMALL);
            button.setAriaLabel(label);
            button.setTooltipText(label);
            return button;
        }

        private void told(boolean byPerson) {
            if (byPerson) {
                String chosen = tool.getValue() == null ? "" : tool.getValue();
                listener.path(path -> path.changed(
                        id, point -> point.with(name.getValue(), device.getValue(), interfaceName.getValue(), chosen)));
            }
        }

        void show(PointDraft point, CheckedPath checked) {
            PathPanel.follow(name, point.name(), checked.problem(id, Field.NAME));
            PathPanel.follow(device, point.device(), checked.problem(id, Field.DEVICE));
            PathPanel.follow(interfaceName, point.interfaceName(), checked.problem(id, Field.INTERFACE));
            if (!point.tool().equals(tool.getValue() == null ? "" : tool.getValue())) {
                tool.setValue(point.tool().isEmpty() ? null : point.tool());
            }
        }
    }
}
