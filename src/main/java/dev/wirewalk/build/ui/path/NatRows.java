package dev.wirewalk.build.ui.path;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.wirewalk.build.ui.MachineText;
import dev.wirewalk.build.ui.path.NatRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The translations of the path, one a row. */
final class NatRows extends Div {
    private final Runnable changed;
    private final Div place = new Div();
    private final List<Row> rows = new ArrayList<>();

    /** @param changed called after every change, before which {@link #rows()} already tells the new state */
    NatRows(Runnable changed) {
        this.changed = changed;
        place.setClassName("ww-parts");
        add(place, more("Add a source NAT", Kind.SOURCE), more("Add a destination NAT", Kind.DESTINATION));
    }

    private Button more(String label, Kind kind) {
        Button more = new Button(label, VaadinIcon.PLUS.create(), _ -> {
            add(NatRow.empty("", kind));
            changed.run();
        });
        more.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        return more;
    }

    void load(List<NatRow> loaded) {
        rows.clear();
        place.removeAll();
        loaded.forEach(this::add);
    }

    private void add(NatRow row) {
        Row view = new Row(row);
        rows.add(view);
        place.add(view);
    }

    List<NatRow> rows() {
        return rows.stream().map(Row::read).toList();
    }

    /** Marks the rows that are no translation. */
    void mark() {
        rows.forEach(Row::mark);
    }

    private final class Row extends Div {
        private final Kind kind;
        private final TextField device = field("at device");
        private final TextField address = field("address that clients use");
        private final TextField port = field("port");
        private final TextField to = field("becomes address");
        private final TextField toPort;
        private final Span problem = new Span();

        Row(NatRow row) {
            kind = row.kind();
            toPort = field(kind == Kind.SOURCE ? "ports" : "port");
            setClassName("ww-nat-row");
            Span word = new Span(kind == Kind.SOURCE ? "source" : "destination");
            word.setClassName("ww-soft");
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> {
                rows.remove(this);
                removeFromParent();
                changed.run();
            });
            remove.addThemeVariants(ButtonVariant.AURA_TERTIARY, ButtonVariant.SMALL);
            remove.setAriaLabel("Remove this translation");
            device.setValue(row.device());
            address.setValue(row.address());
            port.setValue(row.port());
            to.setValue(row.to());
            toPort.setValue(row.toPort());
            port.addClassName("short");
            toPort.addClassName("short");
            problem.setClassName("ww-problem");
            add(word, device);
            if (kind == Kind.DESTINATION) {
                add(address, port);
            }
            Span arrow = new Span("→");
            arrow.getElement().setAttribute("aria-hidden", "true");
            add(arrow, to, toPort, remove, problem);
        }

        private TextField field(String label) {
            TextField field = MachineText.in(new TextField());
            field.setPlaceholder(label);
            field.setAriaLabel("NAT: " + label);
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed.run();
                }
            });
            return field;
        }

        NatRow read() {
            return new NatRow(
                    device.getValue(), kind, address.getValue(), port.getValue(), to.getValue(), toPort.getValue());
        }

        void mark() {
            Optional<String> wrong = read().problem();
            problem.setText(wrong.orElse(""));
            problem.setVisible(wrong.isPresent());
        }
    }
}
