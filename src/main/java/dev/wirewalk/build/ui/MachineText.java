package dev.wirewalk.build.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Fields for what machines read, such as addresses and names of interfaces: no browser may correct it, and it is read while typed. */
public final class MachineText {
    private MachineText() {}

    /** @return the same field; what is wrong with its value is said by whoever reads it */
    public static TextField in(TextField field) {
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.TIMEOUT);
        field.setValueChangeTimeout(FormView.TYPING_MILLISECONDS);
        field.getElement().setAttribute("spellcheck", "false");
        field.getElement().setAttribute("autocapitalize", "off");
        return field;
    }
}
