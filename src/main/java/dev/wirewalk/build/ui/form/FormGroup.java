package dev.wirewalk.build.ui.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines that are joined in one way. */
public final class FormGroup implements FormNode {
    /** How the lines are joined. */
    public enum Kind {
        ALL("all of"),
        ANY("any of"),
        NONE("none of");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private Kind kind;
    private final List<FormNode> parts;

    public FormGroup(Kind kind, List<? extends FormNode> parts) {
        this.kind = kind;
        this.parts = new ArrayList<>(parts);
    }

    public Kind kind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
    }

    public List<FormNode> parts() {
        return Collections.unmodifiableList(parts);
    }

    public void add(FormNode part) {
        parts.add(part);
    }

    public void remove(FormNode part) {
        parts.removeIf(other -> other == part);
    }
}
