package dev.wirewalk.build.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import dev.wirewalk.build.ui.form.FormGroup;
import dev.wirewalk.build.ui.form.FormNode;
import dev.wirewalk.build.ui.form.FormRow;
import dev.wirewalk.build.ui.form.FormText;
import java.util.List;
import java.util.Locale;

/** A group of lines with its word, its lines and the buttons that add to it. */
class GroupView extends Div implements FormView.Line {
    private final FormGroup group;
    private final FormView form;
    private final Div head = new Div();
    private final Div parts = new Div();
    private final Button addTerm = new Button("Term", VaadinIcon.PLUS.create());
    private final Span problem = new Span();

    GroupView(FormGroup group, FormView form) {
        this.group = group;
        this.form = form;
        form.register(this);
        getElement().setAttribute("role", "group");
        parts.setClassName("ww-parts");
        problem.setClassName("ww-problem");
        problem.setVisible(false);
        head.setClassName("ww-row");
        head.add(kind());
        Button addGroup = new Button("Group", VaadinIcon.PLUS.create());
        addTerm.setAriaLabel("Add a term");
        addGroup.setAriaLabel("Add a group");
        addTerm.addClickListener(click -> addRow(group, this));
        addGroup.addClickListener(click -> addGroup());
        List.of(addTerm, addGroup).forEach(button -> button.addThemeVariants(ButtonVariant.SMALL));
        Div buttons = new Div(addTerm, addGroup);
        buttons.setClassName("ww-row ww-add");
        add(head, parts, problem, buttons);
        group.parts().forEach(this::show);
        describe();
    }

    private Select<FormGroup.Kind> kind() {
        Select<FormGroup.Kind> kind = new Select<>();
        kind.setItems(FormGroup.Kind.values());
        kind.setItemLabelGenerator(FormGroup.Kind::label);
        kind.setAriaLabel("How the lines are joined");
        kind.setValue(group.kind());
        kind.setClassName("ww-kind");
        kind.addValueChangeListener(change -> {
            group.setKind(change.getValue());
            describe();
            form.changed();
        });
        return kind;
    }

    private void describe() {
        setClassName("ww-group " + group.kind().name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("aria-label", group.kind().label());
    }

    private static void addRow(FormGroup group, GroupView view) {
        FormRow row = FormRow.fresh();
        group.add(row);
        view.show(row).focus();
        view.form.changed();
    }

    private void addGroup() {
        FormGroup inner = new FormGroup(FormGroup.Kind.ANY, List.of());
        group.add(inner);
        GroupView view = new GroupView(inner, form);
        parts.add(view);
        view.removable(() -> remove(inner, view));
        addRow(inner, view);
    }

    private RowView show(FormRow row) {
        RowView view = new RowView(row, form);
        view.onRemove(() -> remove(row, view));
        parts.add(view);
        return view;
    }

    private void show(FormNode node) {
        switch (node) {
            case FormRow row -> show(row);
            case FormGroup inner -> {
                GroupView view = new GroupView(inner, form);
                view.removable(() -> remove(inner, view));
                parts.add(view);
            }
            case FormText text -> {
                Code shown = new Code(text.text());
                shown.setTitle("Only the text form can change this term");
                Div line = new Div(shown);
                line.setClassName("ww-row");
                line.add(removeButton("Remove " + text.text(), () -> remove(text, line)));
                parts.add(line);
            }
        }
    }

    private void removable(Runnable remove) {
        head.add(removeButton("Remove this group", remove));
    }

    static Button removeButton(String name, Runnable remove) {
        Button button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.run());
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.addClassName("ww-remove");
        button.setAriaLabel(name);
        return button;
    }

    private void remove(FormNode node, Component view) {
        group.remove(node);
        forgetBelow(view);
        parts.remove(view);
        addTerm.focus();
        form.changed();
    }

    private void forgetBelow(Component view) {
        if (view instanceof FormView.Line line) {
            form.forget(line);
        }
        view.getChildren().forEach(this::forgetBelow);
    }

    @Override
    public FormNode node() {
        return group;
    }

    @Override
    public void mark(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
    }
}
