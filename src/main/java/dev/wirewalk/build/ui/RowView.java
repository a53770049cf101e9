package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wirewalk.build.ui.form.FormNode;
import dev.wirewalk.build.ui.form.FormRow;
import dev.wirewalk.build.ui.form.Qualifier;
import dev.wirewalk.build.ui.form.TermKind;

/** One term: its kind, the word before its value, the value. */
class RowView extends Div implements FormView.Line {
    private final FormRow row;
    private final FormView form;
    private final Select<TermKind> kind = new Select<>();
    private final Select<Qualifier> qualifier = new Select<>();
    private final Select<String> choice = new Select<>();
    private final TextField value = new TextField();
    private boolean left;
    private boolean following;
    private String problem = "";

    RowView(FormRow row, FormView form) {
        this.row = row;
        this.form = form;
        form.register(this);
        setClassName("ww-row ww-term");
        kind.setItems(TermKind.values());
        kind.setItemLabelGenerator(TermKind::label);
        kind.setAriaLabel("Kind of term");
        kind.setClassName("ww-term-kind");
        qualifier.setItemLabelGenerator(Qualifier::label);
        qualifier.setClassName("ww-qualifier");
        choice.setAriaLabel("Value");
        choice.setClassName("ww-qualifier");
        value.setAriaLabel("Value");
        value.setClassName("ww-value");
        value.setManualValidation(true);
        value.setValueChangeMode(ValueChangeMode.TIMEOUT);
        value.setValueChangeTimeout(FormView.TYPING_MILLISECONDS);
        value.getElement().setAttribute("spellcheck", "false");
        value.getElement().setAttribute("autocapitalize", "off");
        add(kind, qualifier, choice, value);
        follow();
        listen();
    }

    /** Shows what the row holds. */
    private void follow() {
        following = true;
        try {
            fill();
        } finally {
            following = false;
        }
    }

    private void fill() {
        TermKind shown = row.kind();
        kind.setValue(shown);
        qualifier.setVisible(!shown.qualifiers().isEmpty());
        if (qualifier.isVisible()) {
            qualifier.setItems(shown.qualifiers());
            qualifier.setValue(row.qualifier());
            qualifier.setAriaLabel(shown.qualifiers().contains(Qualifier.EITHER) ? "Which end" : "Which flags");
        }
        choice.setVisible(!shown.choices().isEmpty());
        value.setVisible(shown.choices().isEmpty());
        if (choice.isVisible()) {
            choice.setItems(shown.choices());
            choice.setValue(row.value());
        } else {
            value.setPlaceholder(shown.example());
            value.setValue(row.value());
        }
    }

    private void listen() {
        kind.addValueChangeListener(change -> typed(() -> {
            row.setKind(change.getValue());
            follow();
        }));
        qualifier.addValueChangeListener(change -> typed(() -> row.setQualifier(change.getValue())));
        choice.addValueChangeListener(change -> typed(() -> row.setValue(change.getValue())));
        value.addValueChangeListener(change -> typed(() -> row.setValue(change.getValue())));
        value.addBlurListener(blur -> {
            left = true;
            mark(problem);
        });
    }

    /** Takes over what a person changed; what {@link #follow()} sets is no change. */
    private void typed(Runnable takeOver) {
        if (!following) {
            takeOver.run();
            form.changed();
        }
    }

    void onRemove(Runnable remove) {
        add(GroupView.removeButton("Remove this term", remove));
    }

    void focus() {
        value.focus();
    }

    @Override
    public FormNode node() {
        return row;
    }

    /** A value that nobody has typed yet is not held against the person who is about to. */
    @Override
    public void mark(String sentence) {
        problem = sentence;
        boolean show = !sentence.isEmpty() && (left || !row.value().isBlank());
        value.setInvalid(show);
        value.setErrorMessage(show ? sentence : "");
    }
}
